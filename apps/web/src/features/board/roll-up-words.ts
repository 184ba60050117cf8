import { LACK_LABELS, type ZoneRollUp } from '@lianxi/schema/views/roll-up'
import { aggregation } from '@lianxi/schema/vocabulary'

/** Who is missing in the zone's figure, and why. */
export const lackingOf = ({ parts }: ZoneRollUp): string[] =>
  parts.flatMap(({ region, lacks }) => (lacks === null ? [] : [`${region.shortName}${LACK_LABELS[lacks]}`]))

/** By what the regions' figures are put together. */
export const howOf = ({ aggregate, weightName }: ZoneRollUp): string => {
  if (aggregate === null) return '未定指标，不汇总'
  if (aggregate !== 'weighted-mean') return aggregation.labels[aggregate]
  return `${aggregation.labels[aggregate]}（${weightName === null ? '未定权数' : `权数：${weightName}`}）`
}
