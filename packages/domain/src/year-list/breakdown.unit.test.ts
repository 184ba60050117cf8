import fc from 'fast-check'
import { expect, it } from 'vitest'
import { breakdown, load, shares, type BreakdownContext } from './breakdown'
import { content, emptyList, given, liangshan, put } from './testing/given'
import type { YearList } from './state'

const context: BreakdownContext = {
  ...{ summed: new Set(['PX-145-T001']), planned: new Map([['PX-145-T001', '4000']]) },
  parents: new Map([
    ['510403', '510400'],
    ['510400', '510000'],
    ['513400', '510000'],
  ]),
  responsible: ['510400', '513400'],
}
const value = (text: string) => ({
  baseline: null,
  yearValue: { year: 2026, value: text, origin: 'list' as const },
  path: [],
})

it('holds the sum of the parts against the whole and names who is missing', () => {
  expect(breakdown(given([put(content())]).list, context)).toMatchObject([
    { whole: '4000', sum: '1500', gap: '-2500', missing: ['513400'] },
  ])
  const both = given([put(content()), put(liangshan('2499.9'))]).list
  expect(breakdown(both, context)).toMatchObject([{ sum: '3999.9', gap: '-0.1', missing: [] }])
})

it('takes the list’s own whole before the plan’s, and adds nothing that is not a sum', () => {
  const list = { ...given([put(content())]).list, wholes: [{ subject: 'PX-145-T001', value: '1500' }] }
  expect(breakdown(list, context)).toMatchObject([{ whole: '1500', gap: '0' }])
  expect(breakdown(list, { ...context, summed: new Set() })).toEqual([])
})

it('compares a district with its city and never adds it', () => {
  const district = content({ region: '510403', body: '510403-FGJ', target: value('200') })
  const withBodies = { ...emptyList, items: [] }
  const list: YearList = {
    ...withBodies,
    items: [content(), district].map((one, index) => ({
      ...{ code: `L-${index}`, position: index + 1, version: 1, content: one, answer: 'open' },
      ...{ said: null, reply: null, revision: 0 },
    })),
  }
  expect(breakdown(list, context)).toMatchObject([{ sum: '1500', parts: [{ region: '510400' }, { region: '510403' }] }])
})

it('holds nothing of one region’s own list against the zone: the others are not missing, they are in the zone’s list', () => {
  expect(breakdown({ ...given([put(content())]).list, region: '510400' }, context)).toEqual([])
})

it('adds exactly: the sum does not depend on the order of the parts', () => {
  const decimals = fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 999_999 }))
  const text = ([whole, part]: [number, number]) => `${whole}.${String(part).padStart(6, '0')}`
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      const one = given([put(content({ target: value(text(a)) })), put(liangshan(text(b)))]).list
      const other = given([put(liangshan(text(b))), put(content({ target: value(text(a)) }))]).list
      expect(breakdown(one, context)[0]?.sum).toBe(breakdown(other, context)[0]?.sum)
    }),
  )
})

it('adds up shares and says what a body will owe a quarter', () => {
  const project = (sharePercent: number) => ({
    ...{ planWan: 100, totalWan: 1000, origin: 'list' as const, monthlyPercent: null, milestones: [], sharePercent },
  })
  const road = { kind: 'project', target: null } as const
  const list = given([
    put(content({ ...road, project: project(60) })),
    put({ ...liangshan('1'), ...road, project: project(37) }),
  ]).list
  const parts = [
    { region: '510400', percent: 60 },
    { region: '513400', percent: 37 },
  ]
  expect(shares(list, new Map())).toEqual([{ subject: 'PX-145-T001', parts, percent: 97 }])
  expect(load(list, new Map())).toEqual([
    { body: '510400-FGW', perQuarter: 1 },
    { body: '513400-FGW', perQuarter: 1 },
  ])
  const [first, ...others] = list.items
  if (first === undefined) throw new Error('the list has items')
  const twin = { ...first, content: { ...first.content, subject: 'PZH-CY-P001' } }
  const twice = { ...list, items: [first, twin, ...others] }
  const one = new Map([first, twin].map(({ content: { subject } }) => [subject, 'project PX-145-P001']))
  expect(load(twice, one)).toEqual(load(list, new Map()))
  expect(load(twice, new Map())[0]).toEqual({ body: '510400-FGW', perQuarter: 2 })
})
