import type { BodyListed } from '@lianxi/schema/events/facts'
import { lastDayOf, comparePeriods, type Frequency, type Period, periodsOf } from '@lianxi/schema/period'
import type { RefusalCode } from '@lianxi/schema/views/refusal'
import { isEnded } from '../year-list/context'

/** `endedOn`: the first day on which the body is no more. `successor`: who takes over what it still owes; null: nobody. */
export type Ending = { endedOn: string; successor: string | null }
type Known = {
  body: BodyListed | undefined
  bodies: ReadonlyMap<string, BodyListed>
  /** What it still owes, in words: `西区2025年清单第3项 地区生产总值`. */
  owed: readonly string[]
  today: string
}

/** A refusal's code, the field it is about, and what comes after its sentence. */
type Why = { code: RefusalCode; field?: string; detail?: string }

const TOLD = 5

/** 撤销: of a body that is there, once; what it owes goes with it to another body of its region, or was handed over before. */
export function endingRefusal({ successor }: Ending, { body, bodies, owed, today }: Known): Why | undefined {
  if (body === undefined) return { code: 'body-unknown' }
  if (body.endedOn !== undefined) return { code: 'body-ended', field: 'endedOn', detail: `${body.endedOn}。` }
  if (body.kind === 'coordinating-office') return { code: 'body-office' }
  if (successor !== null) {
    const other = bodies.get(successor)
    const there = other !== undefined && !isEnded(other.endedOn ?? null, today)
    if (!there || other.region !== body.region || successor === body.code)
      return { code: 'body-successor', field: 'successor' }
    return undefined
  }
  if (owed.length === 0) return undefined
  const more = owed.length > TOLD ? `等 ${owed.length} 项` : ''
  return { code: 'body-owes', field: 'successor', detail: `${owed.slice(0, TOLD).join('、')}${more}。` }
}

/**
 * The first period the successor reports: what nobody has reported is his, but while the body still stands it reports
 * the periods that are over before its end. Null: the year has none left, the reports stay with who made them.
 */
export function takesOverFrom(
  { year, frequency, reported }: { year: number; frequency: Frequency; reported: readonly Period[] },
  { endedOn, today }: { endedOn: string; today: string },
): Period | null {
  const last = [...reported].sort(comparePeriods).at(-1)
  const left = periodsOf(year, frequency).filter((period) => last === undefined || comparePeriods(period, last) > 0)
  return left.find((period) => endedOn <= today || lastDayOf(period) >= endedOn) ?? null
}
