import { z } from 'zod'
import { BodyCode, ZoneCode } from '../codes'
import { IdempotencyKey } from './report'

/** Where a body's own messenger takes notices. The browser draws the secret and shows it once. */
export const AddHook = z.strictObject({
  idempotencyKey: IdempotencyKey,
  zone: ZoneCode,
  body: BodyCode,
  url: z
    .url({ protocol: /^https$/, error: '地址须以 https:// 开头' })
    .max(500)
    .meta({ title: '接收地址' }),
  secret: z.string().regex(/^[0-9a-f]{64}$/),
})
export type AddHook = z.infer<typeof AddHook>

export const EndHook = z.strictObject({ idempotencyKey: IdempotencyKey, id: z.uuid() })
