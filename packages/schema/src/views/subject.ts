import { z } from 'zod'
import { EventId, FactCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Decimal, Instant, Wan } from '../decimal'
import { AnsweredWarning, EvidenceNamed, ProjectContent, TargetContent } from '../events/reports'
import { timeInput } from '../moment'
import { Frequency, Period } from '../period'
import { Attribute, Basis, Comparator, Stage, SubjectKind, ValueOrigin, Visibility, WorkField } from '../vocabulary'
import { Cell, rechecked } from './cell'
import { CourseView } from './course'
import { BodyName, PeriodView, picture, Provenance, RegionName, YearValueView } from './common'
import { ExtensionView } from './chasing'
import { CrossingView, CrossRegionLine } from './cross-region'
import { RevisionsView } from './revision'
import { ZoneRollUp } from './roll-up'
import { CellStatus, MaySay, StatusView } from './status'

export const SubjectInput = z.strictObject({ zone: ZoneCode, subject: SubjectCode, ...timeInput })
export type SubjectInput = z.infer<typeof SubjectInput>

/** What the plan promises of a target. */
export const TargetPromise = z.strictObject({
  indicator: z.strictObject({ code: FactCode, name: z.string() }).nullable().meta({ title: '指标' }),
  unit: z.string().nullable().meta({ title: '单位' }),
  basis: Basis,
  comparator: Comparator,
  of: z.string().meta({ title: '规划目标所属', description: 'the region the plan names, or the zone' }),
  value: Decimal.nullable().meta({ title: '规划目标', description: 'null: qualitative' }),
  valueHigh: Decimal.nullable(),
  targetYear: z.int().meta({ title: '目标年' }),
  baseline: z
    .strictObject({ value: Decimal, year: z.int(), note: z.string().nullable() })
    .nullable()
    .meta({ title: '基期值' }),
  direction: z.enum(['up', 'down']).nullable(),
  standing: z.boolean().meta({ title: '始终须保持' }),
  holdSide: z.enum(['below', 'above', 'both']).nullable(),
})
export type TargetPromise = z.infer<typeof TargetPromise>

/** What the plan promises of a project. */
export const ProjectPromise = z.strictObject({
  category: z.string().nullable().meta({ title: '类别' }),
  stage: Stage.nullable().meta({ title: '规划所述阶段' }),
  plannedOutcome: z.string().nullable().meta({ title: '规划期末成果' }),
  investmentWan: Wan.nullable().meta({ title: '总投资（万元）' }),
  scale: z.string().nullable().meta({ title: '建设规模' }),
  startYear: z.int().nullable(),
  endYear: z.int().nullable(),
  crossRegion: z.boolean(),
  regions: z.array(z.string()).meta({ title: '所在地区' }),
})
export type ProjectPromise = z.infer<typeof ProjectPromise>

/** A commitment of a year's list. */
export const ItemView = z.strictObject({
  code: FactCode,
  list: FactCode,
  listName: z.string().meta({ title: '年度清单' }),
  adoptedBy: z.string().meta({ title: '下达依据' }),
  adoptedOn: CalendarDate,
  year: z.int(),
  region: RegionName,
  attribute: Attribute,
  visibility: Visibility,
  leadBody: BodyName.meta({ title: '牵头单位' }),
  coBodies: z.array(BodyName).meta({ title: '配合单位' }),
  measures: z.string().nullable().meta({ title: '工作举措' }),
  deadline: CalendarDate.meta({ title: '期限' }),
  target: z
    .strictObject({
      baseline: YearValueView.nullable().meta({ title: '基期值' }),
      yearValue: YearValueView.nullable().meta({ title: '本年目标值' }),
      path: z.array(YearValueView).meta({ title: '各年目标' }),
    })
    .nullable(),
  project: z
    .strictObject({
      planWan: Wan.nullable().meta({ title: '年度投资计划（万元）' }),
      totalWan: Wan.nullable().meta({ title: '总投资（万元）' }),
      origin: ValueOrigin,
      monthlyPercent: z.array(z.int()).nullable(),
      milestones: z.array(z.strictObject({ name: z.string(), dueOn: CalendarDate })).meta({ title: '节点' }),
      sharePercent: z.int().nullable().meta({ title: '本地区分担比例' }),
    })
    .nullable(),
})
export type ItemView = z.infer<typeof ItemView>

