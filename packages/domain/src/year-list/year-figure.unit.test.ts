import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { content } from './testing/given'
import { pathWithYear, withFigure, withProposal } from './year-figure'

const none = { value: null, planWan: null }
const project = content({
  ...{ kind: 'project', target: null },
  project: {
    ...{ planWan: 800, totalWan: 4000, origin: 'plan', monthlyPercent: null, milestones: [] },
    sharePercent: null,
  },
})

describe('the year’s figure of an item', () => {
  it('keeps where it comes from while it is the one that was suggested', () => {
    expect(withFigure(content(), { ...none, value: '1500' }, 2026)).toEqual(content())
    expect(withFigure(project, { ...none, planWan: 800 }, 2026)).toEqual(project)
  })

  it('is the list’s own when the drafter wrote another, and none when he emptied it', () => {
    expect(withFigure(content(), { ...none, value: '1480' }, 2026).target?.yearValue).toEqual({
      ...{ year: 2026, value: '1480', origin: 'list' },
    })
    expect(withFigure(project, { ...none, planWan: 900 }, 2026).project).toMatchObject({ planWan: 900, origin: 'list' })
    expect(withFigure(content(), none, 2026).target?.yearValue).toBeNull()
    expect(withFigure(project, none, 2026).project).toMatchObject({ planWan: null, origin: 'plan' })
  })

  it('leaves what a proposal does not speak of', () => {
    expect(withProposal(content(), none, 2026)).toEqual(content())
    expect(withProposal(project, { ...none, value: '3' }, 2026)).toEqual(project)
  })

  it('stands in the path once, in the order of years', () => {
    const years = fc.uniqueArray(fc.integer({ min: 2000, max: 2060 }), { maxLength: 8 })
    fc.assert(
      fc.property(years, fc.integer({ min: 2000, max: 2060 }), (known, year) => {
        const point = (of: number, value: string) => ({ year: of, value, origin: 'list' as const })
        const path = pathWithYear(
          known.map((of) => point(of, '1')),
          year,
          point(year, '2'),
        )
        expect(path.map((one) => one.year)).toEqual([...new Set([...known, year])].sort((a, b) => a - b))
        expect(path.filter(({ value }) => value === '2').map((one) => one.year)).toEqual([year])
      }),
    )
  })
})
