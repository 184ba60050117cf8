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

/** Questions on one page of a whole zone's. */
export const ASKED_PAGE = 200

/**
 * `region` null: of the whole zone, for the secretariat. `subject`: of one target, whatever its state. `page`: what
 * waits for an answer, then what is still asked, so many at a time; null: all, whatever its state.
 */
export const AskedInput = z.strictObject({
  zone: ZoneCode,
  region: RegionCode.nullable().default(null),
  subject: SubjectCode.nullable().default(null),
  page: z.coerce.number().int().min(1).max(10_000).nullable().default(null).meta({ title: '页' }),
})
export type AskedInput = z.infer<typeof AskedInput>
export const AskedList = z.strictObject({
  statements: z.array(StatementView),
  counts: z.strictObject({ stated: z.int(), open: z.int(), accepted: z.int() }).meta({ description: 'of all' }),
})
export type AskedList = z.infer<typeof AskedList>
export const Asked = AskedList.extend({ mayJudge: z.boolean() })
