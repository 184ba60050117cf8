import { DocumentKind } from '../document-kind'
import { z } from 'zod'
import { BodyCode, FactCode, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Decimal, Percent, text, Wan } from '../decimal'
import { Frequency } from '../period'
import {
  Aggregation,
  Basis,
  BodyKind,
  Channel,
  Comparator,
  Direction,
  MechanismFact,
  PlanStatus,
  PriceBasis,
  RegionLevel,
  Stage,
  SubjectKind,
  Visibility,
  WorkField,
} from '../vocabulary'

/** Where a fact stands in its plan; shown as provenance on every page. */
export const Source = z.strictObject({
  plan: FactCode,
  chapter: text(200).nullable(),
  section: text(200).nullable(),
  box: text(200).nullable().meta({ title: '专栏' }),
  line: z.int().min(0).nullable(),
})
export type Source = z.infer<typeof Source>

const Year = z.int().min(1990).max(2060)

/**
 * One fact of a mechanism with where the plan says it; `said` null: the plan does not say (规划未载明). `of`: the zone, or
 * the region whose own organisation it is (决策层、协调层、执行层 are levels of one body's leading group).
 */
export const MechanismStated = z.strictObject({
  of: z.union([ZoneCode, RegionCode]),
  fact: MechanismFact,
  said: z.array(text(200)).min(1).nullable(),
  source: z.strictObject({ plan: FactCode, line: z.int().min(0) }).nullable(),
})
export type MechanismStated = z.infer<typeof MechanismStated>

/** A zone and its mechanism (工作机制): names and the chain by which reports are confirmed. */
export const ZoneListed = z.strictObject({
  code: ZoneCode,
  name: text(60),
  reviewBody: text(60).meta({ title: '联席会议' }),
  responsibleRegions: z.array(RegionCode).meta({ title: '责任主体' }),
  confirmations: z
    .array(z.strictObject({ region: RegionCode, by: RegionCode }))
    .meta({ title: '审核链', description: 'which region’s reports are confirmed by which parent region' }),
  listLead: z.array(BodyCode).min(1).optional().meta({
    title: '清单牵头',
    description:
      'bodies whose secretariat drafts and adopts the zone’s yearly list, the leading one first; absent: any',
  }),
  mechanism: z
    .array(MechanismStated)
    .optional()
    .meta({ title: '工作机制', description: 'what the plans say of how the zone works; absent: nobody has listed it' }),
})
export type ZoneListed = z.infer<typeof ZoneListed>

export const RegionListed = z.strictObject({
  code: RegionCode,
  name: text(60),
  shortName: text(20),
  level: RegionLevel,
  parent: RegionCode.nullable(),
  reporting: z.boolean().meta({ title: '是否填报', description: 'true: reports on topics of its own' }),
})
export type RegionListed = z.infer<typeof RegionListed>

export const BodyListed = z.strictObject({
  code: BodyCode,
  name: text(60),
  kind: BodyKind,
  region: RegionCode.nullable().meta({ description: 'null: a body of the zone' }),
  parent: BodyCode.nullable(),
  endedOn: CalendarDate.optional().meta({
    title: '撤销日期',
    description: 'first day on which the body is no more; absent: it goes on',
    examples: ['2026-03-01'],
  }),
})
export type BodyListed = z.infer<typeof BodyListed>

/**
 * How a body's reports of a kind come in from now on (报送方式): typed in the web, or sent by its region's own system,
 * which may write the region's topic of that kind exactly as long as one of its bodies is direct.
 */
export const ChannelAssigned = z
  .strictObject({
    region: RegionCode,
    body: BodyCode,
    kind: SubjectKind,
    channel: Channel,
    reason: text(500).meta({ title: '原因' }),
    assignedBy: text(60).meta({ title: '办理人' }),
  })
  .refine(({ region, body }) => body.startsWith(`${region}-`), {
    message: '填报单位须属于该行政区：地区只以自己的名义报送',
    path: ['body'],
  })
export type ChannelAssigned = z.infer<typeof ChannelAssigned>

/**
 * How a share (占全省比重) comes about: what the region itself reports of `part`, divided by the figure of the same period of
 * the series that `series` and `scope` name.
 */
export const ShareOf = z
  .strictObject({
    part: FactCode.meta({ title: '分子指标', examples: ['I-GDP'] }),
    series: text(120).meta({ title: '分母数列', examples: ['地区生产总值'] }),
    scope: text(120).meta({ title: '分母范围', examples: ['全省'] }),
  })
  .meta({ title: '占比算法', description: 'of a ratio in %; absent: the share itself is reported' })
export type ShareOf = z.infer<typeof ShareOf>

