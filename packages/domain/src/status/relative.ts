import { periodLabel } from '@lianxi/schema/period'
import { valueFor } from './figures'
import { undeterminable, type Finding } from './finding'
import { compare, type Fraction } from './fraction'
import { amount } from './sentence'
import type { TargetInput } from './types'

const WORDS = { gt: '高于', ge: '不低于', lt: '低于', le: '不高于' } as const

/** Compared with another series of the same period (高于全省平均); never guessed while that one is not known. */
export function judgeRelative(input: TargetInput, value: Fraction): Finding {
  const { relative, unit, period, basis } = input
  if (relative === null) return undeterminable('other-series', '没有写明与什么比较，无法判定。')
  const { name, operator, figures, reported } = relative
  const other = valueFor({ figures, basis }, period)
  if (other === undefined && reported !== undefined) {
    const lacks = `本地区没有${periodLabel(period)}所报的“${reported.name}”`
    return undeterminable('other-series', `${lacks}，不能与“${name}”比较，无法判定。`)
  }
  if (other === undefined) {
    return undeterminable('other-series', `缺少${periodLabel(period)}的参照数据“${name}”，无法判定。`)
  }
  const side = compare(value, other)
  const met = { gt: side > 0, ge: side >= 0, lt: side < 0, le: side <= 0 }[operator]
  const sentence = `实际 ${amount(value, unit)}，${name} ${amount(other, unit)}，${met ? '符合' : '不符合'}“${WORDS[operator]}”的要求${reported === undefined ? '' : `（参照数取自本地区所报的“${reported.name}”）`}。`
  return { status: met ? 'met' : 'breached', method: 'relative', actual: value, expected: other, sentence }
}
