import { z } from 'zod'
import { FactCode, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Decimal, Percent, text, Wan } from '../decimal'
import { Period } from '../period'
import { Attribute, Comparator, Stage, SubjectKind, ValueOrigin, WorkField } from '../vocabulary'
import { Provenance, RegionName, Stamp, TotalView, YearValueView, ZoneName } from './common'

/** Items of the public page on one page; an export reads more at once (`EXPORT_PAGE`). */
export const PUBLIC_PAGE = 50

/** What the public page and the open data are asked for: no moment, no order of values, nothing to compare with. */
export const PublicInput = z.strictObject({
  zone: ZoneCode,
  list: FactCode.optional().meta({ title: '年度清单' }),
  region: RegionCode.optional().meta({ title: '地区' }),
  year: z.coerce.number().int().min(2000).max(2060).optional().meta({ title: '年度' }),
  kind: SubjectKind.optional(),
  field: WorkField.optional(),
  q: text(60).optional().meta({ title: '查找', description: 'part of the name or code' }),
  page: z.coerce.number().int().min(1).max(10_000).default(1).meta({ title: '页' }),
})
export type PublicInput = z.infer<typeof PublicInput>

/** One released figure of an item. */
export const PublicFigure = z.strictObject({
  period: Period,
  value: Decimal.nullable(),
  doneOn: CalendarDate.nullable().meta({ description: 'of a qualitative target, where evidence came with the report' }),
  stage: Stage.nullable(),
  progressPercent: Percent.nullable(),
  investedYearWan: Wan.nullable(),
  investedTotalWan: Wan.nullable(),
  text: z.string().meta({ description: 'what stands of a project, in words' }),
  figureSource: z.string().meta({ description: 'which statistics a target’s figure is from' }),
  reportedOn: CalendarDate,
  revision: z.int(),
})
export type PublicFigure = z.infer<typeof PublicFigure>

/** A public commitment of an adopted list with its released figures, the latest period first. */
export const PublicItem = z.strictObject({
  item: FactCode,
  subject: SubjectCode,
  kind: SubjectKind,
  name: z.string(),
  field: WorkField,
  list: FactCode,
  year: z.int(),
  region: RegionName,
  attribute: Attribute,
  leadBody: z.string(),
  deadline: CalendarDate,
  unit: z.string().nullable(),
  target: z
    .strictObject({
      comparator: Comparator,
      baseline: YearValueView.nullable(),
      planValue: Decimal.nullable(),
      planValueHigh: Decimal.nullable(),
      planOf: z
        .string()
        .nullable()
        .meta({ description: 'whose the plan’s target is where it is not the item’s own region’s' }),
      targetYear: z.int(),
      yearValue: YearValueView.nullable(),
    })
    .nullable(),
  project: z
    .strictObject({
      ...TotalView.shape,
      planWan: Wan.nullable(),
      planOrigin: ValueOrigin.nullable(),
      outcome: z.string().nullable(),
    })
    .nullable(),
  figures: z.array(PublicFigure),
  source: Provenance,
})
export type PublicItem = z.infer<typeof PublicItem>

const PublicList = z.strictObject({
  code: FactCode,
  name: z.string(),
  year: z.int(),
  adoptedBy: z.string(),
  adoptedOn: CalendarDate,
  items: z.int().meta({ description: 'public ones' }),
})
export type PublicList = z.infer<typeof PublicList>

/** What a zone shows everybody: lists and regions with anything public in them. */
export const PublicZone = z.strictObject({
  zone: ZoneName,
  stamp: Stamp,
  today: CalendarDate.meta({ description: 'of domain time: what is released depends on it' }),
  lists: z.array(PublicList),
  regions: z.array(RegionName.extend({ parent: RegionCode.nullable() })),
  years: z.array(z.int()),
})
export type PublicZone = z.infer<typeof PublicZone>

export const PublicPage = PublicZone.extend({
  items: z.array(PublicItem),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
})
export type PublicPage = z.infer<typeof PublicPage>
