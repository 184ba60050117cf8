import { z } from 'zod'
import { ZoneCode } from '../codes'
import { BodyOption } from '../commands/account'
import { Instant, text } from '../decimal'
import { Role } from '../vocabulary'
import { paged, paging, StreamState } from './common'

export const AccountsInput = z.strictObject({
  q: text(60).optional().meta({ title: '查找' }),
  role: Role.optional(),
  ...paging,
})
export type AccountsInput = z.infer<typeof AccountsInput>

export const AccountRow = z.strictObject({
  id: z.string(),
  username: z.string().meta({ title: '用户名' }),
  name: z.string().meta({ title: '姓名' }),
  phone: z.string().nullable().meta({ title: '手机号' }),
  disabled: z.boolean().meta({ title: '停用' }),
  demo: z.boolean().meta({ title: '演示账号' }),
  createdAt: Instant,
  memberships: z.array(
    z.strictObject({ id: z.string(), zone: ZoneCode.nullable(), body: z.string(), bodyName: z.string(), role: Role }),
  ),
})
export type AccountRow = z.infer<typeof AccountRow>
export const AccountList = paged(AccountRow)
export type AccountList = z.infer<typeof AccountList>

export const Bodies = z.strictObject({ bodies: z.array(BodyOption) })

export const ParkedInput = z.strictObject({ topic: text(120).optional(), ...paging })
export type ParkedInput = z.infer<typeof ParkedInput>
/** 待处理消息: what the worker could not apply, with the reason. */
export const ParkedRow = z.strictObject({
  id: z.string(),
  topic: z.string().meta({ title: '主题' }),
  offset: z.string().meta({ title: '位置' }),
  region: z.string().nullable().meta({ title: '行政区' }),
  reason: z.string().meta({ title: '原因' }),
  detail: z.string().meta({ title: '说明' }),
  key: z.string().nullable().meta({ title: '键' }),
  appendedAt: Instant.meta({ title: '到达时刻' }),
  parkedAt: Instant,
})
export type ParkedRow = z.infer<typeof ParkedRow>
export const ParkedList = paged(ParkedRow).extend({ stream: StreamState })
export type ParkedList = z.infer<typeof ParkedList>
