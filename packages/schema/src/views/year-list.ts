import { z } from 'zod'
import { FactCode, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { ItemContent, Proposal } from '../commands/year-list'
import { CalendarDate, Decimal, Instant, text, Wan } from '../decimal'
import { CalendarRule } from '../events/commitments'
import { Frequency } from '../period'
import { ItemAnswer, SubjectKind, ValueOrigin, WorkField, YearListState } from '../vocabulary'
import { BodyName, RegionName, ZoneName } from './common'
import { HandoverView } from './cross-region'

/** Whose list it is: the zone's (null) or a region's. */
const owner = { region: RegionName.nullable(), owner: BodyName.meta({ title: '制定单位' }) }

export const YearListsInput = z.strictObject({
  zone: ZoneCode,
  year: z
    .int()
    .nullable()
    .default(null)
    .meta({ title: '年度', description: 'null: the latest, or all where that is few' }),
  of: z
    .union([RegionCode, ZoneCode])
    .nullable()
    .default(null)
    .meta({ title: '制定地区', description: 'whose lists: a region’s or the zone’s own; null: everybody’s' }),
  phase: YearListState.nullable().default(null).meta({ title: '状态' }),
})
export type YearListsInput = z.input<typeof YearListsInput>
export const YearListLine = z.strictObject({
  code: FactCode,
  name: z.string().meta({ title: '清单名称' }),
  year: z.int().meta({ title: '年度' }),
  ...owner,
  phase: YearListState,
  items: z.int().meta({ title: '事项' }),
  agreed: z.int().meta({ title: '已认领', description: 'accepted or settled' }),
  disputed: z.int().meta({ title: '异议、疑问' }),
  yours: z.int().meta({ title: '待您认领', description: 'open items of the viewer’s region' }),
  adopted: z.strictObject({ basis: z.string(), on: CalendarDate }).nullable().meta({ title: '下达依据' }),
})
export type YearListLine = z.infer<typeof YearListLine>
export const YearLists = z.strictObject({
  zone: ZoneName,
  lists: z.array(YearListLine),
  year: z.int().nullable().meta({ title: '年度', description: 'the one whose lists these are; null: all years' }),
  years: z
    .array(z.strictObject({ year: z.int(), lists: z.int() }))
    .meta({ description: 'newest first, with how many lists the filters leave of each' }),
  owners: z.array(z.strictObject({ code: z.string(), name: z.string() })).meta({ title: '制定地区' }),
  few: z.boolean().meta({ description: 'few enough for all years to stand under each other' }),
  lead: z.string().nullable().meta({
    title: '清单牵头',
    description: 'who drafts and adopts the zone’s list; null: the mechanism names nobody',
  }),
  /** Lists the viewer may start: of the zone (`region` null) or of his region, and from which he may carry over. */
  drafts: z.array(
    z.strictObject({
      region: RegionName.nullable(),
      nextYear: z.int(),
      listName: z
        .string()
        .nullable()
        .meta({ description: 'as the mechanism calls the zone’s list; null: it does not' }),
      earlier: z.array(z.strictObject({ code: FactCode, name: z.string() })),
      open: z
        .array(z.strictObject({ code: FactCode, name: z.string() }))
        .meta({ description: 'of the same owner, not adopted yet' }),
    }),
  ),
})
export type YearLists = z.infer<typeof YearLists>

const Step = z.strictObject({
  type: z.string(),
  by: z.string(),
  body: z.string(),
  at: Instant,
  text: z.string().meta({ title: '内容', description: 'what was said, in words' }),
})

export const ListItemView = z.strictObject({
  code: FactCode,
  position: z.int().meta({ title: '序号' }),
  version: z.int(),
  content: ItemContent,
  name: z.string().meta({ title: '目标任务' }),
  domain: WorkField.nullable().meta({ title: '领域' }),
  unit: z.string().nullable().meta({ title: '单位' }),
  qualitative: z.boolean().meta({ title: '定性', description: 'done on a day: it has no figure' }),
  indicator: z.string().nullable().meta({ title: '指标' }),
  planPeriod: z.strictObject({ start: z.int(), end: z.int() }).nullable().meta({ title: '规划期' }),
  planValue: z.string().nullable().meta({ title: '规划目标' }),
  source: z.string().meta({ title: '出处' }),
  basis: z.string().nullable().meta({ title: '依据', description: 'decision or minutes it comes from; null: a plan' }),
  region: RegionName,
  body: BodyName,
  leadBody: BodyName,
  coBodies: z.array(BodyName),
  answer: ItemAnswer,
  said: z.strictObject({ reason: z.string(), proposal: Proposal.nullable(), by: z.string() }).nullable(),
  reply: z.strictObject({ reason: z.string(), by: z.string() }).nullable(),
  revision: z.int(),
  mine: z.boolean().meta({ description: 'the viewer speaks for the item’s region' }),
  steps: z.array(Step).meta({ title: '协商经过' }),
})
export type ListItemView = z.infer<typeof ListItemView>

export const YearListInput = z.strictObject({
  zone: ZoneCode,
  list: FactCode,
  asOf: z.iso
    .datetime()
    .nullable()
    .default(null)
    .meta({ title: '口径时点', description: 'an adopted list as it was at that stamp; null: as it is now' }),
})
export const YearListView = z.strictObject({
  zone: ZoneName,
  code: FactCode,
  name: z.string(),
  year: z.int(),
  version: z.int(),
  asOf: z.string().nullable().meta({ title: '口径时点' }),
  ...owner,
  phase: YearListState,
  adopted: z.strictObject({ basis: z.string(), on: CalendarDate }).nullable(),
  calendar: z.array(CalendarRule),
  wholes: z.array(z.strictObject({ subject: SubjectCode, value: Decimal })),
  items: z.array(ListItemView),
  breakdown: z.array(
    z.strictObject({
      subject: SubjectCode,
      name: z.string(),
      unit: z.string().nullable(),
      whole: Decimal.nullable().meta({ title: '全区' }),
      parts: z.array(z.strictObject({ region: RegionName, value: Decimal })),
      sum: Decimal.meta({ title: '合计' }),
      gap: Decimal.nullable().meta({ title: '差额' }),
      missing: z.array(RegionName).meta({ title: '尚未分解' }),
    }),
  ),
  shares: z.array(
    z.strictObject({
      ...{ subject: SubjectCode, name: z.string(), percent: z.int() },
      parts: z.array(z.strictObject({ region: RegionName, percent: z.int() })),
    }),
  ),
  handovers: z
    .array(HandoverView)
    .meta({ title: '衔接节点', description: 'of the list’s projects: due in its year, or earlier and still open' }),
  load: z.array(z.strictObject({ body: BodyName, perQuarter: z.number() })).meta({ title: '填报负担' }),
  mayDraft: z.boolean(),
  today: CalendarDate,
  /** For the forms: whom an item can be given to. */
  regions: z.array(RegionName),
  bodies: z.array(
    z.strictObject({ ...BodyName.shape, region: RegionCode.nullable(), ended: z.boolean().meta({ title: '已撤销' }) }),
  ),
})
export type YearListView = z.infer<typeof YearListView>

/** Looking for a subject to put on a list: what an issued plan promises, by name, code or plan. */
export const ListSubjectsInput = z.strictObject({
  zone: ZoneCode,
  list: FactCode,
  q: text(60).meta({ title: '名称或编号' }),
})
export const ListSubject = z.strictObject({
  code: SubjectCode,
  kind: SubjectKind,
  name: z.string(),
  domain: WorkField,
  unit: z.string().nullable(),
  /** The plan's value with its year, in words; null where it has no number. */
  promise: z.string().nullable(),
  source: z.string(),
  regions: z.array(z.string()).meta({ description: 'region or zone codes the plan names' }),
  suggestion: ItemContent.nullable().meta({ description: 'filled in from the plan; null without a region' }),
  arithmetic: z.string().nullable().meta({ title: '推算过程', description: 'how the suggested value was derived' }),
})
export type ListSubject = z.infer<typeof ListSubject>
export const ListSubjects = z.strictObject({ subjects: z.array(ListSubject) })

/** A plan laid out for a list: what of it is not on the list yet, a line an item it would become. */
export const ListPlanInput = z.strictObject({
  zone: ZoneCode,
  list: FactCode,
  plan: FactCode.nullable().default(null).meta({ description: 'null: the issued plan that fits the list’s year' }),
  field: WorkField.nullable().default(null),
  region: RegionCode.nullable().default(null),
})
export const ListPlanRow = z.strictObject({
  subject: SubjectCode,
  kind: SubjectKind,
  region: RegionName,
  name: z.string(),
  field: WorkField,
  unit: z.string().nullable(),
  promise: z.string().nullable().meta({ title: '规划目标' }),
  source: z.string(),
  body: BodyName.nullable().meta({ title: '填报单位', description: 'null: the region has no office to report it' }),
  frequency: Frequency.nullable(),
  figure: Proposal.meta({
    description: 'the year’s, as the plan gives it or derived; both null: the drafter’s to say',
  }),
  beside: z
    .strictObject({ year: z.int(), value: Decimal })
    .nullable()
    .meta({ description: 'another year’s value, which the typed one is held against' }),
  totalWan: Wan.nullable().meta({ title: '总投资（万元）' }),
  qualitative: z.boolean().meta({ title: '定性', description: 'done on a day: it has no figure' }),
  origin: ValueOrigin.nullable(),
  arithmetic: z.string().nullable().meta({ title: '推算过程' }),
})
export type ListPlanRow = z.infer<typeof ListPlanRow>
export const ListPlan = z.strictObject({
  zone: ZoneName,
  list: z.strictObject({ code: FactCode, name: z.string(), year: z.int(), version: z.int() }),
  plans: z.array(z.strictObject({ code: FactCode, name: z.string() })),
  plan: FactCode.nullable(),
  fields: z.array(z.strictObject({ field: WorkField, count: z.int() })),
  regions: z.array(z.strictObject({ region: RegionName, count: z.int() })),
  rows: z.array(ListPlanRow).meta({ description: 'at most as many as one press takes' }),
  more: z.int().meta({ description: 'lines beyond these' }),
})
export type ListPlan = z.infer<typeof ListPlan>
