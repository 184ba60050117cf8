import { z } from 'zod'
import { EventId, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { Decimal, text } from '../decimal'
import { AskedValue } from '../vocabulary'
import { IdempotencyKey } from './report'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)
const about = {
  zone: ZoneCode,
  region: RegionCode,
  subject: SubjectCode,
  asked: AskedValue,
  idempotencyKey: IdempotencyKey,
}

/** The responsible body says what the plan left open. */
export const StateBaseline = z.strictObject({
  ...about,
  value: Decimal,
  year: z.int().min(1990).max(2060).meta({ title: '年份' }),
  source: said(200, '请注明数据来源').meta({ title: '数据来源' }),
  note: text(500).meta({ title: '说明' }),
})
export type StateBaseline = z.infer<typeof StateBaseline>

/** The secretariat's answer to exactly the statement it saw. `reason`: empty when accepted. */
export const JudgeBaseline = z.strictObject({
  ...about,
  statement: EventId,
  accept: z.boolean(),
  reason: text(500).meta({ title: '原因' }),
})
export type JudgeBaseline = z.infer<typeof JudgeBaseline>
