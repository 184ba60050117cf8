import { z } from 'zod'
import { BodyCode, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Instant, text } from '../decimal'
import { Period } from '../period'
import { IdempotencyKey } from './report'

/** More time for what a body owes in a period, or for one subject of it. */
export const ExtendDuty = z.strictObject({
  zone: ZoneCode,
  region: RegionCode,
  body: BodyCode,
  subject: SubjectCode.nullable().meta({ description: 'null: everything the body owes' }),
  period: Period,
  idempotencyKey: IdempotencyKey,
  on: CalendarDate.meta({ title: '延至', description: 'at the time of day at which the period is due' }),
  reason: text(500)
    .refine((reason) => reason.trim() !== '', '请说明延期原因')
    .meta({ title: '延期原因' }),
})
export type ExtendDuty = z.infer<typeof ExtendDuty>

/** Takes back an extension that was given by mistake; `dueAt`: the one that is meant, as it was seen. */
export const WithdrawExtension = z.strictObject({
  ...{ zone: ZoneCode, region: RegionCode, body: BodyCode, subject: SubjectCode.nullable(), period: Period },
  idempotencyKey: IdempotencyKey,
  dueAt: Instant.meta({ title: '延至' }),
  reason: text(500)
    .refine((reason) => reason.trim() !== '', '请说明收回原因')
    .meta({ title: '收回原因' }),
})
export type WithdrawExtension = z.infer<typeof WithdrawExtension>

const ofAsk = { zone: ZoneCode, id: z.uuid(), idempotencyKey: IdempotencyKey }

/** The secretariat's answer to an ask for more time, which has the shape of what it asks for: `ExtendDuty`. */
export const AnswerAsk = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('granted'),
    ...ofAsk,
    on: ExtendDuty.shape.on.meta({ description: 'as asked, or another day' }),
  }),
  z.strictObject({
    outcome: z.literal('declined'),
    ...ofAsk,
    reason: text(500)
      .refine((reason) => reason.trim() !== '', '请说明不同意的原因')
      .meta({ title: '不同意的原因' }),
  }),
])
export type AnswerAsk = z.infer<typeof AnswerAsk>

/** An office takes its ask back while nobody has answered it. */
export const TakeBackAsk = z.strictObject({ ...ofAsk, region: RegionCode })
export type TakeBackAsk = z.infer<typeof TakeBackAsk>

/** A reminder by hand of what a body owes in a period. */
export const RemindBody = z.strictObject({
  zone: ZoneCode,
  body: BodyCode,
  period: Period,
  idempotencyKey: IdempotencyKey,
})
export type RemindBody = z.infer<typeof RemindBody>
