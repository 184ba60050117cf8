import { z } from 'zod'
import { BodyCode, EventId, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Decimal, text } from '../decimal'
import { askedValue } from '../vocabulary'

const said = (max: number, message: string) => text(max).refine((value) => value.trim() !== '', message)
const Year = z.int().min(1990).max(2060)

const stated = {
  subject: SubjectCode,
  region: RegionCode,
  asked: askedValue.schema.meta({ title: '所问' }),
  value: Decimal,
  year: Year.meta({
    title: '年份',
    description: 'of a baseline the year it is of, of a value handed down its target year',
  }),
  source: said(200, '须注明数据来源').meta({ title: '数据来源', examples: ['2020年统计年鉴'] }),
}

/**
 * What the plan does not say and the responsible body knows (待补): the baseline of a target, or the value a higher level
 * handed down. The region says it in its own voice; it counts once the secretariat has accepted exactly this statement.
 */
export const BaselineStated = z.strictObject({
  zone: ZoneCode.meta({ description: 'the zone whose plan it is' }),
  ...stated,
  note: text(500).meta({ title: '说明' }),
  body: BodyCode,
  statedBy: text(60).meta({ title: '填报人' }),
})
export type BaselineStated = z.infer<typeof BaselineStated>

const judged = {
  ...stated,
  statement: EventId.meta({ description: 'event id of the statement judged' }),
  body: BodyCode.meta({ description: 'the body that stated it' }),
  statedBy: text(60).meta({ title: '填报人' }),
  decidedBy: text(60).meta({ title: '办理人' }),
  decidedOn: CalendarDate.meta({ title: '办理日期' }),
}

/** The secretariat accepted a statement: from now on it stands beside the plan's own figures, named as what it is. */
export const BaselineAccepted = z.strictObject(judged)
export type BaselineAccepted = z.infer<typeof BaselineAccepted>

/** The secretariat did not accept a statement, and says why; the body is asked again. */
export const BaselineRefused = z.strictObject({
  ...judged,
  reason: said(500, '不予采用须说明原因').meta({ title: '原因' }),
})
export type BaselineRefused = z.infer<typeof BaselineRefused>
