import { expect, it } from 'vitest'
import { coursePoints, type Judged } from './course-points'
import { DEFAULT_RULE_SET } from './default-rules'
import { resolveTarget } from './resolve-target'
import { projectInput, targetInput } from './testing/given'

const rules = DEFAULT_RULE_SET
const target = (period: string, value: string | null, over: Parameters<typeof targetInput>[0] = {}): Judged => ({
  ...{ actual: value, rules },
  inputs: {
    kind: 'target',
    given: targetInput({ period, figures: value === null ? [] : [{ period, value }], ...over }),
  },
})

it('goes from period to period and on to the plan’s end, in order of time', () => {
  const points = coursePoints([target('2023', '150'), target('2022', '148'), target('2021', null)])
  expect(points.map(({ period, value, expected }) => [period, value, expected])).toEqual([
    ['2021', null, '120'],
    ['2022', '148', '140'],
    ['2023', '150', '160'],
    ['2024', null, '180'],
    ['2025', null, '200'],
  ])
})

it('ends with the year for what starts anew, and shows the sum where a sum is judged', () => {
  const flow = coursePoints([target('2025Q2', '90', { basis: 'flow', yearValue: { value: '200', origin: 'list' } })])
  expect(flow.map(({ period, expected }) => [period, expected])).toEqual([
    ['2025Q2', '100'],
    ['2025Q3', '150'],
    ['2025Q4', '200'],
  ])
  expect(coursePoints([{ ...target('2024', '30', { basis: 'cumulative' }), actual: '75' }])[0]?.value).toBe('75')
})

it('shows the share that was worked out, not the percentage the region typed; none where a side is missing', () => {
  const side = (value: string | null) => (value === null ? [] : [{ period: '2023' as const, value, unit: '亿元' }])
  const shareOf = (whole: string | null): Judged => {
    const source = { indicator: 'I-GDP', name: '地区生产总值', subject: null, event: null }
    const share = { basis: 'flow' as const, part: { ...source, figures: side('30') } }
    const given = targetInput({
      ...{ unit: '%', basis: 'ratio', period: '2023', figures: [{ period: '2023', value: '16' }] },
      ...{ baseline: { value: '10', year: 2020 }, target: { value: '20', high: null, year: 2025 } },
      share: { ...share, whole: { name: '地区生产总值（全省）', figures: side(whole) } },
    })
    const { inputs, actual } = resolveTarget(given, rules)
    return { inputs, actual, rules }
  }
  expect(coursePoints([shareOf('200')])[0]).toMatchObject({ value: '15', expected: '16' })
  expect(coursePoints([shareOf(null)])[0]).toMatchObject({ value: null, expected: '16' })
})

it('of a project is its year’s plan', () => {
  const inputs = { kind: 'project' as const, given: projectInput({ period: '2025Q3', investedYearWan: 7_000 }) }
  const points = coursePoints([{ inputs, actual: null, rules }])
  expect(points.map(({ period, value, expected }) => [period, value, expected])).toEqual([
    ['2025Q3', '7000', '7500'],
    ['2025Q4', null, '10000'],
  ])
})

it('is empty where nothing was judged', () => expect(coursePoints([])).toEqual([]))
