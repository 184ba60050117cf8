import { z } from 'zod'
import { BodyCode, RegionCode, ZoneCode } from '../codes'
import { Instant } from '../decimal'
import { Channel, RegionLevel, Slot, SubjectKind } from '../vocabulary'
import { DoneResult } from './refusal'

/** Where one of a region's credentials stands. `asked` and `revoking`: the worker has not told the broker yet. */
export const CREDENTIAL_STATE_LABELS = {
  none: '未发放',
  asked: '已申请',
  'in-use': '已生效',
  revoking: '吊销中',
  revoked: '已吊销',
  failed: '失败',
} as const
export const CredentialState = z.enum(['none', 'asked', 'in-use', 'revoking', 'revoked', 'failed'])
export type CredentialState = z.infer<typeof CredentialState>

export const CredentialView = z.strictObject({
  slot: Slot,
  user: z.string().meta({ title: '用户名' }),
  state: CredentialState,
  /** What was asked for last; null: nothing yet. */
  last: z
    .strictObject({
      kind: z.enum(['issue', 'revoke']),
      by: z.string(),
      at: Instant,
      reason: z.string().nullable(),
      finishedAt: Instant.nullable(),
      failure: z.string().nullable(),
    })
    .nullable(),
})
export type CredentialView = z.infer<typeof CredentialView>

export const BodyChannel = z.strictObject({
  kind: SubjectKind,
  channel: Channel,
  /** Null: never changed, so the web. */
  last: z.strictObject({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
})
export type BodyChannel = z.infer<typeof BodyChannel>

export const ChannelRegion = z.strictObject({
  code: RegionCode,
  name: z.string(),
  level: RegionLevel,
  bodies: z.array(z.strictObject({ code: BodyCode, name: z.string(), channels: z.array(BodyChannel) })),
  credentials: z.array(CredentialView),
  parked: z.int().meta({ title: '待处理消息' }),
})
export type ChannelRegion = z.infer<typeof ChannelRegion>

/** 通道与凭据: zones, their reporting regions, how each reports, and with which credentials its system may sign in. */
export const Channels = z.strictObject({
  /** Provinces and prefectures any zone lists: a new region's parent is among them. */
  parents: z.array(z.strictObject({ code: RegionCode, name: z.string(), level: RegionLevel })),
  zones: z.array(
    z.strictObject({
      code: ZoneCode,
      name: z.string(),
      regions: z.array(ChannelRegion),
    }),
  ),
})
export type Channels = z.infer<typeof Channels>

/** The clear password is in the first answer only; it is stored nowhere. */
export const IssueResult = z.strictObject({
  done: DoneResult,
  user: z.string().nullable().meta({ title: '用户名' }),
  password: z.string().nullable().meta({ title: '口令', description: 'null: refused, or said before' }),
})
export type IssueResult = z.infer<typeof IssueResult>
