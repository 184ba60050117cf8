import { z } from 'zod'
import { BodyCode, RegionCode, ZoneCode } from '../codes'
import { CalendarDate, text } from '../decimal'
import { IdempotencyKey } from './report'

const named = (limit: number, sentence: string) => text(limit).refine((value) => value.trim() !== '', sentence)
const onBody = { zone: ZoneCode, code: BodyCode, idempotencyKey: IdempotencyKey }
const name = named(60, '请填写单位名称').meta({ title: '单位名称', examples: ['西区统计局'] })

/** A department of a region: lists can hand items to it, accounts can belong to it. */
export const AddBody = z.strictObject({
  ...{ zone: ZoneCode, idempotencyKey: IdempotencyKey, region: RegionCode, name },
  code: z
    .string()
    .regex(/^\d{6}(-[0-9A-Z]+)+$/, '单位代码为区划代码加连字符和大写字母或数字')
    .max(40)
    .meta({ title: '单位代码', examples: ['510403-TJJ'] }),
})
export type AddBody = z.infer<typeof AddBody>

/** 更名: the same body under another name; what it did stays under its code. */
export const RenameBody = z.strictObject({ ...onBody, name })
export type RenameBody = z.infer<typeof RenameBody>

/** 撤销: from `endedOn` on the body is no more; `successor` takes over what it still reports and leads. */
export const EndBody = z.strictObject({
  ...onBody,
  endedOn: CalendarDate.meta({ title: '撤销日期' }),
  successor: BodyCode.nullable().meta({ title: '承接单位' }),
  reason: named(500, '请说明原因').meta({ title: '原因' }),
  basis: named(120, '请注明会议或文号').meta({ title: '依据', examples: ['区委编委〔2026〕9号'] }),
})
export type EndBody = z.infer<typeof EndBody>
