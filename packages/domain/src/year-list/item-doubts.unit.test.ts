import { describe, expect, it } from 'vitest'
import { isUnfilled, itemDoubts } from './item-doubts'
import { content } from './testing/given'

const none = { value: null, planWan: null }
const about = { year: 2026, unit: '亿元', before: none }
const point = (year: number, value: string) => ({ year, value, origin: 'plan' as const })
const valued = (value: string, path = [point(2025, '1410'), point(2030, '2000')]) =>
  content({ target: { baseline: point(2020, '1040'), yearValue: point(2026, value), path } })
const planned = (planWan: number | null, totalWan: number | null) =>
  content({
    kind: 'project',
    target: null,
    project: { planWan, totalWan, origin: 'list', monthlyPercent: null, milestones: [], sharePercent: null },
  })

describe('what is hardly meant in an item', () => {
  it('is a value of another size than the year before, with both figures', () => {
    expect(itemDoubts(valued('15000000'), about)).toEqual([
      '2026年目标值 15,000,000 亿元，2025年为 1,410 亿元，相差十倍以上，请核对单位。',
    ])
    expect(itemDoubts(valued('1500'), about)).toEqual([])
    expect(itemDoubts(valued('0.15', [point(2030, '2000')]), about)[0]).toContain('2020年为 1,040 亿元')
    expect(itemDoubts(valued('0'), about)).toEqual([])
  })

  it('is a value, or a plan, of another size than the plan or the list had for the year itself', () => {
    const before = { value: '1480', planWan: 9000 }
    expect(itemDoubts(valued('14800000', []), { ...about, before })).toEqual([
      '2026年目标值 14,800,000 亿元，原为 1,480 亿元，相差十倍以上，请核对单位。',
    ])
    expect(itemDoubts(valued('1500', []), { ...about, before })).toEqual([])
    expect(itemDoubts(planned(900, null), { ...about, before })).toEqual([])
    expect(itemDoubts(planned(800, null), { ...about, before })).toEqual([
      '年度计划 800 万元，原为 9,000 万元，相差十倍以上，请核对单位。',
    ])
  })

  it('is a plan of the year above the total, and a deadline in another year', () => {
    expect(itemDoubts(planned(800_000, 600_000), about)).toEqual(['年度计划 80 亿元，超过总投资 60 亿元。'])
    expect(itemDoubts(planned(800_000, null), about)).toEqual([])
    expect(itemDoubts(content({ deadline: '2027-12-31' }), about)).toEqual([
      '完成时限 2027-12-31 不在清单年度 2026年内。',
    ])
  })
})

it('knows an item that says no figure, unless it needs none', () => {
  expect(isUnfilled(planned(null, 1), false)).toBe(true)
  expect(isUnfilled(content({ target: { baseline: null, yearValue: null, path: [] } }), true)).toBe(false)
  expect(isUnfilled(valued('1'), false)).toBe(false)
})
