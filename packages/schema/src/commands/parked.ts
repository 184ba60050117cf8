import { z } from 'zod'
import { RegionCode } from '../codes'
import { text } from '../decimal'
import { IdempotencyKey } from './report'

/** What can be asked about parked messages; `resend` is for events of our own that the broker refused. */
export const ParkedCommandKind = z.enum(['retry', 'discard', 'reopen', 'resend'])
export type ParkedCommandKind = z.infer<typeof ParkedCommandKind>

export const ParkedState = z.enum(['open', 'applied', 'duplicate', 'discarded'])
export type ParkedState = z.infer<typeof ParkedState>

export const PARKED_STATE_LABELS = {
  open: '待处理',
  applied: '已入库',
  duplicate: '重复，已有',
  discarded: '已舍弃',
} satisfies Record<ParkedState, string>

export const RowId = z.string().regex(/^[1-9]\d{0,17}$/)

/** `zone`: messages of a zone's topics, which belong to no region. */
export const ParkedFilter = z.strictObject({
  state: ParkedState.default('open').meta({ title: '状态' }),
  region: z
    .union([RegionCode, z.literal('zone')])
    .optional()
    .meta({ title: '行政区' }),
  reason: text(40).optional().meta({ title: '原因' }),
  topic: text(120).optional().meta({ title: '主题' }),
  q: text(60).optional().meta({ title: '查找', description: 'in topic, offset, key, headers and detail' }),
})
export type ParkedFilter = z.infer<typeof ParkedFilter>

/** Messages picked one by one, or all that a list's filters show; `upTo`: the newest of them when it was drawn. */
export const ParkedSelection = z.union([
  z.strictObject({ ids: z.array(RowId).min(1).max(500) }),
  z.strictObject({ filter: ParkedFilter, upTo: RowId }),
])
export type ParkedSelection = z.infer<typeof ParkedSelection>

const onSelection = { idempotencyKey: IdempotencyKey, selection: ParkedSelection }
const Reason = text(500)
export const RetryParked = z.strictObject(onSelection)
export type RetryParked = z.infer<typeof RetryParked>
/** An empty reason is refused in words, not as a bad request. */
export const DiscardParked = z.strictObject({ ...onSelection, reason: Reason.meta({ title: '舍弃原因' }) })
export type DiscardParked = z.infer<typeof DiscardParked>
export const ReopenParked = z.strictObject(onSelection)
export type ReopenParked = z.infer<typeof ReopenParked>
/** Refused rows of the outbox. */
export const ResendRefused = z.strictObject({
  idempotencyKey: IdempotencyKey,
  ids: z.array(RowId).min(1).max(500),
})
export type ResendRefused = z.infer<typeof ResendRefused>
