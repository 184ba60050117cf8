import { monthsElapsed, yearOf } from '@lianxi/schema/period'
import { bandOf } from './bands'
import { named, pastYears } from './cumulative'
import { valueAt } from './figures'
import { undeterminable, type Finding } from './finding'
import { compare, HUNDRED, isPositive, minus, ONE, over, plus, times, ZERO, type Fraction } from './fraction'
import { root } from './root'
import { aimOf, reaches, senseOf } from './sense'
import { shown } from './sentence'
import type { RuleSet, TargetInput } from './types'

/**
 * Average yearly growth (年均增速): the geometric mean of the finished years' growth and this year's cumulative one, both
 * as reported on the indicator's price basis; never reckoned from levels. The mean is cut off after 18 places of a
 * percent; limits have at most 6, so no comparison depends on the cut.
 */
export function judgeGrowth(input: TargetInput, value: Fraction, ruleSet: RuleSet): Finding {
  const aim = growthAim(input)
  const sense = senseOf(input)
  if (sense === undefined) return undeterminable('direction', '指标没有写明升为好还是降为好，无法判定。')
  if (aim === null) return undeterminable('target', '规划和清单都没有本地区的目标值，无法判定。')
  const [year, months] = [yearOf(input.period), monthsElapsed(input.period)]
  const past = pastYears(input).map((one) => ({ year: one, value: valueAt(input, one, 12) }))
  const unknown = past.filter((one) => one.value === undefined).map((one) => one.year)
  const known = past.flatMap((one) => (one.value === undefined ? [] : [one.value]))
  const mean = meanOf([...known, value])
  const target = aimOf(aim, sense)
  const gap = sense === 'up' ? minus(mean, target) : minus(target, mean)
  const provisional = months < 12 || unknown.length > 0
  const missing = unknown.length > 0 ? ({ missing: 'past-figures' } as const) : {}
  const said = { method: 'growth-gap', actual: mean, expected: target, provisional, ...missing } as const
  const note =
    unknown.length > 0 ? `（缺${named(unknown)}数据，暂按已有年份）` : months < 12 ? '（含本年累计，暂）' : ''
  const lead = `${known.length === 0 ? '增速' : `${known.length + 1} 年平均增速`} ${shown(mean, 2)}%${note}，目标 ${shown(target, 2)}%`
  const ended = !provisional && year >= aim.year
  const measure = { kind: 'growth', value: gap } as const
  if (ended && reaches(input, mean, target, sense, ruleSet)) {
    return { status: 'achieved', ...said, measure, sentence: `${lead}，规划期末达到目标。` }
  }
  if (isOpposite(mean, target, sense === 'up' ? 1 : -1)) {
    return { status: 'regressing', ...said, measure, sentence: `${lead}，方向与目标相反。` }
  }
  const { status, words } = bandOf(measure, ruleSet, sense)
  return { status, ...said, measure, sentence: `${lead}，${words}。` }
}

/** The plan's own growth; without one the year's, which then is judged alone. */
function growthAim({ target, yearValue, period }: TargetInput) {
  if (target !== null) return target
  return yearValue === null ? null : { value: yearValue.value, high: null, year: yearOf(period) }
}

/** Below zero where above was promised, or the other way round. */
const isOpposite = (mean: Fraction, target: Fraction, sign: 1 | -1): boolean =>
  compare(mean, ZERO) === -sign && compare(target, ZERO) === sign

function meanOf(rates: readonly Fraction[]): Fraction {
  if (rates.length === 1 && rates[0] !== undefined) return rates[0]
  const factors = rates.map((rate) => plus(ONE, over(rate, HUNDRED)))
  const product = factors.reduce((all, one) => times(all, isPositive(one) ? one : ZERO), ONE)
  return times(minus(root(product, rates.length), ONE), HUNDRED)
}
