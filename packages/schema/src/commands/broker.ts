import { z } from 'zod'
import { BodyCode, RegionCode, ZoneCode } from '../codes'
import { text } from '../decimal'
import { Channel, RegionLevel, Slot, SubjectKind } from '../vocabulary'
import { IdempotencyKey } from './report'

const named = (limit: number, sentence: string) => text(limit).refine((value) => value.trim() !== '', sentence)
const reason = named(500, '请说明原因').meta({ title: '原因' })
const key = { idempotencyKey: IdempotencyKey }

/** From now on this body's reports of a kind are typed here, or sent by its region's own system. */
export const SetChannel = z.strictObject({
  ...key,
  zone: ZoneCode,
  body: BodyCode,
  kind: SubjectKind,
  channel: Channel,
  reason,
})
export type SetChannel = z.infer<typeof SetChannel>

/** A new password for one of a region's two credentials. `replace`: the slot is in use and whoever uses it knows. */
export const IssueCredential = z.strictObject({ ...key, region: RegionCode, slot: Slot, replace: z.boolean() })
export type IssueCredential = z.infer<typeof IssueCredential>

export const RevokeCredential = z.strictObject({ ...key, region: RegionCode, slot: Slot, reason })
export type RevokeCredential = z.infer<typeof RevokeCredential>

/** A region that reports from now on, and the office that coordinates it. */
export const AddRegion = z.strictObject({
  ...key,
  zone: ZoneCode,
  code: RegionCode,
  name: named(60, '请填写名称').meta({ title: '名称', examples: ['攀枝花市仁和区'] }),
  shortName: named(20, '请填写简称').meta({ title: '简称', examples: ['仁和区'] }),
  level: RegionLevel,
  parent: RegionCode.nullable().meta({ title: '上级行政区', description: 'null: a province' }),
  responsible: z.boolean().meta({ title: '列为经济区责任主体' }),
  officeCode: z
    .string()
    .regex(/^\d{6}(-[0-9A-Z]+)+$/, '统筹部门代码为区划代码加连字符和大写字母或数字')
    .max(40)
    .meta({ title: '统筹部门代码', examples: ['510411-FGJ'] }),
  officeName: named(60, '请填写统筹部门名称').meta({ title: '统筹部门名称', examples: ['仁和区发展和改革局'] }),
})
export type AddRegion = z.infer<typeof AddRegion>

export const AddZone = z.strictObject({
  ...key,
  code: z
    .string()
    .regex(/^Z-[A-Z]{2,8}$/, '经济区代码应为 Z- 加2至8个大写字母')
    .meta({ title: '经济区代码', examples: ['Z-CB'] }),
  name: named(60, '请填写名称').meta({ title: '名称' }),
  reviewBody: named(60, '请填写联席会议名称').meta({ title: '联席会议' }),
})
export type AddZone = z.infer<typeof AddZone>
