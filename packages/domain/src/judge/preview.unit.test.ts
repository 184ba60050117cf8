import { describe, expect, it } from 'vitest'
import type { ItemListed } from '@lianxi/schema/events/commitments'
import { entry, project } from '../report/testing/given'
import { restsOn } from './preview'

const said = (period: string, value: string | null, investedYearWan: number | null, nil = false) => ({
  ...{ period, state: 'reported' as const, nil, value, stage: null, investedYearWan, progressPercent: null },
  milestones: [],
})
const item: ItemListed = {
  ...{ code: 'L-Z-PX-2025-1', list: 'L-Z-PX-2025', subject: 'PX-145-P001', kind: 'project', year: 2025, order: 1 },
  ...{ region: '510400', attribute: 'key', visibility: 'public', leadBody: '510400-FGW', coBodies: [], measures: null },
  ...{ deadline: '2025-12-31', target: null },
  project: { planWan: 9000, totalWan: null, origin: 'list', monthlyPercent: null, milestones: [], sharePercent: null },
}
const at = (period: string, cells: ReturnType<typeof said>[], of: ItemListed | null = item) => ({
  ...{ period, cells, item: of },
})

describe('an entry without a figure of its own', () => {
  it('of a project rests on the last sum of its year', () => {
    const silent = project({ investedYearWan: '' })
    const cells = [said('2025Q1', null, 900), said('2025Q2', null, null), said('2025Q3', null, 5000)]
    expect(restsOn(at('2025Q3', cells), silent)).toBe('2025Q1')
    expect(restsOn(at('2025Q3', cells), project())).toBeUndefined()
    expect(restsOn(at('2026Q1', cells), silent)).toBeUndefined()
    expect(restsOn(at('2025Q3', cells, null), silent), 'nothing is judged by the sum').toBeUndefined()
  })

  it('of a target rests on the last figure said, not on what was unchanged then', () => {
    const cells = [said('2025Q1', '71.2', null), said('2025Q2', null, null, true)]
    expect(restsOn(at('2025Q3', cells), entry({ nil: true }))).toBe('2025Q1')
    expect(restsOn(at('2025Q3', cells), entry())).toBeUndefined()
  })
})
