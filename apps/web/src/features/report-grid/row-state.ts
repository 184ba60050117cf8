import { checkEntry } from '@lianxi/domain/report/check'
import { keyOf } from '@lianxi/domain/report-sheet/identity'
import { faultOfKept } from '@lianxi/domain/report-sheet/typed-cell'
import type { Finding, VersionConflict } from '@lianxi/schema/views/result'
import type { GridRow } from '@lianxi/schema/views/office-grid'
import { type Answered, withAnswer } from '@/features/draft/answered'
import type { LocalDraft } from '@/features/draft/local-draft'
import { hasArrived, type Other, otherOf, serverWorking, type Working, writtenOf } from '@/features/draft/working'

/** What the last press came to for a row, where it was refused. */
export type RowAnswer = Answered & { conflict: VersionConflict | null }

/** A row of the grid as it stands in this browser. */
export type RowState = {
  id: string
  row: GridRow
  /** What was typed and is not on the server yet. */
  mine: LocalDraft | null
  working: Working
  /** Version it is written over. */
  version: number
  other: Other | undefined
  answer: RowAnswer | undefined
  findings: Finding[]
  /** Warnings without a reason. */
  unanswered: string[]
  arrived: boolean
}

const states = new WeakMap<GridRow, { draft: LocalDraft | null; answer: RowAnswer | undefined; state: RowState }>()

/** One computation for the same row, draft and answer, so that a row that did not change is not drawn again. */
export function stateOf(row: GridRow, draft: LocalDraft | null, answer: RowAnswer | undefined): RowState {
  const before = states.get(row)
  if (before?.draft === draft && before.answer === answer) return before.state
  const state = computeState(row, draft, answer)
  states.set(row, { draft, answer, state })
  return state
}

/** What stands in a row, before anything is checked. */
export function standingOf(row: GridRow, draft: LocalDraft | null) {
  const arrived = hasArrived(row, draft)
  const mine = arrived ? null : draft
  const version = mine?.base ?? row.report?.version ?? 0
  return { row, mine, working: mine ?? serverWorking(row), version, arrived }
}

function computeState(row: GridRow, draft: LocalDraft | null, answer: RowAnswer | undefined): RowState {
  const standing = standingOf(row, draft)
  const { mine, working, version } = standing
  const findings = findingsOf(row, working, answer)
  return {
    ...{ id: keyOf(row), ...standing, answer, findings },
    other: mine === null ? undefined : otherOf(row, version, answer?.conflict ?? undefined),
    unanswered: findings.flatMap(({ level, code }) =>
      level === 'warning' && (working.reasons[code] ?? '').trim() === '' ? [code] : [],
    ),
  }
}

/** The same checks as the form's; a cell whose field could not take it says so instead. */
function findingsOf({ check }: GridRow, working: Working, answer: RowAnswer | undefined): Finding[] {
  const { entry, kept, correctionReason } = working
  const waiting = Object.keys(kept).flatMap((field): Finding[] => {
    const why = faultOfKept({ entry, kept }, field, check.unit)
    return why === undefined ? [] : [{ level: 'error', code: 'cell', field, message: `${why}。` }]
  })
  const checked = checkEntry(entry, check, correctionReason === '' ? null : correctionReason)
  const about = new Set(waiting.map(({ field }) => field))
  return [...waiting, ...withAnswer(checked, answer).filter(({ field }) => !about.has(columnOf(field)))]
}

/** `milestones.0.reachedOn` stands in the column `milestones`. */
export const columnOf = (field: string | null): string => field?.split('.')[0] ?? ''

export const isWritable = ({ row }: RowState): boolean => row.write.allowed
const isWhole = ({ working: { kept } }: RowState): boolean => Object.keys(kept).length === 0
export const isChanged = ({ mine }: RowState): boolean => mine !== null && !mine.saved

/** Can be saved as a draft as it stands; text that fits no field would stay behind. */
export const canSave = (state: RowState): boolean =>
  isWritable(state) && isChanged(state) && isWhole(state) && state.other === undefined

/** Was begun, here or before, and not submitted since. */
export const isBegun = (state: RowState): boolean =>
  isWritable(state) && (state.mine !== null || state.row.report?.state === 'draft')

export const canSubmit = (state: RowState): boolean =>
  isBegun(state) &&
  isWhole(state) &&
  state.other === undefined &&
  state.unanswered.length === 0 &&
  state.findings.every(({ level }) => level !== 'error')

/** The row as it is sent. */
export function rowToSend({ row: { subject, period }, working, version, findings }: RowState) {
  const codes = findings.filter(({ level }) => level === 'warning').map(({ code }) => code)
  return { subject, period, expectedVersion: version, ...writtenOf(working, codes) }
}
