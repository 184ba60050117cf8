import { z } from 'zod'
import { BodyCode, FactCode, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Instant } from '../decimal'
import { Frequency, Period } from '../period'
import { Attribute, FilingState, SubjectKind } from '../vocabulary'
import { BodyName, paging, RegionName, ZoneName } from './common'

export const ResponsibilityInput = z.strictObject({
  zone: ZoneCode,
  year: z.coerce.number().int().min(2000).max(2060).nullable().default(null).meta({
    description: 'null: the year of today’s lists',
  }),
  period: Period.nullable().default(null).meta({
    title: '报告期',
    description: 'whose reports are counted or missing; null: the year’s that opened last',
  }),
  region: z
    .union([RegionCode, ZoneCode])
    .nullable()
    .default(null)
    .meta({ title: '地区', description: 'whose bodies; the zone: those of no region' }),
  body: BodyCode.nullable().default(null).meta({ title: '单位' }),
  show: z.enum(['missing']).nullable().default(null).meta({
    title: '填报情况',
    description: 'of an opened body: only what it has not reported for the period and those that end with it',
  }),
  page: paging.page,
})
export type ResponsibilityInput = z.infer<typeof ResponsibilityInput>

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
  total: z.int().meta({ title: '事项', description: 'of which `items` are a page' }),
})
export type BodyResponsibility = z.infer<typeof BodyResponsibility>

/** How one period’s reports came in: what is neither here nor there may still come. */
export const Filed = z.strictObject({
  due: z.int().meta({ title: '应报' }),
  inTime: z.int().meta({ title: '按时报送' }),
  late: z.int().meta({ title: '迟报' }),
  overdue: z.int().meta({ title: '到期未报' }),
})
export type Filed = z.infer<typeof Filed>
const filed = Filed.nullable().meta({ description: 'null: no region of the viewer’s' })

/** A region’s bodies together; the zone’s own code: those of no region. */
export const PlaceLine = z.strictObject({
  ...{ code: z.string(), name: z.string() },
  parent: RegionCode.nullable().meta({ description: 'in which it lies, of those that stand before it' }),
  bodies: z.int().meta({ title: '填报单位' }),
  items: z.int().meta({ title: '填报事项' }),
  filed,
})
export type PlaceLine = z.infer<typeof PlaceLine>

export const BodyLine = z.strictObject({
  body: BodyName,
  own: z.boolean(),
  ...{ reports: z.int().meta({ title: '填报' }), leads: z.int().meta({ title: '牵头' }) },
  shares: z.int().meta({ title: '责任单位' }),
  filed,
})
export type BodyLine = z.infer<typeof BodyLine>

/** 落实到人: who answers in person, once a body and role. */
export const PersonLine = z.strictObject({
  person: z.string(),
  body: z.string(),
  role: z.enum(['牵头领导', '责任人']),
  items: z.array(z.string()),
})
export type PersonLine = z.infer<typeof PersonLine>

const named = z.array(z.strictObject({ code: z.string(), name: z.string() }))
const labelled = z.strictObject({ period: Period, label: z.string() })

/**
 * 责任落实: who has what, and what was reported of it. All bodies with their items where they are few; else the viewer’s
 * own, with the regions beside them, of which one is opened, and of its bodies one. Facts in the order of the codes: no
 * rates, no ranking.
 */
export const ResponsibilityView = z.strictObject({
  zone: ZoneName,
  year: z.int(),
  years: z.array(z.int()),
  wholeZone: z.boolean().meta({ description: 'the viewer sees how reports of every region came in' }),
  places: named.meta({ title: '地区', description: 'that can be chosen' }),
  bodies: z.array(BodyResponsibility).meta({ description: 'shown with their items' }),
  persons: z.array(PersonLine).meta({ description: 'of these bodies’ items, on whichever page they are' }),
  page: z.int(),
  pageSize: z.int(),
  period: labelled.meta({ description: 'whose reports are counted or missing' }),
  periods: z.array(labelled),
  opened: z
    .strictObject({ items: z.int(), missing: z.int().meta({ title: '尚未报送' }) })
    .nullable()
    .meta({
      description:
        'of the one body asked for; null: none was, it reports nothing that the viewer sees, or no period has opened',
    }),
  counted: z
    .strictObject({
      places: z.array(PlaceLine).nullable().meta({ description: 'null: one region is opened' }),
      bodies: z.array(BodyLine).nullable().meta({ description: 'of the opened region' }),
    })
    .nullable()
    .meta({ description: 'null: every body in question is shown with its items' }),
})
export type ResponsibilityView = z.infer<typeof ResponsibilityView>
