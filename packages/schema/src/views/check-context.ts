import { z } from 'zod'
import { Decimal, Wan } from '../decimal'
import { Period } from '../period'
import { Basis, Stage } from '../vocabulary'

/** A figure that was published before, for the checks that compare. */
export const PastFigure = z.strictObject({
  period: Period,
  value: Decimal.nullable(),
  stage: Stage.nullable(),
  investedYearWan: Wan.nullable(),
  investedTotalWan: Wan.nullable(),
  progressPercent: z.string().nullable(),
})
export type PastFigure = z.infer<typeof PastFigure>

/** All the checks on entry know besides the entry: the same object on the server and in the browser. */
export const CheckContext = z.strictObject({
  period: Period,
  correction: z.boolean().meta({ description: 'true: a report of this period was published before' }),
  unit: z.string().nullable(),
  basis: Basis.nullable().meta({ description: 'null for projects' }),
  targetValue: Decimal.nullable(),
  planWan: Wan.nullable(),
  totalWan: Wan.nullable(),
  history: z.array(PastFigure).meta({ description: 'current reports of other periods with figures, oldest first' }),
})
export type CheckContext = z.infer<typeof CheckContext>
