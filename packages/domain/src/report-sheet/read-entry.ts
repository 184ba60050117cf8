import type { Cell, SheetRow } from '@lianxi/office-files/plain-cell'
import type { Entry, ProjectEntry, TargetEntry } from '@lianxi/schema/commands/entry'
import { matterKind, stage } from '@lianxi/schema/vocabulary'
import type { SheetFault } from '@lianxi/schema/views/report-sheet'
import { STARTED } from './cells-of'
import { faultAt } from './fault'
import { cellOf, type Table } from './find-table'
import { type CellRead, findDay, readChoice, readDay, readFigure, readWords, saysNone } from './read-cell'

/** A row in hand: reads its cells by field, keeps each fault with its place; a field without a column keeps what is. */
type Reader = {
  read: <Said>(field: string, how: (cell: Cell) => CellRead<Said>, kept: Said) => Said
  words: (field: string, max: number, kept: string) => string
  money: (field: string, kept: string) => string
  error: (field: string, why: string) => void
}

function readerOf(table: Table, row: SheetRow, faults: SheetFault[]): Reader {
  const { sheet, columns } = table
  const error = (field: string, why: string) => {
    const head = columns.get(field)
    if (head === undefined) return
    const place = { sheet: sheet.name, row: row.number, column: head.column, head: head.text }
    faults.push(faultAt('error', { ...place, cell: cellOf(columns, row, field) }, why))
  }
  const read: Reader['read'] = (field, how, kept) => {
    if (!columns.has(field)) return kept
    const cell = how(cellOf(columns, row, field))
    if (cell.ok) return cell.said
    error(field, cell.why)
    return kept
  }
  const money = (field: string, kept: string) => {
    const unit = columns.get(field)?.unit ?? '万元'
    return read(
      field,
      (cell) =>
        unit === '万元' || cell.kind === 'empty'
          ? readFigure(cell, { percent: false, money: true })
          : { ok: false, why: `表头的单位被改成“${unit}”；本表只按万元填，请改回表头并填万元数，系统不替您换算` },
      kept,
    )
  }
  return { read, words: (field, max, kept) => read(field, (cell) => readWords(cell, max), kept), money, error }
}

const YES = { yes: '是', no: '否' } as const

/**
 * What a row's inputs say, over what stands in the report now (or what its form starts with). Figures stay text: the
 * same `readEntry` as for a form reads them.
 */
export function readRowEntry(table: Table, row: SheetRow, base: Entry, unit: string | null) {
  const faults: SheetFault[] = []
  const at = readerOf(table, row, faults)
  const nil = at.read('nil', (cell) => readChoice(cell, YES), base.nil ? 'yes' : null) === 'yes'
  const entry = base.kind === 'target' ? targetEntry(at, { ...base, nil }, unit) : projectEntry(at, { ...base, nil })
  const figures = entry.kind === 'target' ? ['value'] : ['investedYearWan', 'investedTotalWan', 'progressPercent']
  const filled = figures.find((field) => nil && cellOf(table.columns, row, field).kind !== 'empty')
  if (filled !== undefined) at.error(filled, '已选“本期无变化”，又填了数：请删去其一')
  return { entry: entry.nil ? withoutFigures(entry) : entry, faults }
}

const withoutFigures = (entry: Entry): Entry =>
  entry.kind === 'target'
    ? { ...entry, value: '' }
    : { ...entry, stage: null, investedYearWan: '', investedTotalWan: '', progressPercent: '' }

function targetEntry(at: Reader, base: TargetEntry, unit: string | null): TargetEntry {
  const percent = unit !== null && /[%％]|百分/.test(unit)
  return {
    ...base,
    value: at.read('value', (cell) => readFigure(cell, { percent, money: false }), base.value),
    figureSource: at.words('figureSource', 200, base.figureSource),
    note: at.words('note', 1000, base.note),
    problems: at.words('problems', 1000, base.problems),
    nextStep: at.words('nextStep', 1000, base.nextStep),
  }
}

function projectEntry(at: Reader, base: ProjectEntry): ProjectEntry {
  return {
    ...base,
    stage: at.read('stage', (cell) => readChoice(cell, stage.labels), base.stage),
    investedYearWan: at.money('investedYearWan', base.investedYearWan),
    investedTotalWan: at.money('investedTotalWan', base.investedTotalWan),
    progressPercent: at.read(
      'progressPercent',
      (cell) => readFigure(cell, { percent: true, money: false }),
      base.progressPercent,
    ),
    physicalProgress: at.words('physicalProgress', 500, base.physicalProgress),
    milestones: readMilestones(at, base),
    matters: at.read('matters', readMatters, base.matters),
    problems: at.words('problems', 1000, base.problems),
    nextStep: at.words('nextStep', 1000, base.nextStep),
  }
}

const linesOf = (text: string): string[] =>
  saysNone(text)
    ? []
    : text
        .split('\n')
        .map((line) => line.replace(/^\s*\d{1,2}[.、．)）]\s*/, '').trim())
        .filter((line) => line !== '')

function readMilestones(at: Reader, base: ProjectEntry): ProjectEntry['milestones'] {
  const kept = base.milestones.find(({ name }) => name === STARTED)?.reachedOn ?? ''
  const startedOn = at.read('startedOn', readDay, kept)
  const others = at.read(
    'milestones',
    readLines,
    base.milestones.filter(({ name }) => name !== STARTED),
  )
  return [...(startedOn === '' ? [] : [{ name: STARTED, reachedOn: startedOn }]), ...others]
}

const NODE = /^(.*?)[\s:：,，]*(\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?)$/

/** One milestone a line: its name, then its day. */
function readLines(cell: Cell): CellRead<ProjectEntry['milestones']> {
  const words = readWords(cell, 2000)
  if (!words.ok) return words
  const lines = linesOf(words.said)
  const read = lines.map((line) => {
    const [, name = '', day = ''] = NODE.exec(line) ?? []
    return { name: name.trim(), reachedOn: findDay(day) ?? '' }
  })
  const wrong = read.findIndex(({ name, reachedOn }) => name === '' || reachedOn === '' || name.length > 200)
  if (wrong >= 0) return { ok: false, why: `“${lines[wrong] ?? ''}”应写作“节点名称 2025-09-30”，每行一个` }
  return read.length > 49 ? { ok: false, why: '节点不超过49个，请精简' } : { ok: true, said: read }
}

const MATTER = /^(.{2,4}?)[:：]\s*(.+)$/

/** One matter a line, its kind before the colon; without a known kind it is 其他 and keeps all its words. */
function readMatters(cell: Cell): CellRead<ProjectEntry['matters']> {
  const words = readWords(cell, 10_000)
  if (!words.ok) return words
  const matters = linesOf(words.said).map((line) => {
    const [, label = '', text = ''] = MATTER.exec(line) ?? []
    const kind = matterKind.words.find((word) => matterKind.labels[word] === label.trim())
    return kind === undefined ? { kind: 'other' as const, text: line } : { kind, text: text.trim() }
  })
  const long = matters.find(({ text }) => text.length > 500)
  if (long !== undefined) return { ok: false, why: `“${long.text.slice(0, 20)}……”一件不超过500字，请精简` }
  return matters.length > 20 ? { ok: false, why: '需协调事项不超过20件，请精简' } : { ok: true, said: matters }
}
