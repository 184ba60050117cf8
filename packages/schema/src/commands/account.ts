import { z } from 'zod'
import { BodyCode, RegionCode, ZoneCode } from '../codes'
import { text } from '../decimal'
import { BodyKind, Role } from '../vocabulary'
import { IdempotencyKey } from './report'

export const Username = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/, '用户名为3至40位小写字母、数字或连字符，以字母开头')
  .meta({ title: '用户名', examples: ['xiqu-tb'] })

export const Password = z
  .string()
  .min(12, '密码至少12位')
  .max(128, '密码不超过128位')
  .meta({ title: '密码', description: 'at least 12 characters' })

const MembershipGiven = z.strictObject({
  zone: ZoneCode.nullable().meta({ title: '经济区', description: 'null: administrator of the system' }),
  body: BodyCode.meta({ title: '单位' }),
  role: Role,
})
export type MembershipGiven = z.infer<typeof MembershipGiven>

export const CreateAccount = z.strictObject({
  idempotencyKey: IdempotencyKey,
  username: Username,
  name: text(40)
    .refine((value) => value.trim() !== '', '请填写姓名')
    .meta({ title: '姓名' }),
  phone: z
    .string()
    .regex(/^1\d{10}$/, '手机号应为11位数字')
    .nullable()
    .meta({ title: '手机号' }),
  password: Password,
  memberships: z.array(MembershipGiven).min(1, '请选择单位和角色，并点“加入”').max(10),
})
export type CreateAccount = z.infer<typeof CreateAccount>

const onAccount = { idempotencyKey: IdempotencyKey, userId: text(60).min(1) }
export const SetAccountDisabled = z.strictObject({ ...onAccount, disabled: z.boolean().meta({ title: '停用' }) })
export type SetAccountDisabled = z.infer<typeof SetAccountDisabled>
export const ResetPassword = z.strictObject({ ...onAccount, password: Password })
export type ResetPassword = z.infer<typeof ResetPassword>

/** One's own. How long the new one must be is not said here: too short is a refusal with a sentence, not a bad request. */
export const ChangePassword = z.strictObject({
  current: z.string().max(128).meta({ title: '当前密码' }),
  password: z.string().max(128, '密码不超过128位').meta({ title: '新密码', description: 'at least 12 characters' }),
})
export type ChangePassword = z.infer<typeof ChangePassword>
export const AddMembership = z.strictObject({ ...onAccount, membership: MembershipGiven })
export type AddMembership = z.infer<typeof AddMembership>
export const RemoveMembership = z.strictObject({ ...onAccount, membershipId: text(60).min(1) })
export type RemoveMembership = z.infer<typeof RemoveMembership>

/** Whom an administrator may put into which body: the region is the body's, never typed. */
export const BodyOption = z.strictObject({
  zone: ZoneCode,
  zoneName: text(60),
  code: BodyCode,
  name: text(60),
  kind: BodyKind,
  region: RegionCode.nullable(),
})
export type BodyOption = z.infer<typeof BodyOption>

/** Where one's own notices go by mail; null: nowhere. */
export const SetNoticeEmail = z.strictObject({ email: z.email('请填写正确的邮箱地址').max(120).nullable() })
