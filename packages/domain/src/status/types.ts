import { z } from 'zod'
import { EventId, FactCode, SubjectCode } from '@lianxi/schema/codes'
import { CalendarDate, Decimal, Wan } from '@lianxi/schema/decimal'
import { JudgingRules } from '@lianxi/schema/events/rule-set'
import { Period } from '@lianxi/schema/period'
import { JudgedBasis, MeasureKind, MissingInput, Status, StatusMethod } from '@lianxi/schema/status-vocabulary'
import { Basis, Comparator, Stage, ValueOrigin } from '@lianxi/schema/vocabulary'

const Year = z.int().min(1990).max(2060)

/** What was reported for a period; null: 本期无变化, what was reported before still holds. */
const Figure = z.strictObject({ period: Period, value: Decimal.nullable() })

/** From which of the region's own reports a series was taken. */
const Reported = z.strictObject({
  indicator: FactCode,
  name: z.string(),
  subject: SubjectCode.nullable().meta({ description: 'the target it was reported of; null: nobody reported it' }),
  event: EventId.nullable().meta({ description: 'the report of the judged period' }),
})

/** A target is compared with another series (高于全省平均, 高于经济增速). */
const Relative = z.strictObject({
  name: z.string().meta({ description: 'of the other series, with whose it is' }),
  operator: z.enum(['gt', 'ge', 'lt', 'le']),
  figures: z.array(Figure).meta({ description: 'of the other series, by the same periods; empty: not known yet' }),
  reported: Reported.optional().meta({
    description: 'the other series is what the region itself reports of an indicator; absent: entered',
  }),
})

const Counted = Figure.extend({ unit: z.string().nullable() })

/** A share (占全省比重) that is worked out: the region's own figure divided by another series' of the same period. */
const Share = z.strictObject({
  basis: Basis.meta({ description: 'of the part, and so of the whole' }),
  part: Reported.extend({ figures: z.array(Counted) }),
  whole: z.strictObject({
    name: z.string().meta({ description: 'of the other series, with whose it is' }),
    figures: z.array(Counted),
    reported: Reported.optional(),
  }),
})

/** A qualitative target (定性): done or not by a date. `evidence`: something proves it. */
const Flag = z.strictObject({ dueOn: CalendarDate, doneOn: CalendarDate.nullable(), evidence: z.boolean() })

/**
 * All that one target of one region is judged by for one period. It is kept beside the result as JSON, so it carries
 * facts only, in the contracts' own forms. `target`, `path` and `yearValue` are the judged region's own: a zone's value
 * says nothing of one of its regions.
 */
export const TargetInput = z.strictObject({
  unit: z.string().nullable(),
  basis: Basis,
  comparator: Comparator,
  direction: z.enum(['up', 'down']).nullable().meta({ description: 'null: to be held, or not stated' }),
  standing: z.boolean(),
  holdSide: z.enum(['below', 'above', 'both']).nullable().meta({ description: 'the side that counts as breached' }),
  relative: Relative.nullable(),
  share: Share.optional().meta({ description: 'absent: the reported figures are judged' }),
  flag: Flag.nullable(),
  planStart: Year.meta({ description: 'first year of the plan’s period' }),
  baseline: z.strictObject({ value: Decimal, year: Year }).nullable(),
  startsFromNothing: z.boolean().meta({ description: 'there was none before the plan: judged by value ÷ target' }),
  target: z.strictObject({ value: Decimal, high: Decimal.nullable(), year: Year }).nullable(),
  path: z.array(z.strictObject({ year: Year, value: Decimal, origin: ValueOrigin })),
  yearValue: z
    .strictObject({ value: Decimal, origin: ValueOrigin })
    .nullable()
    .meta({ description: 'of this year’s list' }),
  period: Period,
  due: z.boolean().meta({ description: 'the period fell due' }),
  figures: z.array(Figure).meta({ description: 'current reports of this subject and region, any order, any year' }),
})
export type TargetInput = z.infer<typeof TargetInput>

/** All that one project, or one region's part of it, is judged by for one period. */
export const ProjectInput = z.strictObject({
  period: Period,
  due: z.boolean(),
  reported: z.boolean().meta({ description: 'a report of this period stands, be it 本期无变化' }),
  planWan: Wan.nullable().meta({ description: 'plan of the period’s year' }),
  monthlyPercent: z.array(z.int().min(0).max(100)).length(12).nullable().meta({ description: 'cumulative, by month' }),
  investedYearWan: Wan.nullable().meta({
    description: 'year to date; for 本期无变化 what was reported before in the year',
  }),
  milestones: z.array(z.strictObject({ name: z.string(), dueOn: CalendarDate, reachedOn: CalendarDate.nullable() })),
  outcome: z
    .strictObject({ stage: Stage, by: CalendarDate })
    .nullable()
    .meta({ description: 'what the plan promised and by when; null where it promises nothing that can be seen' }),
  stage: Stage.nullable().meta({ description: 'last reported' }),
  progressPercent: z.string().nullable(),
})
export type ProjectInput = z.infer<typeof ProjectInput>

/** The rules that judge, with the version every result names; 0 is the default before a zone adopted any. */
export const RuleSet = z.strictObject({ version: z.int().min(0), rules: JudgingRules })
export type RuleSet = z.infer<typeof RuleSet>

const written = z.string().meta({ description: 'exact decimal as text; quotients to 12 places' })

/** What is said of a subject and everything it rests on. */
export const Judgement = z.strictObject({
  status: Status,
  basis: JudgedBasis,
  method: StatusMethod,
  ruleSet: z.int().min(0).meta({ description: 'version of the rule set' }),
  measure: z.strictObject({ kind: MeasureKind, value: written }).nullable(),
  expected: written
    .nullable()
    .meta({ description: 'what was to be reached by now, in the subject’s unit like `actual`' }),
  actual: written.nullable(),
  provisional: z.boolean().meta({ description: '暂: a year that is not finished counted' }),
  derived: z.boolean().meta({ description: '推算: a value that no document states was used' }),
  missing: MissingInput.nullable().meta({ description: 'what somebody has to supply' }),
  sentence: z.string(),
  inputs: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('target'), given: TargetInput }),
    z.strictObject({ kind: z.literal('project'), given: ProjectInput }),
  ]),
})
export type Judgement = z.infer<typeof Judgement>
