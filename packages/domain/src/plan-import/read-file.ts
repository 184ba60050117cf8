import type { PlanSheetKind, SheetMapping } from '@lianxi/schema/commands/plan-import'
import { FIELDS } from './fields'
import type { Sheet, SheetRow } from '@lianxi/office-files/plain-cell'
import { buildProject, type ProjectBuilt } from './build-project'
import { buildIndicator, buildPlan } from './build-reference'
import { buildTarget } from './build-target'
import { type Change, changesOf, type Built } from './changes'
import { revisionFaults } from './check-revised'
import { checkColumns, settleParents } from './check-together'
import { type Fault, faultAt } from './fault'
import { headsOf, isBanner } from './heads'
import type { Known } from './known'
import { lookUp, type LookUp } from './look-up'
import { missingFields, readRow, type RowReader, type SheetReading } from './row-reader'

export type Skipped = { sheet: string; row: number; why: string }
export type FileRead = {
  faults: Fault[]
  skipped: Skipped[]
  changes: Change[]
  unchanged: number
  /** What the board has of the file's plans and the file does not name: it stays. */
  absent: { kind: 'target' | 'project'; code: string; name: string; plan: string }[]
  rows: number
}

const ORDER: readonly PlanSheetKind[] = ['plan', 'indicator', 'target', 'project']
const TOTALS = /^(合计|总计|小计|共计)/
const NOTES = /^(注|备注|说明|填表人|填报人|制表|审核人?)[:：]?/

/**
 * Reads a whole workbook by its mapping, against what the board has. Every fault is a sentence with its place; the
 * changes are what would be published if there is no error. Nothing is lost silently: rows left out are told.
 */
export function readPlanFile(sheets: readonly Sheet[], mapping: readonly SheetMapping[], board: Known): FileRead {
  const read: FileRead = { faults: [], skipped: [], changes: [], unchanged: 0, absent: [], rows: 0 }
  const built: Built[] = []
  const places = new Map<string, Built>()
  const parents: { at: RowReader; built: ProjectBuilt }[] = []
  let known = lookUp(board)
  for (const kind of ORDER) {
    for (const [at, sheet] of rowsOf(kind, sheets, mapping, read)) {
      const faults = read.faults.length
      const one = build(kind, at, known, parents)
      if (one === undefined) continue
      const standIn = kind === 'plan' && read.faults.slice(faults).some(({ level }) => level === 'error')
      if (standIn) at.error(null, '请先改正规划的这一行；其余各表已照常核对，可一并改正后重新上传')
      const twice = places.get(`${kind} ${one.doc.code}`)
      if (twice !== undefined) {
        const what = `与“${twice.sheet}”表第${twice.row}行是同一个编号${one.doc.code}（“${twice.doc.name}”）：请改编号；没有填编号的，是规划、名称、行政区和目标年都相同`
        at.error('code', what)
        continue
      }
      const standing: Built = { ...one, sheet, row: at.row, standIn }
      places.set(`${kind} ${one.doc.code}`, standing)
      built.push(standing)
    }
    known = lookUp(withFile(board, built))
  }
  settleParents(parents, known, board)
  checkColumns(built, read.faults, mapping)
  const changed = changesOf(
    built.filter(({ standIn }) => standIn !== true),
    board,
  )
  read.faults.push(...revisionFaults(changed.changes, board))
  return { ...read, ...changed }
}

function build(kind: PlanSheetKind, at: RowReader, known: LookUp, parents: { at: RowReader; built: ProjectBuilt }[]) {
  switch (kind) {
    case 'plan': {
      const doc = buildPlan(at, known)
      return doc && { kind, doc }
    }
    case 'indicator': {
      const doc = buildIndicator(at, known)
      return doc && { kind, doc }
    }
    case 'target': {
      const doc = buildTarget(at, known)
      return doc && { kind, doc }
    }
    case 'project': {
      const project = buildProject(at, known)
      if (project !== undefined) parents.push({ at, built: project })
      return project && { kind, doc: project.project }
    }
    default:
      return kind satisfies never
  }
}

/** Rows of every sheet that holds `kind`, in order; what is no row of the table is told as left out. */
function* rowsOf(
  kind: PlanSheetKind,
  sheets: readonly Sheet[],
  mapping: readonly SheetMapping[],
  read: FileRead,
): Generator<[RowReader, string]> {
  for (const one of mapping) {
    const sheet = sheets.find(({ name }) => name === one.sheet)
    if (sheet === undefined || one.kind !== kind) continue
    const heads = new Map(headsOf(sheet, one.headRow).map((head) => [head.column, head]))
    const reading: SheetReading = { sheet: sheet.name, kind, heads, faults: read.faults }
    for (const field of missingFields(kind, one)) {
      const head = FIELDS[kind].find(({ name }) => name === field)?.head ?? field
      read.faults.push(
        faultAt('error', { sheet: sheet.name }, `没有“${head}”列：请在“列的对应”中指定，或给全表设一个值`),
      )
    }
    for (const row of sheet.rows) {
      if (row.number < one.firstRow) continue
      const why = leftOut(row, one)
      if (why !== undefined) read.skipped.push({ sheet: sheet.name, row: row.number, why })
      else {
        read.rows++
        yield [readRow(one, reading, row), sheet.name]
      }
    }
  }
}

function leftOut({ cells }: SheetRow, { columns }: SheetMapping): string | undefined {
  const said = columns
    .map(({ column }) => cells[column - 1])
    .filter((cell) => cell !== undefined && cell.kind !== 'empty')
  const first = cells.find(({ kind }) => kind !== 'empty')?.text ?? ''
  if (said.length === 0) return `所选各列都是空的（“${first.slice(0, 20)}”）`
  const name = columns.find(({ field }) => field === 'name')?.column ?? 0
  const called = cells[name - 1]?.text ?? ''
  if (TOTALS.test(called) || (called === '' && TOTALS.test(first))) return `合计行（“${first.slice(0, 20)}”）`
  if (NOTES.test(first) && said.length <= 2) return `说明行（“${first.slice(0, 20)}”）`
  return isBanner(cells) ? `分组或标题行（“${first.slice(0, 20)}”）` : undefined
}

/** The board as the file would leave it, so that rows can name what stands in the file. */
function withFile(board: Known, built: readonly Built[]): Known {
  const over = <Doc extends { code: string }>(known: readonly Doc[], pick: (one: Built) => Doc | undefined): Doc[] => {
    const docs = built.flatMap((one) => pick(one) ?? [])
    const named = new Set(docs.map(({ code }) => code))
    return [...known.filter(({ code }) => !named.has(code)), ...docs]
  }
  const ofFile = built.flatMap((one) => (one.kind === 'plan' ? [one.doc] : []))
  const own = board.plans.filter(({ region }) => board.owner === null || region === board.owner)
  const candidates = ofFile.length > 0 ? ofFile : own
  return {
    ...{ ...board, onlyPlan: candidates.length === 1 ? candidates[0] : undefined },
    plans: over(board.plans, (one) => (one.kind === 'plan' ? one.doc : undefined)),
    indicators: over(board.indicators, (one) => (one.kind === 'indicator' ? one.doc : undefined)),
    targets: over(board.targets, (one) => (one.kind === 'target' ? one.doc : undefined)),
    projects: over(board.projects, (one) => (one.kind === 'project' ? one.doc : undefined)),
  }
}
