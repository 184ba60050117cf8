import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthsElapsed, yearOf } from '@lianxi/schema/period'
import type { Status } from '@lianxi/schema/status-vocabulary'
import { DEFAULT_RULE_SET } from './default-rules'
import { resolveTarget } from './resolve-target'
import { senseOf } from './sense'
import { input, positive, reported, ruleSet, value, withValue } from './testing/arbitrary'
import { targetInput } from './testing/given'
import { Judgement, type TargetInput } from './types'

const RED: Status[] = ['behind', 'seriously-behind', 'regressing', 'breached']
const LADDER: Status[] = ['regressing', 'seriously-behind', 'behind', 'on-track', 'ahead', 'achieved']
const runs = { numRuns: 200 }

test('whatever is given, something is said, in finite decimals and whole words', () => {
  fc.assert(
    fc.property(fc.oneof(input, reported), ruleSet, (given, rules) => {
      const said = resolveTarget(given, rules)
      expect(Judgement.parse(said)).toEqual(said)
      expect(said.sentence).not.toMatch(/NaN|Infinity|undefined|null/)
      for (const figure of [said.measure?.value, said.expected, said.actual]) {
        if (figure !== null && figure !== undefined) expect(figure).toMatch(/^-?\d+(\.\d{1,12})?$/)
      }
    }),
    { numRuns: 400 },
  )
})

test('what is missing is never red, and never good', () => {
  fc.assert(
    fc.property(input, ruleSet, (given, rules) => {
      const months = monthsElapsed(given.period)
      const figures = given.figures.filter(
        ({ period }) => yearOf(period) !== yearOf(given.period) || monthsElapsed(period) !== months,
      )
      const { status } = resolveTarget({ ...given, figures, flag: null }, rules)
      expect(['not-due', 'not-reported', 'undeterminable']).toContain(status)
    }),
    runs,
  )
})

test('without a baseline, a target, a direction or the other series nothing is red', () => {
  const bare = fc.record({ given: reported, rules: ruleSet }).map(({ given, rules }) => {
    const none = { baseline: null, startsFromNothing: false, target: null, yearValue: null, path: [], flag: null }
    const relative = given.relative && { ...given.relative, figures: [] }
    return resolveTarget({ ...given, ...none, relative }, rules)
  })
  fc.assert(
    fc.property(bare, ({ status, missing }) => {
      expect(status).toBe('undeterminable')
      expect(missing).not.toBeNull()
    }),
    runs,
  )
})

describe('more is never worse where more is better, and never better where less is', () => {
  const judged = ['stock', 'ratio', 'flow', 'cumulative', 'per-year', 'growth'] as const
  test.each(judged)('%s', (basis) => {
    let compared = 0
    fc.assert(
      fc.property(reported, value, value, ruleSet, (given, one, other, rules) => {
        const [low, high] = new Big(one).lte(other) ? [one, other] : [other, one]
        const plain: TargetInput = { ...given, basis, standing: false, relative: null }
        const sense = senseOf(plain)
        if (sense === undefined) return // to be kept as it was: neither more nor less is better
        const [worse, better] = (sense === 'down' ? [high, low] : [low, high]).map((said) =>
          LADDER.indexOf(resolveTarget(withValue(plain, said), rules).status),
        )
        if (worse === undefined || better === undefined || worse < 0 || better < 0) return
        compared += 1
        expect(better).toBeGreaterThanOrEqual(worse)
      }),
      { numRuns: 600 },
    )
    expect(compared).toBeGreaterThan(30)
  })
})

