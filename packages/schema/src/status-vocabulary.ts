import type { z } from 'zod'
import { vocabulary } from './word-list'

/** What is said of a target or project (状态), in the words of the national mid-term review first; best to worst. */
export const status = vocabulary('状态', {
  achieved: '提前实现',
  ahead: '快于预期',
  'on-track': '基本符合预期',
  met: '达标',
  behind: '滞后',
  'seriously-behind': '严重滞后',
  regressing: '倒退',
  breached: '突破',
  'not-reported': '未报',
  'not-due': '未到期',
  undeterminable: '无法判定',
})
export const Status = status.schema
export type Status = z.infer<typeof Status>

/** What somebody may set by hand: that nothing was reported, or nothing is due, is a fact. */
export const SaidStatus = Status.exclude(['not-reported', 'not-due']).meta({ title: '状态' })
export type SaidStatus = z.infer<typeof SaidStatus>

/** What became of an objection to a status. */
export const objectionOutcome = vocabulary('异议答复', {
  maintained: '维持判定',
  overridden: '采纳，人工认定',
  correction: '采纳，请更正填报',
  withdrawn: '采纳，收回认定',
})
export const ObjectionOutcome = objectionOutcome.schema
export type ObjectionOutcome = z.infer<typeof ObjectionOutcome>

/** A shape a status, so that no page says it by colour alone. */
export const STATUS_SHAPES = {
  achieved: '◆',
  ahead: '▲',
  'on-track': '●',
  met: '✓',
  behind: '▽',
  'seriously-behind': '▼',
  regressing: '↓',
  breached: '✕',
  'not-reported': '○',
  'not-due': '–',
  undeterminable: '?',
} as const satisfies Record<Status, string>

/** How a subject is judged: the indicator's basis, or what goes before it (始终须保持, 相对), or a project's yearly plan. */
export const judgedBasis = vocabulary('判定口径', {
  stock: '时点',
  flow: '时期（当年累计）',
  cumulative: '规划期累计',
  'per-year': '每年',
  growth: '增速',
  ratio: '比重/率',
  standing: '始终须保持',
  relative: '相对',
  flag: '定性',
  project: '项目年度计划',
})
export const JudgedBasis = judgedBasis.schema
export type JudgedBasis = z.infer<typeof JudgedBasis>

/** Ways from a baseline to a target that a rule set may choose. `given-path` falls back to the line where no year is given. */
export const pathMethod = vocabulary('路径方法', {
  linear: '直线路径',
  'given-path': '各年目标路径',
  'compound-un': '复合增速推算（联合国进展图）',
  'compound-open-sdg': '复合增速之比（Open SDG）',
})
export const PathMethod = pathMethod.schema
export type PathMethod = z.infer<typeof PathMethod>

/** 序时进度: what is done against the share of the time that is gone, as a ratio or in percentage points. */
export const paceMethod = vocabulary('序时方法', {
  'pace-ratio': '序时进度（比值）',
  'pace-points': '序时进度（百分点）',
})
export const PaceMethod = paceMethod.schema
export type PaceMethod = z.infer<typeof PaceMethod>

/** How a status came about: a chosen method, or the rule that settles the case before any method. */
export const statusMethod = vocabulary('判定方法', {
  ...pathMethod.labels,
  ...paceMethod.labels,
  'growth-gap': '平均增速之差',
  comparison: '与目标值直接比较',
  limit: '限值比较',
  relative: '与参照数据比较',
  'by-date': '按期限和佐证',
  none: '未作判定',
})
export const StatusMethod = statusMethod.schema
export type StatusMethod = z.infer<typeof StatusMethod>

/** What somebody has to supply before a subject can be judged. */
export const missingInput = vocabulary('缺少的依据', {
  baseline: '基期值',
  target: '目标值',
  'year-value': '本年目标值',
  'past-figures': '以前年度数据',
  'other-series': '参照数据',
  direction: '指标方向',
  'year-plan': '年度投资计划',
  evidence: '佐证',
})
export const MissingInput = missingInput.schema
export type MissingInput = z.infer<typeof MissingInput>

/** What a band is applied to. */
export const measureKind = vocabulary('衡量', { ratio: '比值', points: '百分点差', growth: '增速差' })
export const MeasureKind = measureKind.schema
export type MeasureKind = z.infer<typeof MeasureKind>
