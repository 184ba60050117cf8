import Big from 'big.js'
import type { Catalogue } from '../catalogue'
import type { CatalogueIssue } from '../issue'
import type { IndicatorRow } from '../rows/reference'
import type { TargetRow } from '../rows/target'
import { checkEach, codesOf, type Fault } from './reporter'

/** Targets, and the baselines they are joined with. */
export function checkTargets(catalogue: Catalogue, issues: CatalogueIssue[]): void {
  const indicators = new Map(catalogue.indicators.map(({ row }) => [row.code, row]))
  const plans = new Map(catalogue.plans.map(({ row }) => [row.code, row]))
  const baselines = codesOf(catalogue.baselines)
  const projects = codesOf(catalogue.projects)
  checkEach(catalogue.targets, issues, (row, fault) => {
    checkValue(row, fault)
    checkBaseline(row, row.targetYear ?? plans.get(row.plan)?.periodEnd ?? null, fault)
    checkIndicator(row, indicators, fault)
    if (row.baselineRef !== undefined && !baselines.has(row.baselineRef))
      fault('baselineRef', `基期数 ${row.baselineRef} 不存在`)
    if (row.project !== undefined && !projects.has(row.project)) fault('project', `项目 ${row.project} 不存在`)
    if (row.standing !== (row.holdSide !== null)) fault('holdSide', '持续保持的目标须写明方向，其他目标不应有')
  })
  checkEach(catalogue.baselines, issues, (row, fault) => {
    if (row.value !== null && row.unit === null) fault('unit', '有数值而无单位')
    if (row.indicator !== null && indicators.get(row.indicator) === undefined)
      fault('indicator', `指标 ${row.indicator} 不存在`)
  })
}

function checkValue(row: TargetRow, fault: Fault): void {
  const value = row.targetValue
  if ((row.comparator === 'qualitative') !== (value === null))
    fault('targetValue', '定性目标没有数值，其他目标须有数值')
  if (value !== null && row.unit === null) fault('unit', '有数值而无单位')
  const isPair = Array.isArray(value)
  if (value !== null && (row.comparator === 'range') !== isPair)
    fault('targetValue', '区间目标须有上下限，其他目标只有一个数')
  if (isPair && new Big(value[0]).gt(value[1])) fault('targetValue', `区间下限 ${value[0]} 大于上限 ${value[1]}`)
  if (row.reportable && (value === null || row.indicator === null || row.frequency === null))
    fault('reportable', '可填报的目标须有数值、指标和频率')
  if (row.reportable && row.notReportable !== undefined) fault('notReportable', '可填报的目标不应写不可填报的原因')
}

function checkBaseline(row: TargetRow, targetYear: number | null, fault: Fault): void {
  if ((row.baselineValue === null) !== (row.baselineYear === null)) fault('baselineYear', '基期数与基期年份须同时有')
  if (row.baselineYear !== null && targetYear !== null && row.baselineYear >= targetYear)
    fault('baselineYear', `基期年份 ${row.baselineYear} 不早于目标年份 ${targetYear}`)
  if (row.periodStart !== null && row.periodEnd !== null && row.periodStart > row.periodEnd)
    fault('periodEnd', '期止早于期起')
}

function checkIndicator(row: TargetRow, indicators: Map<string, IndicatorRow>, fault: Fault): void {
  if (row.indicator === null) return
  const indicator = indicators.get(row.indicator)
  if (indicator === undefined) return fault('indicator', `指标 ${row.indicator} 不存在`)
  if (indicator.unit !== row.unit) fault('unit', `单位与指标 ${indicator.code} 的 ${indicator.unit} 不同`)
  if (indicator.basis !== row.basis) fault('basis', `口径与指标 ${indicator.code} 的 ${indicator.basis} 不同`)
}