const OPPOSITE = new Map<TargetInput['comparator'], TargetInput['comparator']>([
  ['ge', 'le'],
  ['gt', 'lt'],
  ['le', 'ge'],
  ['lt', 'gt'],
])
const minus = (decimal: string) => (decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`)

/** The same target in a mirror: what rose falls. */
function mirror(given: TargetInput): TargetInput {
  const { comparator, direction, holdSide, baseline, target } = given
  const turned = <Said extends { value: string }>(said: Said) => ({ ...said, value: minus(said.value) })
  return {
    ...given,
    comparator: OPPOSITE.get(comparator) ?? comparator,
    direction: direction && (direction === 'up' ? 'down' : 'up'),
    holdSide: holdSide === 'below' ? 'above' : holdSide === 'above' ? 'below' : holdSide,
    baseline: baseline && turned(baseline),
    target: target && {
      ...target,
      value: minus(target.high ?? target.value),
      high: target.high === null ? null : minus(target.value),
    },
    path: given.path.map(turned),
    yearValue: given.yearValue && turned(given.yearValue),
    figures: given.figures.map((one) => ({ ...one, value: one.value === null ? null : minus(one.value) })),
  }
}

test('a falling indicator is judged as a rising one in the mirror', () => {
  fc.assert(
    fc.property(reported, fc.constantFrom('stock' as const, 'ratio' as const), (given, basis) => {
      const plain: TargetInput = { ...given, basis, relative: null, yearValue: given.standing ? null : given.yearValue }
      if (plain.comparator === 'qualitative' && plain.target === null) return
      const [one, other] = [plain, mirror(plain)].map((each) => resolveTarget(each, DEFAULT_RULE_SET))
      expect(other?.status).toBe(one?.status)
      expect(other?.measure).toEqual(one?.measure)
    }),
    { numRuns: 600 },
  )
})

test('a year-to-date flow that should stay low is as late above what was expected as another is below it', () => {
  const flow = (comparator: 'ge' | 'le', done: number) =>
    resolveTarget(
      targetInput({
        ...{ basis: 'flow', comparator, direction: comparator === 'ge' ? 'up' : 'down', period: '2023Q2' },
        ...{ yearValue: { value: '200', origin: 'list' }, figures: [{ period: '2023Q2', value: `${done}` }] },
      }),
      DEFAULT_RULE_SET,
    )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), (done) => {
      expect(flow('le', 200 - done).status).toBe(flow('ge', done).status)
    }),
  )
})

const scaled = (factor: string) => (decimal: string) => new Big(decimal).times(factor).toFixed()

function inUnit(given: TargetInput, factor: string): TargetInput {
  const to = scaled(factor)
  const turned = <Said extends { value: string }>(said: Said) => ({ ...said, value: to(said.value) })
  const all = (figures: TargetInput['figures']) =>
    figures.map((one) => ({ ...one, value: one.value === null ? null : to(one.value) }))
  return {
    ...given,
    baseline: given.baseline && turned(given.baseline),
    target: given.target && {
      ...turned(given.target),
      high: given.target.high === null ? null : to(given.target.high),
    },
    path: given.path.map(turned),
    yearValue: given.yearValue && turned(given.yearValue),
    relative: given.relative && { ...given.relative, figures: all(given.relative.figures) },
    figures: all(given.figures),
  }
}

test('万元 or 亿元: the unit does not change what is said', () => {
  const bases = fc.constantFrom(
    'stock' as const,
    'ratio' as const,
    'flow' as const,
    'cumulative' as const,
    'per-year' as const,
  )
  fc.assert(
    fc.property(reported, bases, fc.constantFrom('10000', '0.0001', '7'), ruleSet, (given, basis, factor, rules) => {
      const [one, other] = [{ ...given, basis }, inUnit({ ...given, basis }, factor)].map((each) =>
        resolveTarget(each, rules),
      )
      expect(other?.status).toBe(one?.status)
      expect(other?.measure?.kind).toBe(one?.measure?.kind)
    }),
    { numRuns: 300 },
  )
})

test('the order in which figures are given does not matter', () => {
  fc.assert(
    fc.property(reported, ruleSet, (given, rules) => {
      const turned = { ...given, figures: [...given.figures].reverse() }
      const { inputs: _one, ...before } = resolveTarget(given, rules)
      const { inputs: _other, ...after } = resolveTarget(turned, rules)
      expect(after).toEqual(before)
    }),
    runs,
  )
})

test('a year-to-date flow on its time is never behind because the year is not over', () => {
  const months = fc.integer({ min: 1, max: 11 })
  fc.assert(
    fc.property(months, positive, fc.integer({ min: 0, max: 100 }), ruleSet, (month, year, extra, rules) => {
      const period = `2023-${String(month).padStart(2, '0')}`
      const done = new Big(year).times(month).div(12).round(6, Big.roundUp).plus(extra).toFixed()
      const given = targetInput({
        ...{ basis: 'flow', period, baseline: null, target: { value: '1000000', high: null, year: 2025 } },
        ...{ yearValue: { value: year, origin: 'list' }, figures: [{ period, value: done }] },
      })
      expect(RED).not.toContain(resolveTarget(given, rules).status)
    }),
    runs,
  )
})
