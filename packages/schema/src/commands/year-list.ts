import { z } from 'zod'
import { BodyCode, FactCode, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Decimal, text, Wan } from '../decimal'
import { CalendarRule, ItemListed } from '../events/commitments'
import { Frequency, Period } from '../period'
import { Attribute, SubjectKind, Visibility } from '../vocabulary'
import { IdempotencyKey } from './report'

const YEARS = '应在 2000 年至 2060 年之间'
const Year = z.coerce
  .number('应为四位数的年份')
  .int('应为四位数的年份')
  .min(2000, YEARS)
  .max(2060, YEARS)
  .meta({ title: '年度' })
const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)

/** What an item of a list says, before it has a number: who does what, until when, and how it is reported. */
export const ItemContent = z
  .strictObject({
    subject: SubjectCode,
    kind: SubjectKind,
    region: RegionCode,
    attribute: Attribute,
    visibility: Visibility,
    body: BodyCode.meta({ title: '填报单位', description: 'reports the item; a body of the region' }),
    leadBody: BodyCode.meta({ title: '牵头单位' }),
    coBodies: z.array(BodyCode).max(20).meta({ title: '责任单位' }),
    leader: text(40).meta({ title: '牵头领导', description: 'stays in the web, never on a topic' }),
    person: text(40).meta({ title: '责任人', description: 'stays in the web, never on a topic' }),
    measures: text(1000).meta({ title: '工作举措' }),
    deadline: CalendarDate.meta({ title: '完成时限' }),
    frequency: Frequency,
    target: ItemListed.shape.target,
    project: ItemListed.shape.project,
  })
  .refine(({ kind, target, project }) => (kind === 'target' ? target !== null && project === null : project !== null), {
    message: '目标事项填写目标值，项目事项填写年度计划',
    path: ['kind'],
  })
export type ItemContent = z.infer<typeof ItemContent>

/** A figure of the year: a value (targets) or an annual plan in 万元 (projects); a counter-proposal is one too. */
export const Proposal = z.strictObject({ value: Decimal.nullable(), planWan: Wan.nullable() })
export type Proposal = z.infer<typeof Proposal>

const onList = { zone: ZoneCode, list: FactCode, idempotencyKey: IdempotencyKey }
const onItem = { ...onList, item: FactCode, expectedVersion: z.int().min(0).meta({ title: '所见版本' }) }

/** A new list of the zone (`region` null) or of a region; `copyOf` takes last year's items over, to be reviewed. */
export const CreateYearList = z.strictObject({
  zone: ZoneCode,
  region: RegionCode.nullable(),
  idempotencyKey: IdempotencyKey,
  year: Year,
  name: said(120, '请填写清单名称').meta({ title: '清单名称' }),
  copyOf: FactCode.nullable().meta({ title: '沿用上年清单' }),
})
export type CreateYearList = z.infer<typeof CreateYearList>

/** The list's own part: name, when its periods are due, and the whole against which the regions' parts are held. */
export const ChangeYearList = z.strictObject({
  ...onList,
  expectedVersion: z.int().min(0),
  name: said(120, '请填写清单名称'),
  calendar: z.array(CalendarRule).min(1).max(4),
  wholes: z
    .array(z.strictObject({ subject: SubjectCode, value: Decimal }))
    .max(300)
    .meta({ title: '全区值' }),
})
export type ChangeYearList = z.infer<typeof ChangeYearList>

/** `item` null: a new one. */
export const PutItem = z.strictObject({ ...onItem, item: FactCode.nullable(), content: ItemContent })
export type PutItem = z.infer<typeof PutItem>
/** Most items one press is about: as many as an office can have looked at. */
export const MOST_ITEMS = 500
/**
 * Much of a plan at once: which subjects for which regions, with the year's figure as the drafter saw or wrote it; the
 * rest is filled in from the plan. `frequency` null: as the indicator is reported.
 */
export const TakeItems = z.strictObject({
  ...onList,
  expectedVersion: z.int().min(0),
  taken: z
    .array(z.strictObject({ subject: SubjectCode, region: RegionCode, figure: Proposal }))
    .min(1, '请先勾选事项')
    .max(MOST_ITEMS),
  attribute: Attribute,
  leader: text(40).meta({ title: '牵头领导', description: 'stays in the web, never on a topic' }),
  frequency: Frequency.nullable(),
})
export type TakeItems = z.infer<typeof TakeItems>
export const RemoveItem = z.strictObject(onItem)
export type RemoveItem = z.infer<typeof RemoveItem>
/** `reason`: wanted of a list that was sent out; its regions are told. A notice has room for that much. */
export const DeleteYearList = z.strictObject({
  ...onList,
  expectedVersion: z.int().min(0),
  reason: text(300).meta({ title: '删除原因' }),
})
export type DeleteYearList = z.infer<typeof DeleteYearList>
export const OpenConsultation = z.strictObject({ ...onList, expectedVersion: z.int().min(0) })
export type OpenConsultation = z.infer<typeof OpenConsultation>

const answering = { zone: ZoneCode, list: FactCode, region: RegionCode, idempotencyKey: IdempotencyKey }
const chosen = z
  .array(z.strictObject({ item: FactCode, expectedVersion: z.int().min(0) }))
  .min(1, '请先勾选事项')
  .max(MOST_ITEMS)
export const AcceptItems = z.strictObject({ ...answering, items: chosen })
export type AcceptItems = z.infer<typeof AcceptItems>
export const ObjectToItem = z.strictObject({
  ...answering,
  item: FactCode,
  expectedVersion: z.int().min(0),
  kind: z.enum(['objected', 'asked']),
  reason: said(500, '请说明理由或疑问').meta({ title: '理由' }),
  proposal: Proposal.nullable(),
})
export type ObjectToItem = z.infer<typeof ObjectToItem>
/**
 * A region hands items to a department and a person (落实到部门、到人). Null: stays as it is. `reports`: the department
 * also reports them itself.
 */
export const AssignItems = z
  .strictObject({
    ...answering,
    items: chosen,
    body: BodyCode.nullable(),
    reports: z.boolean().meta({ title: '由该单位填报' }),
    person: text(40).nullable().meta({ title: '责任人' }),
  })
  .refine(({ body, person }) => body !== null || person !== null, { message: '请选择单位或填写责任人', path: ['body'] })
export type AssignItems = z.infer<typeof AssignItems>

/** The drafter's answer to an objection: takes the proposal over, asks again with a reply, or keeps the value. */
export const SettleItem = z.strictObject({
  ...onItem,
  how: z.enum(['take', 'ask-again', 'keep']),
  reason: said(500, '请说明理由').meta({ title: '答复' }),
})
export type SettleItem = z.infer<typeof SettleItem>

const decided = {
  basis: said(120, '请注明会议或文号').meta({ title: '依据', examples: ['攀西经济区联席会议2026年第一次会议'] }),
  on: CalendarDate.meta({ title: '日期' }),
}
export const AdoptYearList = z.strictObject({ ...onList, expectedVersion: z.int().min(0), ...decided })
export type AdoptYearList = z.infer<typeof AdoptYearList>
export const ReviseItem = z.strictObject({
  ...onItem,
  content: ItemContent,
  from: Period.nullable()
    .default(null)
    .meta({ title: '自何期起', description: 'first period of the new reporting body; null: the body stays' }),
  reason: said(500, '请说明修订原因').meta({ title: '修订原因' }),
  ...decided,
})
export type ReviseItem = z.infer<typeof ReviseItem>
