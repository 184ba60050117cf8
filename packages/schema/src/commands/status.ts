import { z } from 'zod'
import { EventId, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, text } from '../decimal'
import { ObjectionText } from '../events/statuses'
import { Period } from '../period'
import { ObjectionOutcome, SaidStatus, Status } from '../status-vocabulary'
import { IdempotencyKey } from './report'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)
const cell = {
  zone: ZoneCode,
  subject: SubjectCode,
  region: RegionCode,
  period: Period,
  idempotencyKey: IdempotencyKey,
}

/** The secretariat sets a status. */
export const OverrideStatus = z.strictObject({
  ...cell,
  onwards: z.boolean().meta({ title: '以后各期' }),
  status: SaidStatus,
  until: CalendarDate.nullable().meta({ title: '有效至', description: 'its last day; null: until the next report' }),
  reason: said(500, '请说明认定理由').meta({ title: '认定理由' }),
})
export type OverrideStatus = z.infer<typeof OverrideStatus>

/** The secretariat takes back exactly the override it saw. */
export const WithdrawOverride = z.strictObject({
  ...cell,
  override: EventId,
  reason: said(500, '请说明收回理由').meta({ title: '收回理由' }),
})
export type WithdrawOverride = z.infer<typeof WithdrawOverride>

/** A body objects to the computed status it saw, or to the override that stands over it. */
export const ObjectToStatus = z.strictObject({
  ...cell,
  status: Status,
  override: EventId.optional().meta({ description: 'the override objected to; absent: the computed status' }),
  text: ObjectionText,
})
export type ObjectToStatus = z.infer<typeof ObjectToStatus>

/** Who objected takes exactly the objection back that he saw. */
export const WithdrawObjection = z.strictObject({
  ...cell,
  objection: EventId,
  reason: said(500, '请说明撤回原因').meta({ title: '撤回原因' }),
})
export type WithdrawObjection = z.infer<typeof WithdrawObjection>

/** The secretariat answers exactly the objection it saw. `override`: with outcome `overridden` alone. */
export const AnswerObjection = z.strictObject({
  ...cell,
  objection: EventId,
  outcome: ObjectionOutcome,
  reason: said(500, '请说明理由').meta({ title: '答复' }),
  override: z
    .strictObject({ status: SaidStatus, until: CalendarDate.nullable() })
    .nullable()
    .meta({ title: '人工认定' }),
})
export type AnswerObjection = z.infer<typeof AnswerObjection>
