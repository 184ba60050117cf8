import { z } from 'zod'
import { RegionCode, SubjectCode, ZoneCode } from '../codes'
import { Instant } from '../decimal'
import { timeInput } from '../moment'
import { Period } from '../period'
import { Attribute, FilingState, MatterKind, SubjectKind, WorkField } from '../vocabulary'
import { figures, FilingCounts, LastFigure } from './cell'
import { CrossRegionLine } from './cross-region'
import { PeriodView, picture, RegionName, ZoneName } from './common'
import { NotAskedCount } from './not-asked'
import { ZoneRollUp } from './roll-up'
import { StatusCounts, StatusMark, WorstItem } from './status'

export const OverviewInput = z.strictObject({
  zone: ZoneCode,
  /** Absent: the period that opened last. A quarter stands for every period that ends with it (2025Q4: 年、下半年). */
  period: Period.optional(),
  ...timeInput,
})

export type OverviewInput = z.infer<typeof OverviewInput>

/** As many lines of one kind as 要情 has on paper; of 需关注 an overview has no more. */
export const PRINTED_LINES = 60

/** The last report of a region: who and when, of what. */
export const LastReport = z.strictObject({
  subject: SubjectCode,
  name: z.string(),
  period: Period,
  person: z.string().meta({ title: '填报人' }),
  at: Instant.meta({ title: '报送时刻' }),
})
export type LastReport = z.infer<typeof LastReport>

export const RegionTile = z.strictObject({
  region: RegionName,
  responsible: z
    .boolean()
    .meta({ title: '责任主体', description: 'false: inside a responsible region, never added to it' }),
  parent: RegionCode.nullable(),
  counts: FilingCounts,
  statuses: StatusCounts,
  worst: WorstItem.nullable().meta({ title: '最需关注', description: 'the worst item marked 约束性 or 重点' }),
  lastReport: LastReport.nullable(),
  notAsked: z.int().meta({ title: '本期不报' }),
})
export type RegionTile = z.infer<typeof RegionTile>

/** One line of 领域 × 状态 and of 领域 × 填报情况. */
export const FieldCounts = z.strictObject({
  field: WorkField.meta({ title: '领域' }),
  counts: FilingCounts,
  statuses: StatusCounts,
})
export type FieldCounts = z.infer<typeof FieldCounts>

export const ATTENTION_LABELS = {
  returned: '退回待重报',
  conflict: '两份填报冲突',
  overdue: '到期未报',
  matter: '提出需协调事项',
  problem: '反映问题',
  objection: '核对有异议',
  status: '状态不佳',
  contested: '对状态有异议，待答复',
} as const
export const AttentionReason = z.enum([
  'returned',
  'conflict',
  'overdue',
  'matter',
  'problem',
  'objection',
  'status',
  'contested',
])
export type AttentionReason = z.infer<typeof AttentionReason>

/** 需关注: what, where, why, the reason the region gives, the matter, the next step. */
export const AttentionLine = z.strictObject({
  subject: SubjectCode,
  kind: SubjectKind,
  name: z.string(),
  field: WorkField,
  attribute: Attribute.nullable(),
  region: RegionName,
  period: Period,
  state: FilingState,
  mark: StatusMark.nullable().meta({ title: '状态' }),
  late: z.boolean(),
  reasons: z.array(AttentionReason).min(1),
  dueAt: Instant.nullable(),
  returned: z
    .strictObject({ reason: z.string(), by: z.string(), person: z.string(), at: Instant })
    .nullable()
    .meta({ title: '退回' }),
  problems: z.string().nullable().meta({ title: '存在问题' }),
  matters: z.array(z.strictObject({ kind: MatterKind, text: z.string() })).meta({ title: '需协调事项' }),
  nextStep: z.string().nullable().meta({ title: '下步安排' }),
  objections: z.array(z.strictObject({ code: z.string(), message: z.string() })),
  unit: z.string().nullable(),
  ...figures,
  last: LastFigure.nullable().meta({ title: '上次所报' }),
})
export type AttentionLine = z.infer<typeof AttentionLine>

export const RecentReport = z.strictObject({
  subject: SubjectCode,
  kind: SubjectKind,
  name: z.string(),
  region: RegionName,
  period: Period,
  revision: z.int(),
  nil: z.boolean(),
  person: z.string(),
  at: Instant,
})
export type RecentReport = z.infer<typeof RecentReport>

/** The board's first screen: who has reported, what is wrong, what changed, what needs the meeting. */
export const Overview = z.strictObject({
  zone: ZoneName,
  ...picture,
  period: PeriodView,
  periods: z.array(PeriodView).meta({ description: 'all periods, latest first' }),
  wholeZone: z.boolean().meta({ description: 'false: the viewer sees his own region and those below it' }),
  totals: FilingCounts,
  statuses: StatusCounts,
  worst: z
    .strictObject({ region: RegionName, item: WorstItem })
    .nullable()
    .meta({ title: '最需关注', description: 'of all regions the worst item marked 约束性 or 重点' }),
  tiles: z.array(RegionTile),
  fields: z.array(FieldCounts),
  notAsked: z
    .array(NotAskedCount)
    .meta({ title: '本期不报', description: 'in no count of this board: of another rhythm' }),
  rollUps: z.array(ZoneRollUp).meta({ title: '全区汇总', description: 'empty for who does not see the whole zone' }),
  attention: z.array(AttentionLine),
  attentionTotal: z.int(),
  crossRegion: z.array(CrossRegionLine),
  crossRegionTotal: z.int(),
  disagreeing: z.int().meta({ title: '不一致', description: 'that nobody has settled' }),
  recent: z.array(RecentReport).meta({ title: '最近填报' }),
})
export type Overview = z.infer<typeof Overview>

/** Sent over SSE when the board changed: what is newer than `stamp` is to be fetched again. */
/** An open page is told that the board moved on, and what is wrong with the stream when that changed. */
export const BoardChange = z.strictObject({ stamp: z.string().nullable(), trouble: z.string().nullish() })
export type BoardChange = z.infer<typeof BoardChange>
export const BoardChangedInput = z.strictObject({
  zone: ZoneCode,
  lastEventId: z.string().max(40).nullish(),
  trouble: z.string().max(500).nullish(),
})

export const PeriodsInput = z.strictObject({ zone: ZoneCode })
export const Periods = z.strictObject({ periods: z.array(PeriodView), current: Period.nullable() })
export type Periods = z.infer<typeof Periods>
