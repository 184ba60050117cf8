import type { CheckThresholds } from '@lianxi/schema/check-thresholds'

/** Every limit of the checks on entry (校验界限) with its words: the table and the form go through them. */
export const CHECKS = [
  ['unit.overBefore', '量级偏大：为上期的多少倍'],
  ['unit.overPlan', '量级偏大：为年度计划或总量的多少倍'],
  ['unit.overPlanKnown', '量级偏大：上期已如此的，为年度计划或总量的多少倍'],
  ['unit.underBefore', '量级偏小：上期为本期的多少倍'],
  ['unit.underPlan', '量级偏小：年度计划或总量为本期的多少倍'],
  ['unit.underPlanBuilding', '量级偏小：在建项目的计划或总投资为本期的多少倍'],
  ['outlier.deviations', '异常变动：超过历次变动离差的多少倍'],
  ['outlier.percentOfLast', '异常变动：至少为上期的（%）'],
  ['outlier.timesLastYear', '异常变动：与上年同期相差多少倍'],
  ['path.points', '偏离序时：投资与序时进度相差（百分点）'],
  ['path.lowPercent', '偏离序时：低于应完成的（%）'],
  ['path.highPercent', '偏离序时：高于应完成的（%）'],
  ['path.timesOfWay', '偏离序时：为基期到目标之间的多少倍'],
  ['parts.overTotalPercent', '总投资：累计投资超过总投资的（%）'],
  ['parts.sumPercent', '分项：各分项之和超过总量的（%）'],
] as const
type Check = (typeof CHECKS)[number][0]
export type TypedChecks = Record<Check, string>

export function typedChecks({ unit, outlier, path, parts }: CheckThresholds): TypedChecks {
  return {
    ...{ 'unit.overBefore': `${unit.overBefore}`, 'unit.overPlan': `${unit.overPlan}` },
    ...{ 'unit.overPlanKnown': `${unit.overPlanKnown}`, 'unit.underBefore': `${unit.underBefore}` },
    ...{ 'unit.underPlan': `${unit.underPlan}`, 'unit.underPlanBuilding': `${unit.underPlanBuilding}` },
    ...{ 'outlier.deviations': `${outlier.deviations}`, 'outlier.percentOfLast': `${outlier.percentOfLast}` },
    ...{ 'outlier.timesLastYear': `${outlier.timesLastYear}` },
    ...{ 'path.points': `${path.points}`, 'path.lowPercent': `${path.lowPercent}` },
    ...{ 'path.highPercent': `${path.highPercent}`, 'path.timesOfWay': `${path.timesOfWay}` },
    ...{ 'parts.overTotalPercent': `${parts.overTotalPercent}`, 'parts.sumPercent': `${parts.sumPercent}` },
  }
}

/** As typed; whether the lines are ones the contract allows. What is no number becomes none. */
export function checksOf(typed: TypedChecks): CheckThresholds {
  const at = (check: Check) => (typed[check].trim() === '' ? Number.NaN : Number(typed[check]))
  return {
    unit: {
      ...{ overBefore: at('unit.overBefore'), overPlan: at('unit.overPlan') },
      ...{ overPlanKnown: at('unit.overPlanKnown'), underBefore: at('unit.underBefore') },
      ...{ underPlan: at('unit.underPlan'), underPlanBuilding: at('unit.underPlanBuilding') },
    },
    outlier: {
      ...{ deviations: at('outlier.deviations'), percentOfLast: at('outlier.percentOfLast') },
      timesLastYear: at('outlier.timesLastYear'),
    },
    path: {
      ...{ points: at('path.points'), lowPercent: at('path.lowPercent') },
      ...{ highPercent: at('path.highPercent'), timesOfWay: at('path.timesOfWay') },
    },
    parts: { overTotalPercent: at('parts.overTotalPercent'), sumPercent: at('parts.sumPercent') },
  }
}
