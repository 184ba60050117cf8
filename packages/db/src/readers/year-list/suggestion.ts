import type { ItemContent } from '@lianxi/schema/commands/year-list'
import type { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import { statedBodiesOf } from '@lianxi/domain/plan/stated-bodies'
import { baselineOf, speaksOf } from '@lianxi/domain/place/own-values'
import { suggestYear } from '@lianxi/domain/year-list/suggest-year'
import type { readAcceptedBaselines } from '../../baseline/known'
import { indicatorOf, type Reference } from '../base/reference'
import type { Subject } from './one'

/** As many as an item has. */
const MOST_BODIES = 20

type Accepted = Awaited<ReturnType<typeof readAcceptedBaselines>>
type For = { region: string | undefined; year: number }
/** `arithmetic`: how the year's value was worked out; null where the plan says it. */
export type Suggested = { suggestion: ItemContent | null; arithmetic: string | null }

/**
 * An item filled in from the plan: nothing invented, what the plan does not say stays empty. No suggestion where the
 * region has no coordinating office to report it.
 */
export function suggestItem(
  reference: Reference,
  subject: Subject,
  { region, year }: For,
  accepted: Accepted,
): Suggested {
  const office = [...reference.bodies.values()].find(
    (body) => body.region === region && body.kind === 'coordinating-office',
  )
  if (region === undefined || office === undefined) return { suggestion: null, arithmetic: null }
  const { code, doc } = subject
  // Who leads as the plan says; the office goes on reporting until the region hands the figure out as well.
  const [leadBody = office.code, ...coBodies] = statedBodiesOf(doc.statedBodies, reference.bodies.values(), region)
  const target =
    subject.kind === 'target'
      ? targetOf(reference, subject.doc, { region, year }, accepted.get(`${code}:${region}`))
      : null
  const suggestion: ItemContent = {
    ...{ subject: code, kind: subject.kind, region, attribute: 'expected', visibility: doc.visibility },
    ...{ body: office.code, leadBody, coBodies: coBodies.slice(0, MOST_BODIES), leader: '', person: '', measures: '' },
    ...{ deadline: `${year}-12-31`, frequency: frequencyOf(subject) },
    target: target?.values ?? null,
    project: subject.kind === 'project' ? projectOf(subject.doc, { region, year }) : null,
  }
  return { suggestion, arithmetic: target?.arithmetic ?? null }
}

const frequencyOf = (subject: Subject): ItemContent['frequency'] =>
  subject.kind === 'project' ? 'month' : (subject.doc.frequency ?? 'quarter')

type At = { region: string; year: number }

/**
 * The plan's values, of a whole only what its parts share; the year's is the plan's own or derived, a baseline the plan
 * does not give of the region the one that was accepted.
 */
function targetOf(
  reference: Reference,
  target: TargetListed,
  { region, year }: At,
  stated: { value: string; year: number } | undefined,
): { values: ItemContent['target']; arithmetic: string | null } {
  const { value, targetYear, yearly = [] } = target
  const baseline = baselineOf(target, region, null)
  const planned = baseline === null ? null : { year: baseline.year, value: baseline.value, origin: 'plan' as const }
  const known = planned ?? (stated === undefined ? null : { ...pointOf(stated), origin: 'stated' as const })
  // Of a zone's value only what holds for each of its regions can be suggested to one of them: never a sum's whole.
  const aggregate = indicatorOf(reference, target.indicator)?.aggregate
  const alike = aggregate !== undefined && aggregate !== 'sum' && targetYear === year
  const own = speaksOf(target, region) || target.standing || alike
  // A sum over the plan is no value of its last year: next year's list would carry it over as one.
  const ofYear = value === null || target.basis === 'cumulative' ? [] : [{ year: targetYear, value }]
  const points = [...yearly, ...ofYear]
  const path = (own ? points : [])
    .map((point) => ({ ...point, origin: 'plan' as const }))
    .filter((point, at, all) => all.findIndex((one) => one.year === point.year) === at)
  const { arithmetic = null, ...yearValue } = (own ? suggestYear(target, known, year) : null) ?? { value: null }
  return {
    values: { baseline: known, yearValue: yearValue.value === null ? null : yearValue, path },
    arithmetic,
  }
}

const pointOf = ({ value, year }: { value: string; year: number }) => ({ value, year })

function projectOf({ investmentWan, yearly = [], parts = [] }: ProjectListed, at: At): ItemContent['project'] {
  const share = Number(parts.find(({ region }) => region === at.region)?.sharePercent ?? Number.NaN)
  return {
    planWan: yearly.find(({ year }) => year === at.year)?.planWan ?? null,
    ...{ totalWan: investmentWan, origin: 'plan', monthlyPercent: null, milestones: [] },
    // Items carry whole shares; another one is left to the drafter.
    sharePercent: Number.isInteger(share) ? share : null,
  }
}
