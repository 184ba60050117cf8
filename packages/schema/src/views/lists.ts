import { z } from 'zod'
import { BodyCode, FactCode, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Decimal, Instant, text, Wan } from '../decimal'
import { timeInput } from '../moment'
import { Period } from '../period'
import { Status } from '../status-vocabulary'
import { Attribute, Basis, Comparator, Disagreement, FilingState, ValueOrigin, WorkField } from '../vocabulary'
import { Cell, CellFilter, LastFigure } from './cell'
import {
  BodyName,
  exportPaging,
  paged,
  PeriodView,
  picture,
  Provenance,
  RegionName,
  SortDirection,
  TotalView,
  YearValueView,
} from './common'
import { NotAsked } from './not-asked'
import { ZoneRollUp } from './roll-up'
import { StatusMark } from './status'

const filters = {
  zone: ZoneCode,
  period: Period.optional().meta({ title: '报告期' }),
  region: RegionCode.optional().meta({ title: '行政区' }),
  field: WorkField.optional(),
  show: CellFilter.optional(),
  status: Status.optional(),
  attribute: Attribute.optional(),
  list: FactCode.optional().meta({ title: '年度清单' }),
  plan: FactCode.optional().meta({ title: '规划' }),
  body: BodyCode.optional().meta({ title: '牵头单位' }),
  q: text(60).optional().meta({ title: '查找', description: 'part of the name or code' }),
  /** `listed`: what an adopted list asks for; `all`: also what the plans say and nobody has to report. */
  scope: z.enum(['listed', 'all']).default('listed').meta({ title: '范围' }),
  direction: SortDirection.default('asc'),
  ...timeInput,
  ...exportPaging,
}

export const TARGET_SORTS = [
  'position',
  'name',
  'region',
  'field',
  'state',
  'status',
  'dueAt',
  'reportedAt',
  'value',
] as const
export const TargetsInput = z.strictObject({ ...filters, sort: z.enum(TARGET_SORTS).default('position') })
export type TargetsInput = z.infer<typeof TargetsInput>

export const PROJECT_SORTS = [
  'position',
  'name',
  'region',
  'field',
  'state',
  'status',
  'dueAt',
  'reportedAt',
  'investedYear',
  'progress',
  'total',
] as const
export const ProjectsInput = z.strictObject({
  ...filters,
  crossRegion: z.stringbool().or(z.boolean()).optional().meta({ title: '跨区域' }),
  sort: z.enum(PROJECT_SORTS).default('position'),
})
export type ProjectsInput = z.infer<typeof ProjectsInput>

const row = {
  subject: SubjectCode,
  name: z.string(),
  field: WorkField,
  region: RegionName.nullable().meta({ description: 'null: the plan names the zone or no place' }),
  attribute: Attribute.nullable(),
  listName: z.string().nullable().meta({ title: '年度清单' }),
  body: BodyName.nullable().meta({ title: '牵头单位' }),
  deadline: CalendarDate.nullable().meta({ title: '期限' }),
  source: Provenance,
  /** Null: no list asks for it, or this period does not concern it. */
  state: FilingState.nullable(),
  cell: Cell.nullable(),
  mark: StatusMark.nullable().meta({ title: '状态', description: 'null: nobody asks for it in this period' }),
  notAsked: NotAsked.nullable().meta({
    title: '本期不报',
    description: 'null: the period asks for it, or no list does',
  }),
  last: LastFigure.nullable().meta({ title: '上次所报', description: 'latest figure before this period' }),
  before: Cell.nullable().meta({
    title: '对比时点',
    description: 'null: nothing to compare with, or no such cell then',
  }),
  person: z.string().nullable().meta({ title: '填报人' }),
  dueAt: Instant.nullable(),
}

export const TargetRow = z.strictObject({
  ...row,
  unit: z.string().nullable(),
  basis: Basis,
  doneOn: CalendarDate.nullable().meta({ title: '完成日期', description: 'of a qualitative target, as it was judged' }),
  comparator: Comparator,
  baseline: YearValueView.nullable().meta({ title: '基期值' }),
  planValue: Decimal.nullable().meta({ title: '规划目标' }),
  planOf: z
    .string()
    .nullable()
    .meta({ title: '规划目标所属', description: 'whose the plan’s target is where it is not the row’s own region’s' }),
  planValueHigh: Decimal.nullable(),
  targetYear: z.int(),
  yearValue: z.strictObject({ value: Decimal, origin: ValueOrigin }).nullable().meta({ title: '本年目标' }),
})
export type TargetRow = z.infer<typeof TargetRow>

export const ProjectRow = z.strictObject({
  ...row,
  crossRegion: z.boolean().meta({ title: '跨区域' }),
  ...TotalView.shape,
  planWan: Wan.nullable().meta({ title: '年度投资计划（万元）' }),
  planOrigin: ValueOrigin.nullable(),
  startYear: z.int().nullable(),
  endYear: z.int().nullable(),
  disagrees: z.array(Disagreement),
})
export type ProjectRow = z.infer<typeof ProjectRow>

/** What the filters of a list can be set to, for this zone and viewer. */
export const FilterOptions = z.strictObject({
  periods: z.array(PeriodView),
  regions: z.array(RegionName),
  lists: z.array(z.strictObject({ code: FactCode, name: z.string(), year: z.int() })),
  plans: z.array(z.strictObject({ code: FactCode, name: z.string() })),
  bodies: z.array(BodyName),
})
export type FilterOptions = z.infer<typeof FilterOptions>

const listPage = { ...picture, period: PeriodView, options: FilterOptions }
export const TargetList = paged(TargetRow).extend({
  ...listPage,
  rollUps: z.array(ZoneRollUp).meta({ title: '全区汇总', description: 'of the zone’s own targets among the rows' }),
})
export type TargetList = z.infer<typeof TargetList>
export const ProjectList = paged(ProjectRow).extend(listPage)
export type ProjectList = z.infer<typeof ProjectList>
