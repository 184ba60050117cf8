import { z } from 'zod'
import { EventId, FactCode, ZoneCode } from '../codes'
import { text } from '../decimal'
import { Minute } from '../moment'
import { IdempotencyKey } from './report'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)

/** `seen`: what the person saw of an entry; something else by now is a collision. */
export const MeetingDeed = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('record'),
    code: FactCode.nullable().meta({ description: 'null: a new entry' }),
    seen: EventId.nullable(),
    title: said(120, '请填写会议名称').meta({ title: '会议名称' }),
    heldAt: Minute.meta({ title: '召开时间', description: 'in Asia/Shanghai', examples: ['2025-07-20T09:00'] }),
    place: text(120).meta({ title: '地点' }),
    minutes: FactCode.nullable().meta({ title: '会议纪要' }),
    note: text(500).meta({ title: '说明' }),
  }),
  z.strictObject({
    type: z.literal('strike'),
    code: FactCode,
    seen: EventId,
    reason: said(500, '请说明撤销原因').meta({ title: '撤销原因' }),
  }),
])
export type MeetingDeed = z.infer<typeof MeetingDeed>

/** The secretariat records a joint meeting, puts an entry right or takes it back. */
export const SayOfMeeting = z.strictObject({ zone: ZoneCode, idempotencyKey: IdempotencyKey, deed: MeetingDeed })
export type SayOfMeeting = z.infer<typeof SayOfMeeting>
