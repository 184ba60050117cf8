import { z } from 'zod'
import { FactCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Instant } from '../decimal'
import { Frequency, Period } from '../period'
import { Attribute, FilingState, SubjectKind } from '../vocabulary'
import { BodyName, RegionName, ZoneName } from './common'

export const ResponsibilityInput = z.strictObject({
  zone: ZoneCode,
  year: z.int().min(2000).max(2060).nullable().meta({ description: 'null: the year of today’s lists' }),
})

const Due = z.strictObject({
  period: Period,
  state: FilingState,
  late: z.boolean(),
  dueAt: Instant.nullable().meta({ title: '截止时间' }),
})

/** What one body has to do with one adopted item (or several lists’ items of the same figure). */
export const Responsibility = z.strictObject({
  subject: SubjectCode,
  name: z.string().meta({ title: '目标任务' }),
  kind: SubjectKind,
  region: RegionName,
  attribute: Attribute,
  deadline: CalendarDate.meta({ title: '完成时限' }),
  lists: z.array(z.strictObject({ code: FactCode, name: z.string() })),
  roles: z.array(z.enum(['reports', 'leads', 'shares'])).meta({ title: '责任', description: '填报、牵头、责任单位' }),
  leader: z.string().meta({ title: '牵头领导' }),
  person: z.string().meta({ title: '责任人' }),
  frequency: Frequency,
  from: Period.nullable().meta({ title: '自何期起', description: 'handed over to the body from this period on' }),
  due: z
    .array(Due)
    .nullable()
    .meta({ title: '各期填报', description: 'null: the body does not report it, or it is no region of the viewer’s' }),
})
export type Responsibility = z.infer<typeof Responsibility>

export const BodyResponsibility = z.strictObject({
  body: BodyName,
  region: RegionName.nullable(),
  own: z.boolean().meta({ description: 'the viewer belongs to it' }),
  items: z.array(Responsibility),
})
export type BodyResponsibility = z.infer<typeof BodyResponsibility>

/** 责任落实: who has what, by body. Facts only: nothing is counted up against anybody. */
export const ResponsibilityView = z.strictObject({
  zone: ZoneName,
  year: z.int(),
  years: z.array(z.int()),
  bodies: z.array(BodyResponsibility),
})
export type ResponsibilityView = z.infer<typeof ResponsibilityView>
