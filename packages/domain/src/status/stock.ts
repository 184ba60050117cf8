import type { PathMethod } from '@lianxi/schema/status-vocabulary'
import { periodLabel, yearOf } from '@lianxi/schema/period'
import { bandOf, measureOf } from './bands'
import { canCompound, openSdg, unProgressChart } from './compound'
import { undeterminable, type Finding } from './finding'
import { atLeast, compare, decimal, fraction, minus, over, ZERO, type Fraction } from './fraction'
import { endOf, expectedAt, startOf, type Start } from './path'
import { aimOf, isNear, reaches, senseOf, type Sense } from './sense'
import { amount, percent } from './sentence'
import type { RuleSet, TargetInput } from './types'

type Way = { input: TargetInput; value: Fraction; sense: Sense; start: Start; end: Start; ruleSet: RuleSet }

/** What stands at a moment (时点), a share (比重/率), or a whole year's flow, on the path from baseline to target. */
export function judgeOnPath(input: TargetInput, value: Fraction, method: PathMethod, ruleSet: RuleSet): Finding {
  const { target, unit } = input
  if (target === null) return undeterminable('target', '规划和清单都没有本地区的目标值，无法判定。')
  const sense = senseOf(input)
  if (sense === undefined) return withoutDirection(input, value, target, ruleSet)
  const aim = aimOf(target, sense)
  const said = { actual: value, expected: aim }
  if (reaches(input, value, aim, sense, ruleSet)) {
    const sentence = `实际 ${amount(value, unit)}，已达到${target.year}年目标 ${amount(aim, unit)}。`
    return { status: 'achieved', method: 'comparison', ...said, sentence }
  }
  const start = startOf(input)
  if (start === undefined) return withoutBaseline(input, value, sense, ruleSet)
  if (start.year >= target.year) {
    return undeterminable('baseline', `基期${start.year}年不早于目标年${target.year}年，没有路径可以对照，请核对基期。`)
  }
  const equal = compare(start.value, aim) === 0
  if (equal || reaches(input, start.value, aim, sense, ruleSet)) {
    return besideAim(equal ? '目标与基期值相同' : '基期值已达到目标', { value, aim, unit, ruleSet })
  }
  const way = { input, value, sense, start, end: { value: aim, year: target.year }, ruleSet }
  return (method === 'linear' || method === 'given-path' ? undefined : onCourse(way, method)) ?? onLine(way, method)
}

type Beside = { value: Fraction; aim: Fraction; unit: string | null; ruleSet: RuleSet }

/** There is no way to go, only the tolerance around the target. */
function besideAim(words: string, { value, aim, unit, ruleSet }: Beside): Finding {
  const near = isNear(value, aim, ruleSet)
  const within = `${near ? '在' : '超出'} ${ruleSet.rules.tolerancePercent}% 的容差${near ? '之内' : ''}`
  const sentence = `${words}，实际 ${amount(value, unit)}，与目标 ${amount(aim, unit)} 相比${within}。`
  return { status: near ? 'on-track' : 'behind', method: 'comparison', actual: value, expected: aim, sentence }
}

/** A target that was revised to its baseline says no more which way is better, and needs none to be held. */
function withoutDirection(
  input: TargetInput,
  value: Fraction,
  target: NonNullable<TargetInput['target']>,
  ruleSet: RuleSet,
): Finding {
  const [start, aim] = [startOf(input), fraction(target.value)]
  if (start !== undefined && target.high === null && compare(start.value, aim) === 0) {
    return besideAim('目标与基期值相同', { value, aim, unit: input.unit, ruleSet })
  }
  return undeterminable('direction', '指标没有写明升为好还是降为好，无法判定。')
}

/** Nobody invents a baseline: only that this year's own value is reached can be said without one. */
function withoutBaseline(input: TargetInput, value: Fraction, sense: Sense, ruleSet: RuleSet): Finding {
  const year = yearOf(input.period)
  const listed = input.yearValue ?? input.path.find((one) => one.year === year) ?? null
  if (listed !== null && reaches(input, value, fraction(listed.value), sense, ruleSet)) {
    const expected = fraction(listed.value)
    const sentence = `实际 ${amount(value, input.unit)}，已达到本年目标 ${amount(expected, input.unit)}；没有基期值，未计算进度。`
    const derived = listed.origin === 'derived'
    return { status: 'on-track', method: 'comparison', actual: value, expected, derived, missing: 'baseline', sentence }
  }
  return {
    ...undeterminable(
      'baseline',
      `实际 ${amount(value, input.unit)}；没有基期值，无法判定进度，请责任单位补充基期值、年份和来源。`,
    ),
    actual: value,
  }
}

/** What the line from start to end asks for at the period's end, and which share of the whole way that is. */
export function lineOf({ input, start, end }: Pick<Way, 'input' | 'start' | 'end'>, method: PathMethod) {
  const { value: expected, derived } = expectedAt(input, start, end, endOf(input.period), method === 'given-path')
  const all = minus(end.value, start.value)
  return { expected, derived, all, due: over(minus(expected, start.value), all) }
}

function onLine(way: Way, chosen: PathMethod): Finding {
  const { input, value, sense, start, ruleSet } = way
  const method = chosen === 'given-path' ? 'given-path' : 'linear'
  const { expected, derived, all, due } = lineOf(way, method)
  const gone = over(minus(value, start.value), all)
  const { unit, period } = input
  const instead = chosen === method ? '' : '基期值、目标值或本期值不是正数，改按直线路径：'
  const lead = `${instead}按路径到${periodLabel(period)}应为 ${amount(expected, unit)}（应完成 ${percent(due)}），实际 ${amount(value, unit)}（${percent(gone)}）`
  const said = { method, expected, actual: value, derived } as const
  if (compare(gone, ZERO) < 0 && compare(gone, due) < 0) {
    const sentence = `${lead}，比${start.year}年的基期值 ${amount(start.value, unit)} ${sense === 'up' ? '低' : '高'}。`
    return { status: 'regressing', ...said, measure: measureOf(gone, due, ruleSet, true), sentence }
  }
  const { status, measure, words } = bandOf(measureOf(gone, due, ruleSet, false), ruleSet)
  return { status, ...said, measure, sentence: `${lead}，${words}。` }
}

function onCourse(way: Way, method: 'compound-un' | 'compound-open-sdg'): Finding | undefined {
  const { input, value, end, ruleSet } = way
  const course = { ...way, at: endOf(input.period) }
  if (!canCompound(course)) return undefined
  const compound = method === 'compound-un' ? unProgressChart(course, ruleSet) : openSdg(course, ruleSet)
  if (compound === undefined) return undefined
  const { measure, words, limits } = compound
  const status = statusOn(measure.value, limits)
  const limit = {
    'on-track': `不低于 ${decimal(fraction(limits.onTrack))}`,
    behind: `低于 ${decimal(fraction(limits.onTrack))}`,
    'seriously-behind': `低于 ${decimal(fraction(limits.behind))}`,
    regressing: '低于 0',
  }[status]
  const sentence = `实际 ${amount(value, input.unit)}，目标 ${amount(end.value, input.unit)}；${words}，${limit}。`
  return { status, method, measure, actual: value, expected: end.value, sentence }
}

/** Neither method knows 快于预期: what is on track is on track. */
function statusOn(ratio: Fraction, limits: { onTrack: string; behind: string }) {
  if (atLeast(ratio, fraction(limits.onTrack))) return 'on-track'
  if (atLeast(ratio, fraction(limits.behind))) return 'behind'
  return atLeast(ratio, ZERO) ? 'seriously-behind' : 'regressing'
}
