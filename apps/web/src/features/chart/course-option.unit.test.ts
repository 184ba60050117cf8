import type { CourseView } from '@lianxi/schema/views/course'
import { describe, expect, it } from 'vitest'
import { courseOption, goalPlace } from './course-option'

const limits = { ahead: '12', onTrack: '9', behind: '6' }
const point = (period: string, value: string | null, over: Partial<CourseView['points'][number]> = {}) => ({
  ...{ period, value, expected: '10', limits },
  ...over,
})
const course = (over: Partial<CourseView> = {}): CourseView => ({
  ...{ region: { code: '510403', name: '西区', shortName: '西区' }, measured: 'value', startsAnew: false },
  ...{ baseline: { value: '5', year: 2020 }, target: { value: '20', year: 2025 } },
  points: [point('2021', '8'), point('2022', null)],
  ...over,
})
/** Each drawn line's values, in the order they are drawn. */
const drawn = (view: CourseView, corrected: { period: string; value: string }[] = []) => {
  const series = courseOption(view, corrected)?.series ?? []
  return (Array.isArray(series) ? series : [series]).map(({ data }) => data)
}

describe('a course', () => {
  it('begins at its baseline; areas stand on each other between the limits', () => {
    expect(drawn(course())).toEqual([[null, 6, 6], [null, 3, 3], [null, 3, 3], [5, 10, 10], [null, 8, null], [], []])
  })

  it('of what falls has its limits the other way round', () => {
    const falling = { ahead: '6', onTrack: '9', behind: '12' }
    const [low, middle, high] = drawn(course({ points: [point('2021', '8', { limits: falling })] }))
    expect([low, middle, high]).toEqual([
      [null, 6],
      [null, 3],
      [null, 3],
    ])
  })

  it('breaks at each new year where it begins anew, and then has no line of the plan’s end', () => {
    const points = [point('2024Q4', '9', { limits: null }), point('2025Q1', '2', { limits: null })]
    const lines = drawn(course({ startsAnew: true, points }))
    expect(lines.slice(6, 10)).toEqual([
      [10, null],
      [null, 10],
      [9, null],
      [null, 2],
    ])
    expect(lines).toHaveLength(11)
  })

  it('shows what was corrected at its period', () =>
    expect(drawn(course(), [{ period: '2021', value: '7' }]).at(-1)).toEqual([[1, 7]]))

  it('is not drawn without a figure', () =>
    expect(
      courseOption(course({ points: [point('2021', null, { expected: null, limits: null })] }), []),
    ).toBeUndefined())
})

describe('the words of the goal’s line', () => {
  it('stand at its start while the values are far below it, at its end where they begin near it', () => {
    expect(goalPlace([[1], [5], [10]], 10)).toBe('insideStartTop')
    expect(goalPlace([[10.2], [6], [1]], 10)).toBe('insideEndTop')
  })
  it('stand below it where both ends have values just above', () =>
    expect(goalPlace([[10.1, 30], [12], [10.2]], 10)).toBe('insideStartBottom'))
})
