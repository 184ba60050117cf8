import { z } from 'zod'
import { RegionCode, ZoneCode } from '../codes'
import { text } from '../decimal'
import { timeInput } from '../moment'
import { Period } from '../period'
import { Disagreement, WorkField } from '../vocabulary'
import { exportPaging, paged, PeriodView, picture, RegionName, ZoneName } from './common'
import { CrossRegionLine } from './cross-region'

/** Which projects of several regions somebody wants to see. In the order of the page. */
export const MATRIX_LABELS = {
  open: '不一致待核定',
  settled: '不一致已核定',
  unsaid: '有地区未报',
  late: '衔接节点逾期',
  agrees: '各地一致',
} as const
export const MatrixFilter = z.enum(['open', 'settled', 'unsaid', 'late', 'agrees']).meta({ title: '核对情况' })
export type MatrixFilter = z.infer<typeof MatrixFilter>

export const MatrixInput = z.strictObject({
  zone: ZoneCode,
  period: Period.optional().meta({ title: '报告期' }),
  region: RegionCode.optional().meta({ title: '行政区', description: 'projects of which it has a part' }),
  field: WorkField.optional(),
  show: MatrixFilter.optional(),
  what: Disagreement.optional(),
  q: text(60).optional().meta({ title: '查找', description: 'part of the name or code' }),
  ...timeInput,
  ...exportPaging,
})
export type MatrixInput = z.infer<typeof MatrixInput>

/** A project with every region’s part; `before`: how it stood at the moment of comparison, null: no such line then. */
export const MatrixRow = CrossRegionLine.extend({
  before: CrossRegionLine.pick({ parts: true, disagrees: true, open: true }).nullable().meta({ title: '对比时点' }),
})
export type MatrixRow = z.infer<typeof MatrixRow>

/** 跨区域项目对照: a row a project, a column a region. */
export const Matrix = paged(MatrixRow).extend({
  ...picture,
  zone: ZoneName,
  period: PeriodView,
  periods: z.array(PeriodView),
  columns: z.array(RegionName).meta({ description: 'regions with a part in any of the rows, of all pages' }),
  regions: z.array(RegionName).meta({ description: 'that can be filtered by' }),
  counts: z.record(MatrixFilter, z.int()).meta({ description: 'before the filter by them' }),
})
export type Matrix = z.infer<typeof Matrix>
