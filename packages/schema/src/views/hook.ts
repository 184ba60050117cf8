import { z } from 'zod'
import { ZoneCode } from '../codes'
import { Instant } from '../decimal'
import { BodyName } from './common'

/** A hook without its secret, and how its last deliveries went. */
export const HookView = z.strictObject({
  id: z.uuid(),
  zone: ZoneCode,
  body: BodyName,
  url: z.string().meta({ title: '接收地址' }),
  createdAt: Instant.meta({ title: '设置时间' }),
  deliveredAt: Instant.nullable().meta({ title: '最近送达' }),
  waiting: z.int().meta({ title: '待送' }),
  lastError: z.string().nullable().meta({ title: '最近的错误' }),
})
export type HookView = z.infer<typeof HookView>
export const Hooks = z.strictObject({ hooks: z.array(HookView) })
