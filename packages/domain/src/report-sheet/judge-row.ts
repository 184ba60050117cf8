import type { Entry } from '@lianxi/schema/commands/entry'
import { grouped } from '@lianxi/schema/figure-words'
import type { WarningReason } from '@lianxi/schema/commands/report'
import type { CheckContext } from '@lianxi/schema/views/check-context'
import type { SheetFault, SheetRowState } from '@lianxi/schema/views/report-sheet'
import type { Refusal } from '@lianxi/schema/views/refusal'
import type { Finding } from '@lianxi/schema/views/result'
import type { DraftState } from '@lianxi/schema/vocabulary'
import { checkEntry } from '../report/check'
import { explanation } from '../report/explanation'
import { type Filing, findFilingRefusal, findLockRefusal } from '../report/filing'
import type { ReportState } from '../report/state'
import { cellsOf, type InputCells } from './cells-of'
import { titleOf } from './columns'
import { faultAt, faultOfRow } from './fault'
import { cellOf } from './find-table'
import { readWords } from './read-cell'
import { readRowEntry } from './read-entry'
import { isFigure } from './read-field'
import type { FoundRow } from './read-sheets'

/** What the office has of the row's report now. `base`: what stands in it, else what its form would start with. */
export type RowKnown = {
  base: Entry
  state: ReportState
  check: CheckContext
  /** Why nobody can write it now: not this body's duty, a closed period, a report that has gone out. */
  refusal: Refusal | undefined
  /** Version when the workbook went out; null: it did not go out with this row. */
  sentVersion: number | null
  reader: { id: string }
}

export type JudgedRow = {
  state: SheetRowState
  why: string | null
  entry: Entry
  warningReasons: WarningReason[]
  faults: SheetFault[]
  fields: { title: string; before: string; after: string }[]
  /** Warnings nobody gave a reason for, here or in the report. */
  asking: boolean
}

const GONE_OUT: Partial<Record<DraftState, string>> = {
  submitted: '已提交审核；要修改的，请先在系统中撤回。',
  published: '本期已报送；要更正的，请先在系统中打开这一项，点“更正”。',
}

/** Why nobody of the body can write a report now, in words that say what to do first. */
export function findRowRefusal(filing: Filing, state: ReportState, now: string): Refusal | undefined {
  const message = GONE_OUT[state.state]
  return (
    findFilingRefusal(filing) ??
    (message === undefined
      ? findLockRefusal(filing, state.unlocked, now)
      : { code: 'wrong-state', message, field: null })
  )
}

/** A row against what the office has: the same checks as the form's, each finding at its cell. */
export function judgeRow(found: FoundRow, known: RowKnown): JudgedRow {
  const { table, row } = found
  const at = { sheet: table.sheet.name, row: row.number }
  const { entry, faults } = readRowEntry(table, row, known.base, known.check.unit)
  if (found.twice !== null) faults.push(faultOfRow('error', at, `与第${found.twice}行是同一事项，请只留一行`))
  const reason = readWords(cellOf(table.columns, row, 'reason'), 500)
  if (!reason.ok) faults.push(faultOfRow('error', at, `“对提示的说明”：${reason.why}`))
  const fields = changes(found, known.base, entry)
  const nothing: JudgedRow = {
    ...{ state: 'untouched', why: null, entry, warningReasons: [], faults, fields, asking: false },
  }
  const out = GONE_OUT[known.state.state] !== undefined
  if (faults.length === 0 && fields.length === 0 && (known.state.entry === null || out)) {
    return known.state.entry === null ? nothing : { ...nothing, state: 'same' }
  }
  const said = reason.ok ? reason.said : ''
  const checked = checkRow(found, entry, { ...known, said })
  const judged = { ...nothing, ...checked, faults: [...faults, ...checked.faults] }
  return { ...judged, ...standing(judged, known) }
}

function changes({ table: { kind }, period }: FoundRow, before: Entry, after: Entry): JudgedRow['fields'] {
  const [was, now] = [cellsOf(before), cellsOf(after)]
  return Object.keys(now).flatMap((field) =>
    was[field] === now[field]
      ? []
      : [{ title: titleOf(kind, period, field), before: said(kind, field, was), after: said(kind, field, now) }],
  )
}

/** A figure as people read it; what is no number stays as it was typed. */
function said(kind: Entry['kind'], field: string, cells: InputCells): string {
  const text = cells[field] ?? ''
  return isFigure(kind, field) && /^-?\d+(\.\d+)?$/.test(text) ? grouped(text) : text
}

type Checking = RowKnown & { said: string }

function checkRow(found: FoundRow, entry: Entry, { state, check, said }: Checking) {
  const findings = checkEntry(entry, check, explanation(state, state.correctionReason))
  const kept = new Map(state.warningReasons.map(({ code, reason }) => [code, reason]))
  const codes = findings.flatMap(({ level, code }) => (level === 'warning' ? [code] : []))
  const reasonOf = (code: string) => (said === '' ? (kept.get(code) ?? '') : said)
  const warningReasons = codes.flatMap((code) => (reasonOf(code) === '' ? [] : [{ code, reason: reasonOf(code) }]))
  const open = findings.filter(({ level, code }) => level === 'error' || reasonOf(code) === '')
  return {
    warningReasons,
    faults: open.map((finding) => placed(found, finding)),
    asking: codes.some((code) => reasonOf(code) === ''),
  }
}

/** The form asks for a correction's reason; a sheet has no column for it. */
const IN_FORM = '（报送表没有更正原因一栏：请打开这一项，在表单中改好并写明）'
const WANTS_FORM = ['year-to-date-falls', 'invested-falls', 'correction-reason']
const ASK = '（数字无误的，在“对提示的说明”栏写明原因）'

/** A finding of the checks at the cell it is about. */
function placed({ table, row }: FoundRow, { level, code, field, message }: Finding): SheetFault {
  const own = (field ?? '').split('.')[0] ?? ''
  const head = table.columns.get(own)
  const more = level === 'warning' ? ASK : WANTS_FORM.includes(code) ? IN_FORM : ''
  const what = `${message}${more}`
  const at = { sheet: table.sheet.name, row: row.number }
  if (head === undefined) return faultOfRow(level, at, what)
  return faultAt(level, { ...at, column: head.column, head: head.text, cell: cellOf(table.columns, row, own) }, what)
}

/** What can be done with the row. Somebody else's newer draft is never overwritten without being shown. */
function standing(
  { faults, fields }: Pick<JudgedRow, 'faults' | 'fields'>,
  { state, refusal, sentVersion, reader }: RowKnown,
): Pick<JudgedRow, 'state' | 'why'> {
  if (fields.length === 0 && state.entry !== null) {
    return { state: faults.some(({ level }) => level === 'error') ? 'faulty' : 'same', why: null }
  }
  if (refusal !== undefined) return { state: 'locked', why: refusal.message }
  if (faults.some(({ level }) => level === 'error')) return { state: 'faulty', why: null }
  const newer = sentVersion === null || state.version > sentVersion
  const other = state.author !== null && state.author.id !== reader.id
  if (newer && other && state.entry !== null) {
    const why = `${state.author?.name ?? ''}在您下载报送表之后改过这条草稿；左为现有内容，右为表中内容，请核对后决定是否以表为准`
    return { state: 'conflict', why }
  }
  return { state: 'ready', why: null }
}
