import { z } from 'zod'
import { EventId, RegionCode } from '../codes'
import { Decimal, Instant, Percent, Wan } from '../decimal'
import { Period } from '../period'
import { FilingState, Stage } from '../vocabulary'

/** What the worker's own check found in an applied report; shown beside it, never in its stead. */
export const Objection = z.strictObject({ code: z.string(), message: z.string() })
export type Objection = z.infer<typeof Objection>

/** What the check says to one report: whoever sent it is told, and so is who judges it. */
export const rechecked = {
  objections: z.array(Objection).meta({ title: '核对异议' }),
  unanswered: z
    .array(Objection)
    .meta({ title: '提示未说明原因', description: 'warnings the report gives no reason for' }),
}

/** The figures of one report. Null is 未报 or 不适用, never zero. */
export const figures = {
  value: Decimal.nullable().meta({ title: '完成值' }),
  stage: Stage.nullable().meta({ title: '项目阶段' }),
  investedYearWan: Wan.nullable().meta({ title: '本年累计完成投资（万元）' }),
  investedTotalWan: Wan.nullable().meta({ title: '开工以来累计完成投资（万元）' }),
  progressPercent: Percent.nullable().meta({ title: '形象进度（%）' }),
}

/** The last figure there is: what stands, in grey and with its period, where this period was not reported. */
export const LastFigure = z.strictObject({ period: Period, reportedAt: Instant.nullable(), ...figures })
export type LastFigure = z.infer<typeof LastFigure>

/** One cell of the board: a subject of a region in a period. */
export const Cell = z.strictObject({
  region: RegionCode,
  period: Period,
  state: FilingState,
  dueAt: Instant.nullable().meta({ title: '截止' }),
  late: z.boolean().meta({ title: '迟报' }),
  nil: z.boolean().meta({ title: '本期无变化' }),
  confirmed: z.boolean().meta({ title: '已确认' }),
  conflict: z.boolean().meta({ title: '两份填报互相冲突' }),
  ...rechecked,
  revision: z.int().nullable().meta({ title: '第几次报送' }),
  reports: z.int().meta({ title: '报送次数' }),
  eventId: EventId.nullable().meta({ title: '事件编号' }),
  reportedAt: Instant.nullable().meta({ title: '报送时刻' }),
  ...figures,
})
export type Cell = z.infer<typeof Cell>

/** Counts of cells. `due` is what had to be filed: it is `pending + overdue + reported + returned`. */
export const FilingCounts = z.strictObject({
  due: z.int().meta({ title: '应报' }),
  reported: z.int().meta({ title: '已报' }),
  pending: z.int().meta({ title: '待报' }),
  overdue: z.int().meta({ title: '未报' }),
  returned: z.int().meta({ title: '退回' }),
  waiting: z.int().meta({ title: '待归位' }),
  late: z.int().meta({ title: '迟报' }),
  nil: z.int().meta({ title: '本期无变化' }),
  corrected: z.int().meta({ title: '有更正' }),
  confirmed: z.int().meta({ title: '已确认' }),
  conflict: z.int().meta({ title: '冲突' }),
  objections: z.int().meta({ title: '有异议' }),
})
export type FilingCounts = z.infer<typeof FilingCounts>

/** Which cells a list shows: every count of the overview is a link with one of these. */
export const CELL_FILTER_LABELS = {
  due: '应报',
  pending: '待报',
  overdue: '未报',
  reported: '已报',
  returned: '退回',
  waiting: '待归位',
  late: '迟报',
  nil: '本期无变化',
  corrected: '有更正',
  confirmed: '已确认',
  conflict: '冲突',
  objections: '有异议',
  attention: '需关注',
  problems: '有问题或需协调事项',
  overridden: '状态经人工认定',
  contested: '对状态有异议',
  'not-asked': '本期不报',
  disagrees: '各地所报不一致',
} as const
export const CellFilter = z
  .enum([
    'due',
    'pending',
    'overdue',
    'reported',
    'returned',
    'waiting',
    'late',
    'nil',
    'corrected',
    'confirmed',
    'conflict',
    'objections',
    'attention',
    'problems',
    'overridden',
    'contested',
    'not-asked',
    'disagrees',
  ])
  .meta({ title: '填报情况' })
export type CellFilter = z.infer<typeof CellFilter>
