import { z } from 'zod'
import { BodyCode, EventId, RegionCode, SubjectCode } from '../codes'
import { CalendarDate, Instant } from '../decimal'
import { Period } from '../period'
import { MeasureKind, MissingInput, ObjectionOutcome, SaidStatus, Status, StatusMethod } from '../status-vocabulary'
import { Attribute, SubjectKind } from '../vocabulary'
import { RegionName, Stamp } from './common'

/** What asks most for somebody comes first: the order of lists sorted by status, and of the worst item. */
export const WORST_FIRST = [
  'breached',
  'regressing',
  'seriously-behind',
  'behind',
  'not-reported',
  'undeterminable',
  'on-track',
  'met',
  'ahead',
  'achieved',
  'not-due',
] as const satisfies Status[]

/** 需关注 whatever the item is; 滞后 only where it is 约束性 or 重点. */
export const BAD_STATUSES = ['breached', 'regressing', 'seriously-behind'] as const satisfies Status[]

/** 人工认定 in force, as it stands beside what the rules say. */
export const OverrideMark = z.strictObject({
  event: EventId,
  status: SaidStatus,
  period: Period.meta({ description: 'from which on, or the only one' }),
  onwards: z.boolean().meta({ title: '以后各期' }),
  endsAt: Instant.nullable().meta({ title: '有效至', description: 'null: until the next report' }),
  reason: z.string().meta({ title: '认定理由' }),
  person: z.string().meta({ title: '办理人' }),
  on: CalendarDate,
})
export type OverrideMark = z.infer<typeof OverrideMark>

/** 异议 to the computed status or to an override, with the secretariat's answer once there is one. */
export const ObjectionMark = z.strictObject({
  event: EventId,
  text: z.string().meta({ title: '异议' }),
  override: EventId.optional().meta({ description: 'the override objected to; absent: the computed status' }),
  body: BodyCode,
  bodyName: z.string().meta({ title: '提出单位' }),
  person: z.string().meta({ title: '提出人' }),
  on: CalendarDate,
  answer: z
    .strictObject({ outcome: ObjectionOutcome, reason: z.string(), person: z.string(), on: CalendarDate })
    .nullable()
    .meta({ title: '答复' }),
})
export type ObjectionMark = z.infer<typeof ObjectionMark>

/** The status of one cell as lists show it: what counts, what the rules say and why, and what people say of it. */
export const StatusMark = z.strictObject({
  status: Status,
  computed: Status.meta({ title: '按规则判定', description: 'another one only while an override is in force' }),
  sentence: z.string().meta({ title: '说明' }),
  override: OverrideMark.nullable().meta({ title: '人工认定' }),
  objection: ObjectionMark.nullable().meta({ title: '异议' }),
})
export type StatusMark = z.infer<typeof StatusMark>

/** Counts of cells by status; what is not there is none. */
export const StatusCounts = z.partialRecord(Status, z.int())
export type StatusCounts = z.infer<typeof StatusCounts>

/** The worst item marked 约束性 or 重点. */
export const WorstItem = z.strictObject({
  subject: SubjectCode,
  kind: SubjectKind,
  name: z.string(),
  attribute: Attribute,
  mark: StatusMark,
  measure: z
    .strictObject({ kind: MeasureKind, value: z.string() })
    .nullable()
    .meta({ description: 'how far behind the rules find it, as an exact decimal' }),
})
export type WorstItem = z.infer<typeof WorstItem>

/** The status of one cell with everything it rests on. */
export const StatusView = StatusMark.extend({
  region: RegionName,
  period: Period,
  method: StatusMethod.meta({ title: '判定方法' }),
  ruleSet: z.int().meta({ title: '规则版本', description: '0: the default' }),
  measure: z
    .strictObject({ kind: MeasureKind, value: z.string() })
    .nullable()
    .meta({ title: '衡量', description: 'in words like the values, with their units' }),
  expected: z.string().nullable().meta({ title: '应达到' }),
  actual: z.string().nullable().meta({ title: '实际' }),
  provisional: z.boolean().meta({ title: '暂' }),
  derived: z.boolean().meta({ title: '推算' }),
  missing: MissingInput.nullable().meta({ title: '缺少的依据' }),
  inputs: z.array(z.strictObject({ name: z.string(), value: z.string() })).meta({ title: '判定依据' }),
  since: Stamp.meta({ title: '自何时起' }),
  earlier: z
    .array(StatusMark.extend({ since: Stamp, until: Stamp }))
    .meta({ title: '以前的判定', description: 'of this very cell, latest first' }),
})
export type StatusView = z.infer<typeof StatusView>

/** What the viewer may say of a subject's statuses. */
export const MaySay = z.strictObject({
  override: z.boolean().meta({ title: '人工认定、答复异议' }),
  object: z.array(RegionCode).meta({ title: '可提出异议的地区' }),
  speaksFor: z.array(BodyCode).meta({ title: '可撤回其异议的单位' }),
})
export type MaySay = z.infer<typeof MaySay>

/** The status of any cell of a subject, for the table of periods. */
export const CellStatus = StatusMark.extend({ region: RegionCode, period: Period })
export type CellStatus = z.infer<typeof CellStatus>