export const DutyView = z.strictObject({
  region: RegionName,
  year: z.int(),
  body: BodyName.meta({ title: '填报单位' }),
  frequency: Frequency,
  from: Period.nullable().meta({
    title: '自何期起',
    description: 'handed over from this period on; null: from the start',
  }),
  servedBy: z.string().nullable().meta({
    title: '由何项一并报送',
    description: 'name of the subject whose report says this figure; null: it is asked for itself',
  }),
})
export type DutyView = z.infer<typeof DutyView>

/** 退回 or 确认, spoken by another voice than the report's. */
export const VerdictMade = z.strictObject({
  eventId: EventId,
  verdict: z.enum(['returned', 'confirmed']),
  by: BodyName,
  person: z.string(),
  reason: z.string().nullable(),
  at: Instant,
})
export type VerdictMade = z.infer<typeof VerdictMade>

export const REPORT_STANDING_LABELS = { current: '现行', superseded: '已更正', conflict: '冲突' } as const

/** Every report ever made of a subject, with what makes it evidence. */
export const ReportMade = z.strictObject({
  eventId: EventId,
  region: RegionName,
  body: BodyName,
  period: Period,
  revision: z.int(),
  replaces: EventId.nullable(),
  standing: z.enum(['current', 'superseded', 'conflict']),
  correctionReason: z.string().nullable().meta({ title: '更正原因' }),
  reportedBy: z.string().meta({ title: '填报人' }),
  approvedBy: z.string().meta({ title: '审核人' }),
  submittedAt: Instant.meta({ title: '提交时刻' }),
  reportedAt: Instant.meta({ title: '报送时刻' }),
  topic: z.string().meta({ title: '主题' }),
  offset: z.string().meta({ title: '位置' }),
  stamp: z.string().meta({ title: '入库时刻' }),
  content: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('target'), ...TargetContent.shape }),
    z.strictObject({ kind: z.literal('project'), ...ProjectContent.shape }),
  ]),
  warnings: z.array(AnsweredWarning).meta({ title: '提示与说明' }),
  evidence: z.array(EvidenceNamed).meta({ title: '佐证材料' }),
  ...rechecked,
  verdicts: z.array(VerdictMade),
  mayReturn: z.boolean(),
  mayConfirm: z.boolean(),
})
export type ReportMade = z.infer<typeof ReportMade>

const SubjectRef = z.strictObject({ code: SubjectCode, name: z.string() })

/** All there is about one target or project. */
export const SubjectView = z.strictObject({
  zone: ZoneCode,
  ...picture,
  code: SubjectCode,
  kind: SubjectKind,
  name: z.string(),
  field: WorkField,
  visibility: Visibility,
  source: Provenance,
  target: TargetPromise.nullable(),
  project: ProjectPromise.nullable(),
  revisions: RevisionsView,
  items: z.array(ItemView).meta({ title: '列入清单' }),
  duties: z.array(DutyView).meta({ title: '填报责任' }),
  standing: z.array(StatusView).meta({ title: '状态', description: 'of each region’s latest period' }),
  statuses: z.array(CellStatus),
  courses: z.array(CourseView).meta({ title: '变化', description: 'of each region that is judged' }),
  maySay: MaySay,
  cells: z.array(Cell).meta({ title: '各期填报' }),
  extensions: z.array(ExtensionView).meta({ title: '延期' }),
  owed: z
    .array(z.strictObject({ region: RegionName, body: BodyName, period: Period }))
    .meta({ title: '可延期', description: 'open and not reported; empty: the viewer gives no extensions' }),
  regions: z.array(RegionName).meta({ description: 'regions that occur in cells and reports, for column heads' }),
  periods: z.array(PeriodView).meta({ description: 'periods that occur in cells, latest first' }),
  reports: z.array(ReportMade).meta({ title: '历次填报', description: 'latest first' }),
  rollUp: ZoneRollUp.nullable().meta({ title: '全区汇总', description: 'of the latest period somebody reported' }),
  sideBySide: CrossRegionLine.nullable().meta({ title: '各地所报并列' }),
  crossing: CrossingView.nullable().meta({ title: '跨区域衔接', description: 'null: not a project' }),
  parent: SubjectRef.nullable(),
  children: z.array(SubjectRef),
})
export type SubjectView = z.infer<typeof SubjectView>
/** Null: there is no such subject in the zone, or the viewer may not see it. */
export const SubjectFound = SubjectView.nullable()
