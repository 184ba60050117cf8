import type { StatusObjected, StatusOverridden } from '@lianxi/schema/events/statuses'
import { comparePeriods, type Period } from '@lianxi/schema/period'
import type { Status } from '@lianxi/schema/status-vocabulary'
import type { ObjectionMark, OverrideMark } from '@lianxi/schema/views/status'

/** An override that nobody took back and whose own moment was not said to have passed. */
export type StandingOverride = StatusOverridden & { event: string }
export type Answer = NonNullable<ObjectionMark['answer']>
export type SaidObjection = StatusObjected & { event: string; answer: Answer | null }

type CellKey = { region: string; period: Period }
type ReportedCell = CellKey & { eventId: string | null }

export const covers = (override: Pick<StatusOverridden, 'region' | 'period' | 'onwards'>, cell: CellKey): boolean =>
  override.region === cell.region &&
  (override.period === cell.period || (override.onwards && comparePeriods(cell.period, override.period) > 0))

/** Without a moment of its own it holds until another report than the one it was made on stands where it applies. */
const holds = (override: StandingOverride, cells: readonly ReportedCell[]): boolean =>
  override.endsAt !== null ||
  cells.every((cell) => !covers(override, cell) || cell.eventId === null || cell.eventId === override.report)

/**
 * The override in force of a cell, if any. Of several the one said last counts: ids of events grow with time, so the
 * answer depends on no order of arrival. `cells`: all of the subject.
 */
export function overrideOf(
  cell: CellKey,
  overrides: readonly StandingOverride[],
  cells: readonly ReportedCell[],
): OverrideMark | null {
  const found = overrides
    .filter((override) => covers(override, cell) && holds(override, cells))
    .sort((a, b) => (a.event < b.event ? 1 : -1))[0]
  if (found === undefined) return null
  const { event, status, period, onwards, endsAt, reason, person, on } = found
  return { event, status, period, onwards, endsAt, reason, person, on }
}

/**
 * The objection beside a cell: to the override in force, else to what the rules say now; to what they said otherwise it
 * says nothing. One that led to an override being taken back stays, with its answer, until somebody objects again.
 */
export function objectionOf(
  { region, period }: CellKey,
  { computed, override }: { computed: Status; override: Pick<OverrideMark, 'event'> | null },
  objections: readonly SaidObjection[],
): Omit<ObjectionMark, 'bodyName'> | null {
  const own = objections.filter((one) => one.region === region && one.period === period)
  const found =
    own.find((one) => one.override !== undefined && one.override === override?.event) ??
    own.find((one) => one.override === undefined && one.status === computed) ??
    own.filter(({ answer }) => answer?.outcome === 'withdrawn').sort((a, b) => (a.event < b.event ? 1 : -1))[0]
  if (found === undefined) return null
  const { event, text, body, objectedBy: person, on, answer } = found
  const about = found.override === undefined ? {} : { override: found.override }
  return { event, text, ...about, body, person, on, answer }
}
