import { periodLabel } from '@lianxi/schema/period'
import { scaleOf } from '../report/unit-scale'
import { figureFor, valueFor } from './figures'
import { undeterminable, type Finding } from './finding'
import {
  compare,
  decimal,
  fixed,
  fraction,
  HUNDRED,
  isPositive,
  over,
  times,
  whole as wholeNumber,
  type Fraction,
} from './fraction'
import { amount } from './sentence'
import type { TargetInput } from './types'

type Share = NonNullable<TargetInput['share']>
type Side = Pick<Share['part'], 'figures'>
type Said = { value: Fraction; unit: string | null }

/**
 * A share (占全省比重): the region's own figure ÷ the other series' of the same period, in percent, judged as a percentage
 * that was reported would be. Both sides are counted out of 万 and 亿 first. A side that is missing is named and never
 * guessed; what cannot be a share (a whole of 0, more than all of it, units that do not convert) is said and not judged.
 */
export function judgeShare(given: TargetInput, share: Share, judge: (percent: Fraction) => Finding): Finding {
  const { period, due } = given
  const [part, whole] = [saidOf(share, share.part, given), saidOf(share, share.whole, given)]
  if (part === undefined && !due) {
    return { status: 'not-due', method: 'none', sentence: `${periodLabel(period)}填报尚未到期。` }
  }
  if (part === undefined || whole === undefined) return lacking(share, { part, whole }, period)
  const [own, all] = [`${share.part.name} ${amount(part.value, part.unit)}`, wholeWords(share, whole)]
  if (scaleOf(part.unit).counted !== scaleOf(whole.unit).counted || part.unit === null) {
    return undeterminable('other-series', `${own}与${all}的单位不能换算，不能计算占比，无法判定。`)
  }
  if (!isPositive(whole.value)) {
    return undeterminable('other-series', `${all}不是正数，不能作占比的分母，无法判定。`)
  }
  const percent = times(over(countedOut(part), countedOut(whole)), HUNDRED)
  const sum = `占比 = ${own} ÷ ${all} = ${amount(percent, '%')}${besides(given, percent)}`
  if (compare(percent, HUNDRED) > 0) {
    return undeterminable('other-series', `${sum}，超过全部，请核对两个数及其单位，无法判定。`)
  }
  const finding = judge(percent)
  const aim =
    given.target === null
      ? ''
      : `，目标 ${given.target.value}${given.target.high === null ? '' : `～${given.target.high}`}%`
  return { ...finding, sentence: `${sum}${aim}；${finding.sentence}` }
}

/** The percentage the region reports itself does not count; where it is not the same, rounded as it was, that is said. */
function besides(given: TargetInput, percent: Fraction): string {
  const said = valueFor(given, given.period)
  if (said === undefined) return ''
  const text = decimal(said)
  const places = text.split('.')[1]?.length ?? 0
  return compare(fraction(fixed(percent, places)), said) === 0 ? '' : `（本地区所报占比 ${text}%，与此不符，未采用）`
}

/** What a side says for the period, in the unit it was said in; undefined: nothing, or 本期无变化 to nothing. */
function saidOf({ basis }: Share, { figures }: Side, { period }: TargetInput): Said | undefined {
  const [figure, value] = [figureFor(figures, period), valueFor({ figures, basis }, period)]
  return figure === undefined || value === undefined ? undefined : { value, unit: figure.unit }
}

const countedOut = ({ value, unit }: Said): Fraction => times(value, wholeNumber(10n ** BigInt(scaleOf(unit).tens)))

const wholeWords = ({ whole: { name, reported } }: Share, { value, unit }: Said): string =>
  `${name} ${amount(value, unit)}${reported === undefined ? '' : `（取自本地区所报的“${reported.name}”）`}`

type Sides = Record<'part' | 'whole', Said | undefined>

function lacking({ part, whole }: Share, found: Sides, period: TargetInput['period']): Finding {
  const own = ({ name }: { name: string }) => `本地区没有${periodLabel(period)}所报的“${name}”`
  const lacks = [
    ...(found.part === undefined ? [own(part)] : []),
    ...(found.whole !== undefined
      ? []
      : [whole.reported === undefined ? `缺少${periodLabel(period)}的“${whole.name}”` : own(whole.reported)]),
  ]
  return undeterminable('other-series', `${lacks.join('，')}，不能计算占比，无法判定。`)
}
