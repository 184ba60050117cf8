import { z } from 'zod'
import { BodyCode, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { Instant } from '../decimal'
import { Period } from '../period'
import { FilingState, SubjectKind } from '../vocabulary'
import { AskView } from './extension-ask'
import { BodyName, PeriodView, RegionName, StreamState, ZoneName } from './common'

export const ChasingInput = z.strictObject({
  zone: ZoneCode,
  period: Period.optional(),
  show: z.enum(['overdue', 'all']).optional().meta({ description: 'absent: all that is missing' }),
  region: RegionCode.optional().meta({ title: '地区', description: 'with the regions inside it' }),
  body: BodyCode.optional().meta({ title: '单位' }),
  whole: z.boolean().optional().meta({ description: 'item by item, however many there are: for a file' }),
})
export type ChasingInput = z.infer<typeof ChasingInput>

/** An extension (延期) as everybody concerned sees it. */
export const ExtensionView = z.strictObject({
  region: RegionName,
  body: BodyName,
  subject: z.strictObject({ code: SubjectCode, name: z.string() }).nullable().meta({ description: 'null: everything' }),
  period: Period,
  dueAt: Instant.meta({ title: '延至' }),
  reason: z.string().meta({ title: '延期原因' }),
  by: BodyName.meta({ title: '办理单位' }),
  person: z.string().meta({ title: '办理人' }),
  at: Instant.meta({ title: '办理时间' }),
  ended: z.boolean().meta({ title: '已到期' }),
})
export type ExtensionView = z.infer<typeof ExtensionView>

export const ChasedItem = z.strictObject({
  subject: SubjectCode,
  name: z.string().meta({ title: '事项' }),
  kind: SubjectKind,
  period: Period,
  state: FilingState,
  dueAt: Instant.nullable().meta({ title: '截止' }),
  daysLate: z.int().nullable().meta({ title: '逾期（天）', description: 'null: not due yet' }),
  extended: z.boolean().meta({ title: '已延期' }),
  awaiting: z.boolean().meta({ title: '已填报，待本单位审核' }),
  persons: z.array(z.string()).meta({ title: '责任人', description: 'named by the lists' }),
})
export type ChasedItem = z.infer<typeof ChasedItem>

export const ContactView = z.strictObject({
  name: z.string(),
  role: z.string().meta({ title: '角色' }),
  phone: z.string().nullable().meta({ title: '电话', description: 'null: none, or not for the viewer' }),
})
export type ContactView = z.infer<typeof ContactView>

const place = {
  body: BodyName,
  region: RegionName,
  city: RegionName.meta({ description: 'the region it lies in, where that reports in the zone too; else its own' }),
}

/** A body that still owes something: how much, and whom to call. */
export const OwingBody = z.strictObject({
  ...place,
  missing: z.int().meta({ title: '尚未报送', description: '待报、未报、退回待重报' }),
  overdue: z.int().meta({ title: '其中逾期' }),
  awaiting: z.int().meta({ title: '其中已填报，待本单位审核' }),
  contacts: z.array(ContactView).meta({ title: '联系人' }),
  lastReminderAt: Instant.nullable().meta({ title: '最近提醒' }),
  lastChasedAt: Instant.nullable().meta({ title: '最近催报', description: 'by hand' }),
})
export type OwingBody = z.infer<typeof OwingBody>

/** What one body still owes. */
export const ChasedBody = OwingBody.extend({
  items: z.array(ChasedItem),
  text: z.string().meta({ title: '催报短信', description: 'to copy into a chat' }),
})
export type ChasedBody = z.infer<typeof ChasedBody>

/** How complete and how timely a body's reports of a period are: for asking, not for a ranking. */
export const BodyRates = z.strictObject({
  ...place,
  due: z.int().meta({ title: '应报' }),
  reported: z.int().meta({ title: '已报' }),
  nil: z.int().meta({ title: '其中本期无变化' }),
  late: z.int().meta({ title: '其中迟报' }),
  overdue: z.int().meta({ title: '到期未报' }),
  completion: z.string().nullable().meta({ title: '完成率（%）' }),
  timeliness: z
    .string()
    .nullable()
    .meta({ title: '按时率（%）', description: 'null: nothing came and nothing was due' }),
})
export type BodyRates = z.infer<typeof BodyRates>

/** 催报: who has not reported what. Bodies by code: an order that says nothing about anybody. */
export const Chasing = z.strictObject({
  zone: ZoneName,
  period: PeriodView,
  periods: z.array(PeriodView),
  regions: z.array(RegionName).meta({ description: 'those one may choose' }),
  owing: z.array(OwingBody),
  bodies: z.array(ChasedBody).meta({ description: 'of those that owe, item by item; none where they are too many' }),
  rates: z.array(BodyRates).meta({ title: '完成和按时', description: 'by code' }),
  extensions: z.array(ExtensionView).meta({ title: '延期' }),
  asks: z.array(AskView).meta({ title: '延期申请', description: 'open ones of all periods, for the secretariat' }),
  mayExtend: z.boolean(),
  stream: StreamState,
})
export type Chasing = z.infer<typeof Chasing>
