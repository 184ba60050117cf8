import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PartSaid } from '@lianxi/schema/events/cross-region'
import { disagreement } from '@lianxi/schema/vocabulary'
import { disagreements, investedPercents } from './side-by-side'
import { openOnes, stands } from './settled'

const [CITY, PREFECTURE, WEST] = ['510400', '513400', '510403']
const parents = new Map<string, string | null>([[WEST, CITY]])
const part = (region: string, said: Partial<PartSaid> = {}): PartSaid => ({
  ...{ region, stage: 'under-construction', progressPercent: null, investedTotalWan: null, sharePercent: null },
  ...{ dates: [], ...said },
})
const progress = (region: string, progressPercent: string, stage: PartSaid['stage'] = 'under-construction') =>
  part(region, { progressPercent, stage })
const money = (region: string, investedTotalWan: number | null, sharePercent: number | null = 50) =>
  part(region, { investedTotalWan, sharePercent })
const day = (region: string, dueOn: string | null, reachedOn: string | null = null, name = '管沟移交') =>
  part(region, { dates: [{ name, dueOn, reachedOn }] })

it.each<[PartSaid[], string[]]>([
  [[], []],
  [[progress(CITY, '58')], []],
  [[progress(CITY, '58'), progress(PREFECTURE, '68')], []],
  [[progress(CITY, '58'), progress(PREFECTURE, '68.01')], ['progress']],
  [
    [progress(CITY, '58'), progress(PREFECTURE, '31', 'to-start')],
    ['stage', 'progress'],
  ],
  [[progress(CITY, '58'), part(PREFECTURE, { stage: null })], []],
  [[money(CITY, 6000), money(PREFECTURE, 4000)], []],
  [[money(CITY, 6001), money(PREFECTURE, 3999)], ['share']],
  [[money(CITY, 9000), money(PREFECTURE, null)], []],
  [[money(CITY, 9000, null), money(PREFECTURE, 1000, null)], []],
  [[money(CITY, 0), money(PREFECTURE, 0)], []],
  [[money(CITY, 5000), money(PREFECTURE, 5000), money(WEST, 5000, null)], []],
  [[day(CITY, '2025-06-30'), day(PREFECTURE, '2025-06-30', '2025-06-20')], []],
  [[day(CITY, '2025-06-30'), day(PREFECTURE, '2025-07-01')], ['dates']],
  [[day(CITY, null, '2025-06-30'), day(PREFECTURE, null, '2025-07-01')], ['dates']],
  [[day(CITY, '2025-06-30'), day(PREFECTURE, '2025-07-01', null, '开工')], []],
])('%j → %j', (parts, expected) => expect(disagreements(parts, parents)).toEqual(expected))

it('says each region’s part of the whole; what lies inside another part is none', () => {
  const parts = [money(CITY, 3000), money(PREFECTURE, 1000), money(WEST, 900)]
  expect([...investedPercents(parts, parents)]).toEqual([
    [CITY, '75.0'],
    [PREFECTURE, '25.0'],
  ])
})

describe('a settlement', () => {
  const said = fc.record({
    stage: fc.constantFrom('to-start', 'under-construction', null),
    progressPercent: fc.constantFrom('10', '55.5', null),
    investedTotalWan: fc.constantFrom(100, 900, null),
    sharePercent: fc.constantFrom(50, null),
    dates: fc.constantFrom<PartSaid['dates']>([], [{ name: '开工', dueOn: '2025-06-30', reachedOn: null }]),
  })
  const both = fc.tuple(said, said).map(([a, b]) => [part(CITY, a), part(PREFECTURE, b)])
  const some = fc.uniqueArray(fc.constantFrom(...disagreement.words), { minLength: 1 })

  it('stands exactly while the regions say the same of what it is about, in whatever order', () => {
    fc.assert(
      fc.property(both, both, some, (then, now, what) => {
        const settlement = { what, parts: then }
        expect(stands(settlement, then.toReversed())).toBe(true)
        if (what.length === disagreement.words.length)
          expect(stands(settlement, now)).toBe(JSON.stringify(now) === JSON.stringify(then))
        expect(stands({ what: ['stage'], parts: then }, now)).toBe(
          then.every((one, at) => one.stage === now[at]?.stage),
        )
      }),
    )
  })

  it('closes what it is about and nothing else, until the values change', () => {
    const then = [progress(CITY, '58'), progress(PREFECTURE, '31', 'to-start')]
    const settlement = { what: ['progress' as const], parts: then }
    const disagrees = disagreements(then, parents)
    expect(openOnes(disagrees, [settlement], then)).toEqual(['stage'])
    const now = [progress(CITY, '59'), progress(PREFECTURE, '31', 'to-start')]
    expect(openOnes(disagrees, [settlement], now)).toEqual(['stage', 'progress'])
  })
})
