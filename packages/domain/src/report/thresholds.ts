import { z } from 'zod'

const times = z.int().min(2)
const percent = z.int().min(1)

/** Where the checks draw their lines: data, whole numbers, so that a zone may adopt others without a new build. */
export const Thresholds = z.strictObject({
  unit: z.strictObject({
    /** So many times what was said before, and no plan that speaks for it. */
    overBefore: times,
    /** So many times the year's plan or the whole. */
    overPlan: times,
    /** So many times the year's plan or the whole, where the last figure says that this is how it goes. */
    overPlanKnown: times,
    /** The last figure is so many times this one. */
    underBefore: times,
    /** The year's plan or the whole is so many times this figure. */
    underPlan: times,
    /** The same, of a project that builds and says how far it is. */
    underPlanBuilding: times,
  }),
  outlier: z.strictObject({ deviations: times, percentOfLast: percent, timesLastYear: times }),
  /** Points of the year's plan between investment and where the year stands; percent of the expected figure. */
  path: z.strictObject({ points: percent, lowPercent: percent, highPercent: percent, timesOfWay: times }),
  /** Percent of the whole. */
  parts: z.strictObject({ overTotalPercent: percent, sumPercent: percent }),
})
export type Thresholds = z.infer<typeof Thresholds>

export const DEFAULT_THRESHOLDS: Thresholds = {
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
