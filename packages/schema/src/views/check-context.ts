import { z } from 'zod'
import { SubjectCode } from '../codes'
import { CheckThresholds } from '../check-thresholds'
import { Decimal, Instant, Wan } from '../decimal'
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

/** What was said elsewhere: other regions, other subjects. Known where the whole board can be asked, not to the worker. */
export const Neighbours = z.strictObject({
  same: z
    .array(z.strictObject({ name: z.string(), value: Decimal }))
    .meta({ description: 'figures of this region and period for the same indicator under other names' }),
  parts: z
    .array(z.strictObject({ name: z.string(), figure: Decimal }))
    .meta({ description: 'what the other parts of the same whole last said' }),
  whole: z
    .strictObject({ name: z.string(), figure: Decimal })
    .nullable()
    .meta({ description: 'the whole the parts belong to; null: nobody said it' }),
  place: z.enum(['part', 'whole']).meta({ description: 'what this report is among them' }),
})
export type Neighbours = z.infer<typeof Neighbours>

const promised = {
  unit: z.string().nullable(),
  basis: Basis.nullable().meta({ description: 'null for projects' }),
  qualitative: z.boolean().meta({ description: 'judged by whether and when it was done (定性), not by a figure' }),
  targetValue: Decimal.nullable(),
  yearValue: Decimal.nullable().meta({ description: 'what the list asks for the year; null: only the plan speaks' }),
  baseline: Decimal.nullable(),
  planWan: Wan.nullable(),
  totalWan: Wan.nullable(),
  curve: z
    .array(z.number())
    .length(12)
    .nullable()
    .meta({ description: 'share of the year’s plan by month in percent, cumulative; null: even' }),
  history: z.array(PastFigure).meta({ description: 'current reports of other periods with figures, oldest first' }),
}

/** Another subject the report is said of too: it has a plan and a history of its own. */
export const Alongside = z.strictObject({ subject: SubjectCode, name: z.string(), ...promised })
export type Alongside = z.infer<typeof Alongside>

/** All the checks on entry know besides the entry: the same object on the server and in the browser. */
export const CheckContext = z.strictObject({
  period: Period,
  saidAt: Instant.meta({ description: 'when it is said: now where somebody fills it in, else the event’s time' }),
  correction: z.boolean().meta({ description: 'true: a report of this period was published before' }),
  ...promised,
  alongside: z.array(Alongside).optional().meta({ description: 'what the report serves too; absent: nothing' }),
  thresholds: CheckThresholds,
  neighbours: Neighbours.nullable().meta({ description: 'null: nobody asked' }),
})
export type CheckContext = z.infer<typeof CheckContext>
