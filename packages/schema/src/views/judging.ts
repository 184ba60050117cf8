import { z } from 'zod'
import { EventId, FactCode, RegionCode, SubjectCode } from '../codes'
import { CalendarDate, Decimal, Percent, Wan } from '../decimal'
import { ItemListed } from '../events/commitments'
import { ProjectListed, TargetListed } from '../events/facts'
import { JudgingRules } from '../events/rule-set'
import { Period } from '../period'
import { Status } from '../status-vocabulary'
import { AskedValue, Basis, FilingState, Stage } from '../vocabulary'

const year = z.int()

/** A series targets are judged by: figures entered of it, or what the office’s region itself reports of an indicator. */
const Reported = z.strictObject({
  ...{ indicator: FactCode, name: z.string() },
  cells: z.array(
    z.strictObject({
      ...{ subject: SubjectCode, region: RegionCode, unit: z.string().nullable(), event: EventId.nullable() },
      ...{ period: Period, state: FilingState, nil: z.boolean(), value: Decimal.nullable() },
    }),
  ),
})
const Series = z.strictObject({
  entered: z.array(z.strictObject({ period: Period, value: z.string(), unit: z.string().nullable() })),
  reported: Reported.nullable(),
})

/** What the judge would rest on for one cell of an office: so the form can say what its figure comes to, while it is typed. */
export const Judging = z.strictObject({
  region: RegionCode,
  period: Period,
  listed: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('target'), doc: TargetListed }),
    z.strictObject({ kind: z.literal('project'), doc: ProjectListed }),
  ]),
  plan: z.strictObject({ periodStart: year, periodEnd: year }).nullable(),
  item: ItemListed.nullable(),
  due: z.boolean(),
  cells: z
    .array(
      z.strictObject({
        ...{ period: Period, state: FilingState, nil: z.boolean(), value: Decimal.nullable(), stage: Stage.nullable() },
        ...{ investedYearWan: Wan.nullable(), progressPercent: Percent.nullable() },
        milestones: z.array(z.strictObject({ name: z.string(), reachedOn: z.string() })),
        done: z.strictObject({ said: z.boolean(), on: CalendarDate.nullable(), evidence: z.boolean() }).optional(),
      }),
    )
    .meta({ description: 'of this subject and region' }),
  accepted: z.array(z.strictObject({ region: z.string(), asked: AskedValue, value: z.string(), year })),
  compared: Series,
  share: z
    .strictObject({
      part: Reported.extend({ basis: Basis, unit: z.string().nullable() }),
      whole: Series.extend({ name: z.string() }),
    })
    .nullable()
    .meta({ description: 'of a share that is worked out; null: what is reported is judged' }),
  rules: z.strictObject({ version: z.int(), rules: JudgingRules }),
})
export type Judging = z.infer<typeof Judging>

/** What will be shown about a body: the status now, and the one its report will get. */
export const StatusShown = z.strictObject({ status: Status, sentence: z.string() })
export type StatusShown = z.infer<typeof StatusShown>
