import { z } from 'zod'
import { BodyCode, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, text } from '../decimal'
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

/** A reminder by hand of what a body owes in a period. */
export const RemindBody = z.strictObject({
  zone: ZoneCode,
  body: BodyCode,
  period: Period,
  idempotencyKey: IdempotencyKey,
})
export type RemindBody = z.infer<typeof RemindBody>
