import type { CheckThresholds } from '@lianxi/schema/check-thresholds'
import type { RuleSetAdopted } from '@lianxi/schema/events/rule-set'
import type { Period } from '@lianxi/schema/period'
import { inForce } from '../status/rule-set-for'

/** Where the checks draw their lines in a zone that has not adopted its own (docs/adr/0034). */
export const DEFAULT_THRESHOLDS: CheckThresholds = {
  unit: {
    overBefore: 1_000,
    overPlan: 8,
    overPlanKnown: 1_000,
    underBefore: 100,
    underPlan: 5_000,
    underPlanBuilding: 500,
  },
  outlier: { deviations: 8, percentOfLast: 10, timesLastYear: 3 },
  path: { points: 40, lowPercent: 50, highPercent: 160, timesOfWay: 2 },
  parts: { overTotalPercent: 120, sumPercent: 102 },
}

/** Of a zone's rule sets those that say where the checks on a period draw their lines. */
export const thresholdsFor = (
  period: Period,
  adopted: readonly Pick<RuleSetAdopted, 'version' | 'effectiveFrom' | 'checks'>[],
): CheckThresholds => inForce(period, adopted)?.checks ?? DEFAULT_THRESHOLDS
