import type { ItemListed, ListAdopted } from '@lianxi/schema/events/commitments'
import type { IndicatorListed, PlanListed, RegionListed } from '@lianxi/schema/events/facts'
import { lastDayOf, type Period } from '@lianxi/schema/period'
import type { FilingState, SubjectKind, Visibility } from '@lianxi/schema/vocabulary'

/** What an item's being public is decided by; undefined: nobody has listed it (yet). Days are calendar days in China. */
export type ItemFacts = {
  /** Of domain time. */
  today: string
  list: Pick<ListAdopted, 'adoptedOn'> | undefined
  item: Pick<ItemListed, 'visibility'>
  /** Visibility of every other item of the same subject, region and year: of whatever list. */
  others: readonly Visibility[]
  subject: { visibility: Visibility } | undefined
  plan: Pick<PlanListed, 'status'> | undefined
  region: Pick<RegionListed, 'reporting'> | undefined
}

/**
 * May anybody read that this is promised? Only what an adopted list makes 公开, of an issued plan (征求意见稿 is never
 * public) that calls it 公开 itself; where two lists disagree about one region's thing, the stricter one counts.
 */
export function isPublicItem({ today, list, item, others, subject, plan, region }: ItemFacts): boolean {
  if (list === undefined || list.adoptedOn > today) return false
  if (plan?.status !== 'issued' || region?.reporting !== true) return false
  return [item.visibility, subject?.visibility, ...others].every((visibility) => visibility === 'public')
}

/** What a report's being public is decided by, beside its item's. */
export type FigureFacts = {
  today: string
  period: Period
  /** The calendar's event said so: before, some have reported and others have not. */
  fellDue: boolean
  /** Of the target's indicator, and of the one it counts as; none: no office releases it on a day of its own. */
  releases: readonly Pick<IndicatorListed, 'releaseAfterDays'>[]
  /** The zone's mechanism has a step in which the parent region confirms this one's reports (审核链). */
  needsConfirmation: boolean
  cell: { state: FilingState; nil: boolean; confirmed: boolean; conflict: boolean; objections: readonly unknown[] }
}

/**
 * May anybody read this figure? Only a report that stands, approved by its own body and confirmed where the mechanism
 * asks for it, undisputed, and after both its due moment and the day on which its statistics are released.
 */
export function isReleased({ today, period, fellDue, releases, needsConfirmation, cell }: FigureFacts): boolean {
  const { state, nil, confirmed, conflict, objections } = cell
  const approved = state === 'reported' && !nil && !conflict && objections.length === 0
  if (!approved || (needsConfirmation && !confirmed)) return false
  return fellDue && releases.every(({ releaseAfterDays = 0 }) => today > daysAfter(lastDayOf(period), releaseAfterDays))
}

function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00.000Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/**
 * The texts of a report that go out with its figure: where it is from, and what stands of a project. Never remarks,
 * problems, next steps, matters, reasons or names of persons.
 */
export const PUBLIC_TEXTS = {
  target: ['figureSource'],
  project: ['physicalProgress'],
} as const satisfies Record<SubjectKind, readonly string[]>
