import { z } from 'zod'
import { EventId, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Decimal } from '../decimal'
import { AskedValue } from '../vocabulary'
import { BodyName, RegionName } from './common'

/** Where a question to a body stands. Stated or accepted it is not asked again. */
export const StatementState = z.enum(['asked', 'stated', 'accepted', 'refused'])
export type StatementState = z.infer<typeof StatementState>

/** What a body was asked for and said of one target (待补). */
export const StatementView = z.strictObject({
  subject: SubjectCode,
  name: z.string(),
  plan: z.string(),
  unit: z.string().nullable(),
  targetYear: z.int(),
  region: RegionName,
  body: BodyName.meta({ title: '填报单位' }),
  asked: AskedValue,
  assignedBy: z.string().nullable().meta({ title: '下达单位' }),
  state: StatementState,
  said: z
    .strictObject({
      statement: EventId,
      value: Decimal,
      year: z.int(),
      source: z.string().meta({ title: '数据来源' }),
      note: z.string(),
      statedBy: z.string().meta({ title: '填报人' }),
      body: BodyName,
    })
    .nullable(),
  judged: z
    .strictObject({ decidedBy: z.string(), decidedOn: CalendarDate, reason: z.string().nullable() })
    .nullable()
    .meta({ title: '办理' }),
})
export type StatementView = z.infer<typeof StatementView>

/** `region` null: of the whole zone, for the secretariat. `subject`: of one target, whatever its state. */
export const AskedInput = z.strictObject({
  zone: ZoneCode,
  region: RegionCode.nullable().default(null),
  subject: SubjectCode.nullable().default(null),
})
export const Asked = z.strictObject({ statements: z.array(StatementView), mayJudge: z.boolean() })
