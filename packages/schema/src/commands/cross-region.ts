import { z } from 'zod'
import { EventId, FactCode, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, text } from '../decimal'
import { Period } from '../period'
import { Disagreement } from '../vocabulary'
import { IdempotencyKey } from './report'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)

/** `seen`: what the person saw; something else by now is a collision. */
export const CrossRegionDeed = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('settle'),
    period: Period,
    what: z.array(Disagreement).min(1).max(4),
    seen: z.string().max(20_000).meta({ description: 'the parts as they were shown' }),
    note: said(500, '请写明核定结论').meta({ title: '核定结论' }),
  }),
  z.strictObject({
    type: z.literal('agree'),
    code: FactCode.nullable().meta({ description: 'null: a new one' }),
    seen: EventId.nullable(),
    giver: RegionCode.meta({ title: '移交方' }),
    receiver: RegionCode.meta({ title: '接收方' }),
    what: said(200, '请写明移交什么').meta({ title: '移交内容' }),
    dueOn: CalendarDate.meta({ title: '约定日期' }),
    unlocks: text(200).meta({ title: '完成后方可' }),
    basis: said(120, '请注明约定依据').meta({ title: '约定依据' }),
  }),
  z.strictObject({
    type: z.literal('reach'),
    code: FactCode,
    seen: EventId,
    reachedOn: CalendarDate.nullable().meta({ title: '完成日期' }),
    note: text(500).meta({ title: '说明' }),
  }),
  z.strictObject({
    type: z.literal('drop'),
    code: FactCode,
    seen: EventId,
    reason: said(500, '请说明取消原因').meta({ title: '取消原因' }),
  }),
])
export type CrossRegionDeed = z.infer<typeof CrossRegionDeed>

/** The secretariat speaks of a project's parts in several regions. */
export const SayOfCrossRegion = z.strictObject({
  zone: ZoneCode,
  subject: SubjectCode,
  idempotencyKey: IdempotencyKey,
  deed: CrossRegionDeed,
})
export type SayOfCrossRegion = z.infer<typeof SayOfCrossRegion>
