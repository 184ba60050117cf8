import type { JudgingRules } from '@lianxi/schema/events/rule-set'
import { paceMethod, pathMethod } from '@lianxi/schema/status-vocabulary'

/** Every limit of a rule set with its words and how it is read and written: the table and the form go through them. */
export const LIMITS = [
  ['ratio.ahead', '比值：快于预期（不低于）'],
  ['ratio.onTrack', '比值：基本符合预期（不低于）'],
  ['ratio.behind', '比值：滞后（不低于，以下为严重滞后）'],
  ['points.ahead', '百分点差：快于预期'],
  ['points.onTrack', '百分点差：基本符合预期'],
  ['points.behind', '百分点差：滞后'],
  ['growth.ahead', '增速差：快于预期'],
  ['growth.onTrack', '增速差：基本符合预期'],
  ['growth.behind', '增速差：滞后'],
  ['compoundUn.onTrack', '联合国进展图：基本符合预期'],
  ['compoundUn.behind', '联合国进展图：滞后'],
  ['compoundOpenSdg.onTrack', 'Open SDG：基本符合预期'],
  ['compoundOpenSdg.behind', 'Open SDG：滞后'],
  ['tolerancePercent', '容差（%）'],
  ['smallestExpected', '改用百分点的界限（应完成比重低于）'],
] as const
export type Limit = (typeof LIMITS)[number][0]

export const METHODS = [
  ['stock', '时点', pathMethod],
  ['ratio', '比重/率', pathMethod],
  ['flowYearEnd', '时期，年末', pathMethod],
  ['flowWithinYear', '时期，年内', paceMethod],
  ['cumulative', '规划期累计', paceMethod],
  ['perYear', '每年', paceMethod],
  ['project', '项目', paceMethod],
] as const

export type Typed = Record<Limit, string>

export function typedOf(rules: JudgingRules): Typed {
  const { ratio, points, growth, compoundUn, compoundOpenSdg, tolerancePercent, smallestExpected } = rules
  return {
    ...{ 'ratio.ahead': ratio.ahead, 'ratio.onTrack': ratio.onTrack, 'ratio.behind': ratio.behind },
    ...{ 'points.ahead': points.ahead, 'points.onTrack': points.onTrack, 'points.behind': points.behind },
    ...{ 'growth.ahead': growth.ahead, 'growth.onTrack': growth.onTrack, 'growth.behind': growth.behind },
    ...{ 'compoundUn.onTrack': compoundUn.onTrack, 'compoundUn.behind': compoundUn.behind },
    ...{ 'compoundOpenSdg.onTrack': compoundOpenSdg.onTrack, 'compoundOpenSdg.behind': compoundOpenSdg.behind },
    ...{ tolerancePercent, smallestExpected },
  }
}

/** As typed; whether it is a rule set the contract says. */
export function rulesOf(typed: Typed, methods: JudgingRules['methods']): JudgingRules {
  const at = (limit: Limit) => typed[limit].trim()
  return {
    ratio: { ahead: at('ratio.ahead'), onTrack: at('ratio.onTrack'), behind: at('ratio.behind') },
    points: { ahead: at('points.ahead'), onTrack: at('points.onTrack'), behind: at('points.behind') },
    growth: { ahead: at('growth.ahead'), onTrack: at('growth.onTrack'), behind: at('growth.behind') },
    compoundUn: { onTrack: at('compoundUn.onTrack'), behind: at('compoundUn.behind') },
    compoundOpenSdg: { onTrack: at('compoundOpenSdg.onTrack'), behind: at('compoundOpenSdg.behind') },
    ...{ tolerancePercent: at('tolerancePercent'), smallestExpected: at('smallestExpected') },
    methods,
  }
}
