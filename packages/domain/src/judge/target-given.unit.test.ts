import { describe, expect, test } from 'vitest'
import type { ItemListed } from '@lianxi/schema/events/commitments'
import { zoneTarget } from '../place/testing/zone-target'
import { DEFAULT_RULE_SET } from '../status/default-rules'
import { resolveTarget } from '../status/resolve-target'
import type { CellSaid } from './cell-said'
import { NO_SERIES } from './other-series'
import { targetGiven, type TargetPlace } from './target-given'

const cells: TargetPlace['cells'] = [
  {
    ...{ period: '2025Q3', state: 'reported', nil: false, value: '900', milestones: [] },
    ...{ stage: null, investedYearWan: null, progressPercent: null },
  },
]
const given = (changed: Partial<TargetPlace> = {}) =>
  targetGiven({
    ...{
      accepted: [],
      compared: NO_SERIES,
      share: null,
      doc: zoneTarget,
      planStart: 2021,
      region: '510400',
      period: '2025Q3',
      item: null,
      due: true,
      cells,
    },
    ...changed,
  })
const item = (target: NonNullable<ItemListed['target']>): ItemListed => ({
  ...{ code: 'L-Z-PX-2025-1', list: 'L-Z-PX-2025', subject: 'PX-145-T001', kind: 'target', year: 2025, order: 1 },
  ...{ region: '510400', attribute: 'key', visibility: 'public', leadBody: '510400-FGW', coBodies: [], measures: null },
  ...{ deadline: '2025-12-31', target, project: null },
})

test('a zone’s total is nobody’s part of it: without a list the city has neither target nor baseline', () => {
  expect(given()).toMatchObject({ target: null, baseline: null, path: [], yearValue: null })
  expect(resolveTarget(given(), DEFAULT_RULE_SET).status).toBe('undeterminable')
})

test('of the zone itself the plan’s own values count', () => {
  const input = given({ doc: { ...zoneTarget, yearly: [{ year: 2023, value: '3300' }] }, region: 'Z-PX' })
  expect(input.target).toEqual({ value: '3800', high: null, year: 2025 })
  expect(input.baseline).toEqual({ value: '2774', year: 2020 })
  expect(input.path).toEqual([{ year: 2023, value: '3300', origin: 'plan' }])
})

test('the list gives a region its own values; in the target’s year its value for the year is the target', () => {
  const yearValue = { year: 2025, value: '1400', origin: 'list' as const }
  const path = [{ year: 2024, value: '1300', origin: 'derived' as const }]
  const baseline = { year: 2020, value: '1040', origin: 'list' as const }
  const listed = item({ baseline, yearValue, path })
  expect(given({ item: listed })).toMatchObject({
    target: { value: '1400', high: null, year: 2025 },
    baseline: { value: '1040', year: 2020 },
    yearValue: { value: '1400', origin: 'list' },
    path: [{ year: 2024, value: '1300', origin: 'derived' }],
  })
  expect(given({ item: listed, period: '2024Q4' }).yearValue).toBeNull()
})

describe('a qualitative target', () => {
  const doc = {
    ...zoneTarget,
    region: '510400',
    basis: 'flag' as const,
    comparator: 'qualitative' as const,
    value: null,
  }
  const said = (period: string, done: CellSaid['done']): CellSaid => ({
    ...{ period, state: 'reported', nil: done?.said !== true, value: null, milestones: [], done },
    ...{ stage: null, investedYearWan: null, progressPercent: null },
  })
  const on = (day: string | null, evidence = false) => ({ said: true, on: day, evidence })
  const nil = (evidence = false) => ({ said: false, on: null, evidence })
  const statusOf = (...cells: CellSaid[]) => resolveTarget(given({ doc, cells }), DEFAULT_RULE_SET)

  test('is done on the day it was said to be, once a file proves it', () => {
    expect(statusOf(said('2025Q3', on('2025-08-01'))).status).toBe('undeterminable')
    const proven = statusOf(said('2025Q3', on('2025-08-01', true)))
    expect([proven.status, proven.sentence]).toEqual(['achieved', '2025-08-01 按期完成（期限 2025-12-31），有佐证。'])
    expect(statusOf(said('2025Q3', on(null, true))).status).toBe('not-due')
  })

  test('stays done without being said again; a file of a later report is proof too, one from before is not', () => {
    expect(statusOf(said('2025Q2', on('2025-06-01', true)), said('2025Q3', nil())).status).toBe('achieved')
    expect(statusOf(said('2025Q2', on('2025-06-01')), said('2025Q3', nil(true))).status).toBe('achieved')
    expect(statusOf(said('2025Q2', on(null, true)), said('2025Q3', on('2025-08-01'))).status).toBe('undeterminable')
  })

  test('said not to be done after all needs new proof', () => {
    const taken = [said('2025Q1', on('2025-03-01', true)), said('2025Q2', on(null))]
    expect(statusOf(...taken, said('2025Q3', nil())).status).toBe('not-due')
    expect(statusOf(...taken, said('2025Q3', on('2025-08-01'))).status).toBe('undeterminable')
  })
})

test('what a target is compared with has its name, and no figures until somebody enters them', () => {
  const relativeTo = { series: '地区生产总值增速', scope: '全省平均', operator: 'gt' as const }
  const doc = { ...zoneTarget, value: null, comparator: 'qualitative' as const, relativeTo }
  const input = given({ doc })
  const said = resolveTarget(input, DEFAULT_RULE_SET)
  expect(said).toMatchObject({ basis: 'relative', status: 'undeterminable', missing: 'other-series' })
  expect(said.sentence).toContain('地区生产总值增速（全省平均）')
  const figures = [{ period: '2025Q3', value: '850' }]
  const entered = { ...input, relative: input.relative && { ...input.relative, figures } }
  expect(resolveTarget(entered, DEFAULT_RULE_SET).status).toBe('met')
})

test('of a sum over the plan a region’s target is what its years make together, not the last year’s amount', () => {
  const amount = (year: number, value: string) => ({ year, value, origin: 'list' as const })
  const doc = { ...zoneTarget, basis: 'cumulative' as const, value: '30' }
  const early = [amount(2021, '4'), amount(2022, '4.5'), amount(2023, '5'), amount(2024, '5.5')]
  const listed = (path: typeof early) => item({ baseline: null, yearValue: amount(2025, '6'), path })
  expect(given({ doc, item: listed(early) }).target).toEqual({ value: '25', high: null, year: 2025 })
  // A list that does not say all years says nothing of the whole: the region is asked what it was assigned.
  expect(given({ doc, item: listed(early.slice(1)) }).target).toBeNull()
  expect(given({ doc, item: listed([]) }).target).toBeNull()
})
