import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { status, type Status } from '@lianxi/schema/status-vocabulary'
import { attribute } from '@lianxi/schema/vocabulary'
import { compare, fraction } from './fraction'
import { worstMarked, zoneFigure, type RegionFigure } from './roll-up'

const CITY = '510400'
const PREFECTURE = '513400'
const EAST = '510402'
const parents = new Map<string, string | null>([
  [CITY, '510000'],
  [PREFECTURE, '510000'],
  [EAST, CITY],
  ['510403', CITY],
  ['510000', null],
])
const zone = { responsible: [CITY, PREFECTURE], parents }
type Measured = { kind: 'ratio' | 'points' | 'growth'; value: string } | null
const item = (is: Status, marked: 'binding' | 'expected' | 'key', measure: Measured = null) => ({
  measure,
  status: is,
  attribute: marked,
})

describe('the worst item', () => {
  test('is one marked 约束性 or 重点, however bad the others are', () => {
    const found = worstMarked([item('regressing', 'expected'), item('behind', 'key'), item('seriously-behind', 'key')])
    expect(found?.status).toBe('seriously-behind')
  })
  test('is 约束性 before 重点 where both are as bad, and the first of equals', () => {
    const judged = [item('breached', 'key'), item('breached', 'binding'), item('breached', 'binding')]
    expect(worstMarked(judged)).toBe(judged[1])
  })
  test('is the one furthest behind of those that are as bad and measured alike', () => {
    const judged = [
      item('behind', 'key', { kind: 'ratio', value: '0.9' }),
      item('behind', 'key', { kind: 'ratio', value: '0.612345678901' }),
      item('behind', 'key'),
      item('behind', 'key', { kind: 'points', value: '-20' }),
    ]
    expect(worstMarked(judged)).toBe(judged[1])
    expect(worstMarked(judged.slice(2))).toBe(judged[3])
    const binding = item('behind', 'binding')
    expect(worstMarked([...judged, binding])).toBe(binding)
  })
  test('is none where nothing marked is bad: missing and undeterminable are no reproach', () => {
    expect(worstMarked([item('not-reported', 'binding'), item('undeterminable', 'key'), item('met', 'key')])).toBe(
      undefined,
    )
  })
  test('does not depend on what is not marked', () => {
    const any = fc.record({
      status: fc.constantFrom(...status.words),
      attribute: fc.constantFrom(...attribute.words),
      measure: fc.constantFrom<Measured>(null, { kind: 'ratio', value: '0.5' }, { kind: 'points', value: '-3' }),
    })
    fc.assert(
      fc.property(fc.array(any), (judged) => {
        const marked = judged.filter((one) => one.attribute !== 'expected')
        expect(worstMarked(judged)).toBe(worstMarked(marked))
      }),
    )
  })
})

const number = fc.integer({ min: -9999, max: 9999 }).map((n) => `${n}`)
const weight = fc.integer({ min: 1, max: 99 }).map((n) => `${n}`)
const figure = (region: string) => fc.record({ region: fc.constant(region), value: fc.option(number), weight })
const figures = fc.tuple(figure(CITY), figure(PREFECTURE), figure(EAST)).map((all): RegionFigure[] => all)
const aggregates = fc.constantFrom('sum', 'weighted-mean', 'max', 'min')
const of = (all: readonly RegionFigure[], region: string) => all.find((one) => one.region === region)?.value ?? null

describe('a zone’s figure', () => {
  test('is the sum of city and prefecture; the district inside the city is compared, not added', () => {
    const given = [
      { region: CITY, value: '1200.5' },
      { region: PREFECTURE, value: '2100.25' },
      { region: EAST, value: '640' },
    ]
    expect(zoneFigure('sum', given, zone)).toEqual({
      ...{ value: '3300.75', partial: '3300.75', counted: [CITY, PREFECTURE], missing: [], inside: [EAST] },
    })
  })

  test('is not said while a region is missing, whose name is; the part that is known stands beside', () => {
    expect(zoneFigure('sum', [{ region: CITY, value: '1200' }], zone)).toMatchObject({
      ...{ value: null, partial: '1200', missing: [PREFECTURE] },
    })
  })

  test('is a mean by weight, exactly', () => {
    const given = [
      { region: CITY, value: '70', weight: '121' },
      { region: PREFECTURE, value: '40', weight: '486' },
    ]
    expect(zoneFigure('weighted-mean', given, zone).value).toBe('45.980231')
  })

  test('is missing the region whose weight is', () => {
    const given = [
      { region: CITY, value: '70', weight: '121' },
      { region: PREFECTURE, value: '40' },
    ]
    expect(zoneFigure('weighted-mean', given, zone)).toMatchObject({ value: null, missing: [PREFECTURE] })
  })

  test('does not exist where the indicator says none', () => {
    expect(zoneFigure('none', [{ region: CITY, value: '1' }], zone)).toMatchObject({ value: null, partial: null })
  })

  test('is a zone of one region’s own figure', () => {
    const alone = { responsible: [CITY], parents }
    fc.assert(
      fc.property(aggregates, number, (aggregate, value) => {
        expect(zoneFigure(aggregate, [{ region: CITY, value, weight: '3' }], alone).value).toBe(value)
      }),
    )
  })

  test('is the same whatever the district says, even where a zone names it responsible beside its city', () => {
    fc.assert(
      fc.property(aggregates, figures, (aggregate, all) => {
        const without = all.filter(({ region }) => region !== EAST)
        const both = { responsible: [EAST, CITY, PREFECTURE], parents }
        const { value, partial, missing } = zoneFigure(aggregate, without, zone)
        for (const rule of [zone, both]) {
          expect(zoneFigure(aggregate, all, rule)).toMatchObject({ value, partial, missing })
        }
      }),
    )
  })

  test('names as missing exactly the responsible that say nothing, and never takes them for zero', () => {
    fc.assert(
      fc.property(aggregates, figures, (aggregate, all) => {
        const silent = [CITY, PREFECTURE].filter((region) => of(all, region) === null)
        const found = zoneFigure(aggregate, all, zone)
        expect(found.missing).toEqual(silent)
        expect(found.value === null).toBe(silent.length > 0)
        expect(found.partial === null).toBe(silent.length === 2)
      }),
    )
  })

  test('of a mean, a greatest or a least lies between its regions’', () => {
    fc.assert(
      fc.property(fc.constantFrom('weighted-mean', 'max', 'min'), number, number, weight, weight, (by, a, b, x, y) => {
        const given = [
          { region: CITY, value: a, weight: x },
          { region: PREFECTURE, value: b, weight: y },
        ]
        const text = zoneFigure(by, given, zone).value ?? ''
        const [low, high] = Number(a) < Number(b) ? [a, b] : [b, a]
        expect(compare(fraction(text), fraction(low))).toBeGreaterThanOrEqual(0)
        expect(compare(fraction(text), fraction(high))).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('does not depend on the order of the regions', () => {
    fc.assert(
      fc.property(aggregates, figures, (aggregate, all) => {
        const { value, partial } = zoneFigure(aggregate, all, zone)
        expect(zoneFigure(aggregate, [...all].reverse(), zone)).toMatchObject({ value, partial })
      }),
    )
  })
})
