import { z } from 'zod'
import { BodyCode, FactCode, RegionCode, SubjectCode } from '../codes'
import { CalendarDate, Decimal, Instant, text, Wan } from '../decimal'
import { Frequency, frequencyOf, Period, yearOf } from '../period'
import { Attribute, SubjectKind, ValueOrigin, Visibility } from '../vocabulary'

const Year = z.int().min(2000).max(2060)

/** When the periods of a list open, fall due and close: days after the period's end, at `dueTime` Asia/Shanghai. */
export const CalendarRule = z.strictObject({
  frequency: Frequency,
  opensAfterDays: z.int().min(0).max(400),
  dueAfterDays: z.int().min(0).max(400),
  closesAfterDays: z.int().min(0).max(800),
  dueTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
})
export type CalendarRule = z.infer<typeof CalendarRule>

/** A year's list (年度清单) adopted by a meeting or a document. Only its items create duties. */
export const ListAdopted = z.strictObject({
  code: FactCode,
  name: text(120),
  year: Year,
  owner: BodyCode.meta({ title: '制定单位' }),
  adoptedBy: text(120).meta({ title: '下达依据', description: 'meeting or document number' }),
  adoptedOn: CalendarDate,
  calendar: z.array(CalendarRule).min(1),
})
export type ListAdopted = z.infer<typeof ListAdopted>

const YearValue = z.strictObject({ year: Year, value: Decimal, origin: ValueOrigin })

/** One commitment of a list: a target's value for the year or a project's plan for the year, of one region. */
export const ItemListed = z.strictObject({
  code: FactCode,
  list: FactCode,
  subject: SubjectCode,
  kind: SubjectKind,
  year: Year,
  region: RegionCode,
  order: z.int().min(1).max(1_000_000),
  attribute: Attribute,
  visibility: Visibility,
  leadBody: BodyCode,
  coBodies: z.array(BodyCode),
  measures: text(1000).nullable().meta({ title: '工作举措' }),
  deadline: CalendarDate,
  target: z
    .strictObject({
      baseline: YearValue.nullable(),
      yearValue: YearValue.nullable().meta({ title: '本年目标值' }),
      path: z.array(YearValue).meta({ title: '各年目标' }),
    })
    .nullable(),
  project: z
    .strictObject({
      planWan: Wan.nullable().meta({ title: '年度投资计划（万元）' }),
      totalWan: Wan.nullable().meta({ title: '总投资（万元）' }),
      origin: ValueOrigin,
      monthlyPercent: z.array(z.int().min(0).max(100)).length(12).nullable(),
      milestones: z.array(z.strictObject({ name: text(200), dueOn: CalendarDate })),
      sharePercent: z.int().min(0).max(100).nullable().meta({ title: '本地区分担比例' }),
    })
    .nullable(),
})
export type ItemListed = z.infer<typeof ItemListed>

/**
 * An adopted item was revised: `item` is the whole item as it now stands; what it was stays in the history. Only this
 * changes an adopted list, with the reason and the meeting or document that decided it.
 */
export const ItemRevised = z.strictObject({
  item: ItemListed,
  revision: z.int().min(1).max(99).meta({ title: '第几次修订' }),
  reason: text(500)
    .refine((reason) => reason.trim() !== '', '修订须说明原因')
    .meta({ title: '修订原因' }),
  basis: text(120)
    .refine((basis) => basis.trim() !== '', '修订须注明依据')
    .meta({ title: '修订依据', description: 'meeting or document number' }),
  revisedOn: CalendarDate,
})
export type ItemRevised = z.infer<typeof ItemRevised>

const isPeriodOf = (period: Period, year: number, frequency: Frequency): boolean =>
  yearOf(period) === year && frequencyOf(period) === frequency

/**
 * A duty (填报责任): this body reports this subject for this region in each period of the year.
 * One duty serves every list and level that wants the same subject of the same region. With `from` it is handed over in
 * the middle of the year: periods before stay with who held them. With `servedBy` the figure is asked for under another
 * subject that is the same, and every report of that one is said of this one too.
 */
export const DutyAssigned = z
  .strictObject({
    subject: SubjectCode,
    kind: SubjectKind,
    region: RegionCode,
    year: Year,
    body: BodyCode,
    frequency: Frequency,
    items: z.array(FactCode).min(1),
    from: Period.optional().meta({
      title: '自何期起',
      description: 'first period this body reports, of the duty’s year and frequency; absent: the whole year',
      examples: ['2025Q3'],
    }),
    servedBy: SubjectCode.optional().meta({
      title: '由何项填报',
      description:
        'subject of the same region whose report says this figure too, so that it is asked for once; absent: it is asked for itself',
      examples: ['PX-145-T001'],
    }),
  })
  .refine(({ region, body }) => body.startsWith(`${region}-`), {
    message: '填报单位须属于该行政区：地区只以自己的名义报送',
    path: ['body'],
  })
  .refine(({ from, year, frequency }) => from === undefined || isPeriodOf(from, year, frequency), {
    message: '移交的起始报告期须属于该年度和填报频率',
    path: ['from'],
  })
export type DutyAssigned = z.infer<typeof DutyAssigned>

/** A reporting period opened: from now on reports are asked for, until `dueAt`; late ones until `closesAt`. */
export const PeriodOpened = z.strictObject({ period: Period, opensAt: Instant, dueAt: Instant, closesAt: Instant })
export type PeriodOpened = z.infer<typeof PeriodOpened>

/** The due moment has passed: what is missing is now 未报. */
export const PeriodFellDue = z.strictObject({ period: Period, dueAt: Instant })
export type PeriodFellDue = z.infer<typeof PeriodFellDue>

/** The period is locked: offices can no longer report it unless it is returned to them. */
export const PeriodClosed = z.strictObject({ period: Period, closedAt: Instant })
export type PeriodClosed = z.infer<typeof PeriodClosed>
