import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { PlanRow, RegionRow, TaskRow } from '../rows/reference'
import { sourceOf } from './subject-events'

/** As long as a contract takes. */
const MOST = 300

/**
 * A task of a plan or a decision is a qualitative target: done on a day, with a document. Who answers stays in the plan's
 * words; the region is the one the task names if it reports, else the plan's own, so that no region is made up.
 */
export function taskEvent(
  row: TaskRow,
  plans: ReadonlyMap<string, PlanRow>,
  regions: ReadonlyMap<string, RegionRow>,
): LianxiEvent {
  const plan = plans.get(row.plan)
  if (plan === undefined) throw new Error(`plan ${row.plan} of ${row.code} is not in the catalogue`)
  const named = row.responsible.flatMap((who) => regions.get(who) ?? [])
  const [only, ...others] = row.responsible.length === named.length ? named : []
  const region = only?.reporting === true && others.length === 0 ? only.code : (plan.region ?? plan.zone)
  const words = [...new Set([...(row.lead === null ? [] : [row.lead]), ...row.responsible])]
  const { code, name, domain, visibility } = row
  return {
    type: 'lianxi.target.listed.v1',
    data: {
      ...{ code, plan: row.plan, name, domain, region, indicator: null, unit: null, basis: 'flag' },
      ...{ comparator: 'qualitative', value: null, valueHigh: null, targetYear: row.dueYear ?? plan.periodEnd },
      ...{ baseline: null, direction: null, standing: false, holdSide: null, frequency: null, priceBasis: null },
      ...{ reportable: false, visibility, source: sourceOf(row.source) },
      statedBodies: words
        .map((who) => regions.get(who)?.name ?? who)
        .join('、')
        .slice(0, MOST),
    },
  }
}
