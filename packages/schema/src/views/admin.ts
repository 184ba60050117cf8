import { z } from 'zod'
import { ZoneCode } from '../codes'
import { BodyOption } from '../commands/account'
import { Instant, text } from '../decimal'
import { Role } from '../vocabulary'
import { paged, paging } from './common'

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
