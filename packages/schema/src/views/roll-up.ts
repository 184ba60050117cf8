import { z } from 'zod'
import { SubjectCode } from '../codes'
import { Decimal } from '../decimal'
import { Period } from '../period'
import { Aggregation, Comparator } from '../vocabulary'
import { RegionName } from './common'
import { StatusMark } from './status'

/** Why a region's part is not in the zone's figure. */
export const LACK_LABELS = {
  'not-asked': '清单未要求填报',
  figure: '未报',
  returned: '所报已退回',
  weight: '缺权数',
} as const
export const Lack = z.enum(['not-asked', 'figure', 'returned', 'weight'])
export type Lack = z.infer<typeof Lack>

/**
 * 全区汇总: a target of the zone as its responsible regions reported it, put together only as its indicator says; districts
 * stand beside the region they lie in and are never added.
 */
export const ZoneRollUp = z.strictObject({
  subject: SubjectCode,
  name: z.string(),
  unit: z.string().nullable().meta({ title: '单位' }),
  period: Period,
  comparator: Comparator,
  planValue: Decimal.nullable().meta({ title: '规划目标' }),
  planValueHigh: Decimal.nullable(),
  targetYear: z.int(),
  aggregate: Aggregation.nullable().meta({ title: '汇总方式', description: 'null: no indicator says it' }),
  weightName: z.string().nullable().meta({ title: '权数', description: 'null: not a mean, or nobody said' }),
  value: Decimal.nullable().meta({ title: '全区', description: 'null while a region is missing or nothing is made' }),
  partial: Decimal.nullable().meta({ title: '已报各地合计', description: 'never shown without the missing regions' }),
  mark: StatusMark.nullable().meta({
    title: '状态',
    description: 'by the plan’s own value; null: regions make no zone’s figure of it',
  }),
  parts: z.array(
    z.strictObject({
      region: RegionName,
      subject: SubjectCode.nullable().meta({ description: 'the target it was reported of' }),
      value: Decimal.nullable(),
      weight: Decimal.nullable().meta({ title: '权数' }),
      lacks: Lack.nullable().meta({ title: '缺' }),
    }),
  ),
  inside: z
    .array(
      z.strictObject({
        region: RegionName,
        within: RegionName.meta({ title: '所在地区' }),
        subject: SubjectCode,
        value: Decimal,
        sharePercent: Decimal.nullable().meta({ title: '占所在地区（%）' }),
      }),
    )
    .meta({ title: '其中', description: 'compared with the region they lie in, never added' }),
})
export type ZoneRollUp = z.infer<typeof ZoneRollUp>
