import { z } from 'zod'

const times = (title: string) =>
  z.int('校验界限须为整数').min(2, '倍数不能小于 2').max(100_000, '倍数不能大于 100000').meta({ title })
const percent = (title: string) =>
  z.int('校验界限须为整数').min(1, '百分数不能小于 1').max(10_000, '百分数不能大于 10000').meta({ title })

/**
 * Where the checks on entry draw their lines (校验界限): whole numbers, adopted by a zone with its rule set. Whatever they
 * are, they only ask for a reason; what cannot be true at all is refused without them.
 */
export const CheckThresholds = z.strictObject({
  unit: z.strictObject({
    overBefore: times('量级偏大：为上期的倍数').meta({ description: 'and no plan that speaks for it' }),
    overPlan: times('量级偏大：为年度计划或总量的倍数'),
    overPlanKnown: times('量级偏大：上期已如此时，为年度计划或总量的倍数'),
    underBefore: times('量级偏小：上期为本期的倍数'),
    underPlan: times('量级偏小：年度计划或总量为本期的倍数'),
    underPlanBuilding: times('量级偏小：在建项目的年度计划或总投资为本期的倍数'),
  }),
  outlier: z.strictObject({
    deviations: times('异常变动：历次变动离差的倍数'),
    percentOfLast: percent('异常变动：至少为上期的百分之几'),
    timesLastYear: times('异常变动：与上年同期相差的倍数'),
  }),
  path: z
    .strictObject({
      points: percent('偏离序时：投资与序时进度相差（百分点）'),
      lowPercent: percent('偏离序时：低于应完成的百分之几'),
      highPercent: percent('偏离序时：高于应完成的百分之几'),
      timesOfWay: times('偏离序时：为基期到目标之间的倍数'),
    })
    .refine(({ lowPercent, highPercent }) => lowPercent < 100 && highPercent > 100, {
      message: '偏离序时的界限应一低一高：下限小于 100%，上限大于 100%',
    }),
  parts: z.strictObject({
    overTotalPercent: percent('分项：投资超过总投资的百分之几'),
    sumPercent: percent('分项：各分项之和超过总量的百分之几'),
  }),
})
export type CheckThresholds = z.infer<typeof CheckThresholds>
