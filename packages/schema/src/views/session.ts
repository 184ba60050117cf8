import { z } from 'zod'
import { BodyCode, RegionCode, ZoneCode } from '../codes'
import { Instant } from '../decimal'
import { Role } from '../vocabulary'
import { ZoneName } from './common'

export const Mode = z.enum(['demo', 'production', 'test'])
export type Mode = z.infer<typeof Mode>

export const MembershipView = z.strictObject({
  zone: ZoneCode.nullable(),
  body: BodyCode,
  bodyName: z.string().meta({ title: '单位' }),
  region: RegionCode.nullable(),
  regionName: z.string().nullable().meta({ title: '行政区' }),
  role: Role,
})
export type MembershipView = z.infer<typeof MembershipView>

/** Who is looking, and under which clock; answered to anybody, also before the login. */
export const SessionView = z.strictObject({
  mode: Mode,
  now: Instant,
  user: z.strictObject({ id: z.string(), name: z.string(), username: z.string() }).nullable(),
  memberships: z.array(MembershipView),
  unread: z.int().meta({ title: '未读通知' }),
  parked: z.int().meta({ title: '待处理消息', description: 'open ones, for administrators; 0 for others' }),
  asks: z
    .array(z.strictObject({ zone: ZoneCode, open: z.int() }))
    .meta({ title: '待办理的延期申请', description: 'of the zones in which the person is of the secretariat' }),
  noticeEmail: z.string().nullable().meta({ title: '通知邮箱' }),
  zones: z.array(ZoneName).meta({ description: 'zones the person belongs to' }),
})
export type SessionView = z.infer<typeof SessionView>

/** The demo's accounts for the login page; empty outside demo mode. Passwords are not among them. */
export const DemoAccount = z.strictObject({
  username: z.string(),
  name: z.string(),
  bodyName: z.string(),
  role: Role,
})
export type DemoAccount = z.infer<typeof DemoAccount>
