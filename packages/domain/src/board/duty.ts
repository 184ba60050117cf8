import type { DutyAssigned } from '@lianxi/schema/events/commitments'
import { comparePeriods, type Frequency, type Period } from '@lianxi/schema/period'
import type { SubjectKind } from '@lianxi/schema/vocabulary'

/** Who holds a duty from which period on; `from` null: from the year's beginning. */
export type Holder = { from: Period | null; body: string }

/**
 * A duty of a subject, region and year. `body` holds it now; `holders` says who held it when, in the order of periods,
 * and is null where one body holds it all year. `servedBy`: the subject whose report serves it; null: it is asked for
 * itself.
 */
export type Duty = {
  kind: SubjectKind
  body: string
  frequency: Frequency
  items: string[]
  holders: Holder[] | null
  servedBy: string | null
}

/** What a cell is derived from: it is asked for and judged alike, under whatever subject its figure comes in. */
export type CellDuty = Omit<Duty, 'servedBy'>

/**
 * The duty after one more assignment. With `from` the duty is handed over: periods before it stay with who held them.
 * Without, the body holds it all year. Kind, frequency, items and who serves it are the last event's, for every period.
 */
export function evolveDuty(before: Duty | undefined, said: DutyAssigned): Duty {
  const { kind, body, frequency, items, from, servedBy = null } = said
  if (from === undefined) return { kind, body, frequency, items, holders: null, servedBy }
  const kept = holdersOf(before).filter((holder) => holder.from === null || comparePeriods(holder.from, from) < 0)
  const holders = kept.at(-1)?.body === body ? kept : [...kept, { from, body }]
  const changed = holders.length === 1 && holders[0]?.from === null ? null : holders
  return { kind, body, frequency, items, holders: changed, servedBy }
}

const holdersOf = (duty: Duty | undefined): Holder[] =>
  duty === undefined ? [] : (duty.holders ?? [{ from: null, body: duty.body }])

/** The duty as it is in a period, with the body that holds it then; undefined: nobody did yet. */
export function dutyAt<Any extends CellDuty>(duty: Any | undefined, period: Period): Any | undefined {
  if (duty === undefined || duty.holders === null) return duty
  const holder = duty.holders.findLast(({ from }) => from === null || comparePeriods(from, period) <= 0)
  return holder && { ...duty, body: holder.body }
}
