import type { MeasureKind, Status } from '@lianxi/schema/status-vocabulary'
import { atLeast, decimal, fraction, HUNDRED, minus, over, times, whole, ZERO, type Fraction } from './fraction'
import type { Sense } from './sense'
import { shown } from './sentence'
import type { RuleSet } from './types'

export type Measure = { kind: MeasureKind; value: Fraction }
export type Banded = { status: Status; measure: Measure; words: string }

const TWO = whole(2)
/** How a measure is named and how exactly it is said. */
export const AGAINST = {
  ratio: { word: '比值', unit: '', places: 2 },
  points: { word: '差值', unit: ' 个百分点', places: 1 },
  growth: { word: '差值', unit: ' 个百分点', places: 2 },
} as const satisfies Record<MeasureKind, object>

/**
 * The band a measure falls into, and the limit that decides it in words. What should fall is measured mirrored (a ratio
 * of 1.1 to what was expected counts as 0.9): the words show it as it is, with the limits mirrored.
 */
export function bandOf(measure: Measure, { rules }: RuleSet, sense: Sense = 'up'): Banded {
  const { ahead, onTrack, behind } = rules[measure.kind]
  const ladder = [
    ['ahead', ahead],
    ['on-track', onTrack],
    ['behind', behind],
  ] as const
  const reached = ladder.find(([, limit]) => atLeast(measure.value, fraction(limit)))
  const status = reached?.[0] ?? 'seriously-behind'
  return { status, measure, words: wordsOf(measure, fraction(reached?.[1] ?? behind), status, onTrack, sense) }
}

function wordsOf({ kind, value }: Measure, limit: Fraction, status: Status, onTrack: string, sense: Sense): string {
  const { word, unit, places } = AGAINST[kind]
  const mirror = (one: Fraction) => (sense === 'up' ? one : kind === 'ratio' ? minus(TWO, one) : minus(ZERO, one))
  const passed = status === 'ahead' || status === 'on-track'
  const decisive = mirror(status === 'behind' ? fraction(onTrack) : limit)
  const beyond = sense === 'up' ? (passed ? '不低于' : '低于') : passed ? '不高于' : '高于'
  return `${word} ${shown(mirror(value), places, [decisive])}${unit}，${beyond} ${decimal(decisive)}${unit}`
}

/**
 * How much of something is done against how much should be: their ratio or, where next to nothing was expected, and
 * where the rules say so, their distance in points.
 */
export function measureOf(done: Fraction, expected: Fraction, ruleSet: RuleSet, inPoints: boolean): Measure {
  return isInPoints(expected, ruleSet, inPoints)
    ? { kind: 'points', value: times(minus(done, expected), HUNDRED) }
    : { kind: 'ratio', value: over(done, expected) }
}

/** Does `measureOf` measure in points? */
export const isInPoints = (expected: Fraction, ruleSet: RuleSet, inPoints: boolean): boolean =>
  inPoints || !atLeast(expected, fraction(ruleSet.rules.smallestExpected))

/** The same for what should stay below: as far under what was expected counts as much as over it elsewhere. */
export function mirrored({ kind, value }: Measure): Measure {
  return { kind, value: kind === 'ratio' ? minus(TWO, value) : minus(ZERO, value) }
}
