import { z } from 'zod'
import { BodyCode, EventId, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Instant, text } from '../decimal'
import { Period } from '../period'
import { ObjectionOutcome, SaidStatus, Status } from '../status-vocabulary'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)
const cell = { subject: SubjectCode, region: RegionCode, period: Period }
const secretariat = {
  by: BodyCode,
  person: text(60).meta({ title: '办理人' }),
  on: CalendarDate.meta({ title: '办理日期', description: 'in China' }),
}

/**
 * The secretariat sets a status by hand (人工认定). It counts instead of the computed one, which stays beside it, until
 * `endsAt` or, without that, until a report other than `report` stands in a period it covers.
 */
export const StatusOverridden = z.strictObject({
  ...cell,
  onwards: z.boolean().meta({ title: '以后各期', description: 'true: of this period and all that end later' }),
  status: SaidStatus,
  reason: said(500, '人工认定须说明理由').meta({ title: '认定理由' }),
  endsAt: Instant.nullable().meta({ title: '有效至', description: 'null: until the next report is applied' }),
  report: EventId.nullable().meta({
    description: 'event id of the report that stood in `period`; null: there was none',
  }),
  ...secretariat,
})
export type StatusOverridden = z.infer<typeof StatusOverridden>

const ended = { override: EventId.meta({ description: 'event id of the override that ends' }), ...cell }

/** The secretariat takes an override back before its time. */
export const OverrideWithdrawn = z.strictObject({
  ...ended,
  reason: said(500, '收回认定须说明理由').meta({ title: '收回理由' }),
  ...secretariat,
})
export type OverrideWithdrawn = z.infer<typeof OverrideWithdrawn>

/** An override's own moment has passed: the computed status stands alone again. */
export const OverrideEnded = z.strictObject({ ...ended, endsAt: Instant })
export type OverrideEnded = z.infer<typeof OverrideEnded>

/** What an objecting body writes. */
export const ObjectionText = said(1000, '异议须写明理由').meta({ title: '异议' })

/**
 * A body that carries the item, or its region's coordinator, objects (异议) to a computed status or to an override. The
 * objection stands beside exactly that status or override of that cell; where another one stands it says nothing.
 */
export const StatusObjected = z.strictObject({
  zone: ZoneCode.meta({ description: 'the zone whose list asks' }),
  ...cell,
  status: Status.meta({ description: 'the computed status objected to, or beside which the override stands' }),
  override: EventId.optional().meta({
    title: '所异议的人工认定',
    description: 'event id of the override objected to; absent: the computed status is',
  }),
  text: ObjectionText,
  body: BodyCode,
  objectedBy: text(60).meta({ title: '提出人' }),
  on: CalendarDate.meta({ title: '提出日期', description: 'in China' }),
})
export type StatusObjected = z.infer<typeof StatusObjected>

/** Who objected takes the objection back; an answer that crossed it says nothing any more. */
export const ObjectionWithdrawn = z.strictObject({
  zone: ZoneCode,
  objection: EventId.meta({ description: 'event id of the objection' }),
  ...cell,
  reason: said(500, '撤回异议须说明原因').meta({ title: '撤回原因' }),
  body: BodyCode,
  withdrawnBy: text(60).meta({ title: '撤回人' }),
  on: CalendarDate.meta({ title: '撤回日期', description: 'in China' }),
})
export type ObjectionWithdrawn = z.infer<typeof ObjectionWithdrawn>

/** The secretariat answers exactly one objection; an override it leads to is an event of its own. */
export const ObjectionAnswered = z.strictObject({
  objection: EventId.meta({ description: 'event id of the objection' }),
  ...cell,
  outcome: ObjectionOutcome,
  reason: said(500, '答复须说明理由').meta({ title: '答复' }),
  ...secretariat,
})
export type ObjectionAnswered = z.infer<typeof ObjectionAnswered>