export const IndicatorListed = z.strictObject({
  code: FactCode,
  name: text(120),
  unit: text(20),
  basis: Basis,
  aggregate: Aggregation,
  domain: WorkField,
  frequency: Frequency.optional().meta({ title: '发布频率' }),
  releaseAfterDays: z
    .int()
    .min(0)
    .max(400)
    .optional()
    .meta({ title: '期末后多少天发布', description: 'days after the period’s end on which the figure is released' }),
  releasedBy: text(120)
    .optional()
    .meta({ title: '发布单位和方式', examples: ['市统计局，统一核算反馈后'] }),
  priceBasis: PriceBasis.optional(),
  direction: Direction.optional(),
  weight: FactCode.optional().meta({
    title: '权数指标',
    description: 'of a weighted mean: the indicator whose figure of the same region and period is the weight',
    examples: ['I-GDP'],
  }),
  share: ShareOf.optional(),
})
export type IndicatorListed = z.infer<typeof IndicatorListed>

export const PlanListed = z.strictObject({
  code: FactCode,
  name: text(120),
  issuer: text(120).nullable(),
  documentNumber: text(60).nullable(),
  issuedOn: text(10).nullable(),
  periodStart: Year,
  periodEnd: Year,
  region: RegionCode.nullable(),
  status: PlanStatus,
  kind: DocumentKind.optional().meta({ title: '文件类别', description: 'absent: a plan' }),
})
export type PlanListed = z.infer<typeof PlanListed>

const StatedBodies = text(300).meta({
  title: '责任单位',
  description: 'bodies the plan makes answer for it, in its words, the leading one first; separated by 、',
  examples: ['西区统计局、西区发展和改革局'],
})

/** A plan's target (规划目标): reference until an adopted list asks for it. Value null: qualitative. */
export const TargetListed = z.strictObject({
  code: SubjectCode,
  plan: FactCode,
  name: text(200),
  domain: WorkField,
  region: z.union([RegionCode, ZoneCode]),
  indicator: FactCode.nullable(),
  unit: text(20).nullable(),
  basis: Basis,
  comparator: Comparator,
  value: Decimal.nullable(),
  valueHigh: Decimal.nullable().meta({ description: 'upper end where the comparator is a range' }),
  targetYear: Year,
  baseline: z.strictObject({ value: Decimal, year: Year, note: text(500).nullable() }).nullable(),
  direction: Direction.nullable(),
  standing: z.boolean(),
  holdSide: z.enum(['below', 'above', 'both']).nullable(),
  frequency: Frequency.nullable(),
  priceBasis: PriceBasis.nullable(),
  reportable: z.boolean(),
  visibility: Visibility,
  source: Source,
  yearly: z
    .array(z.strictObject({ year: Year, value: Decimal }))
    .max(20)
    .optional()
    .meta({ title: '各年目标', description: 'values the plan itself gives for single years' }),
  relativeTo: z
    .strictObject({ series: text(120), scope: text(120), operator: z.enum(['gt', 'ge', 'lt', 'le']) })
    .optional()
    .meta({ title: '参照', description: 'the target is compared with another series, as 高于全省平均' }),
  assignedBy: text(60)
    .optional()
    .meta({
      title: '下达单位',
      description: 'the value exists but is handed down and not in the plan',
      examples: ['省'],
    }),
  statedBodies: StatedBodies.optional(),
})
export type TargetListed = z.infer<typeof TargetListed>

/** A plan's project (项目). `crossRegion`: several regions report a part each. */
export const ProjectListed = z.strictObject({
  code: SubjectCode,
  plan: FactCode,
  name: text(200),
  domain: WorkField,
  regions: z.array(z.union([RegionCode, ZoneCode])),
  category: text(300).nullable(),
  stage: Stage.nullable().meta({ description: 'what the plan said then, where its text shows it' }),
  plannedOutcome: text(300).nullable(),
  investmentWan: Wan.nullable(),
  scale: text(500).nullable(),
  startYear: Year.nullable(),
  endYear: Year.nullable(),
  parent: SubjectCode.nullable(),
  crossRegion: z.boolean(),
  regionUnknown: z.boolean(),
  possibleSameAs: z.array(SubjectCode),
  visibility: Visibility,
  source: Source,
  parts: z
    .array(z.strictObject({ region: RegionCode, sharePercent: Percent }))
    .max(50)
    .optional()
    .meta({ title: '各地分担比例', description: 'what the regions agreed on; adds to 100 %' }),
  yearly: z
    .array(z.strictObject({ year: Year, planWan: Wan }))
    .max(20)
    .optional()
    .meta({ title: '各年计划投资（万元）' }),
  statedBodies: StatedBodies.optional(),
})
export type ProjectListed = z.infer<typeof ProjectListed>
