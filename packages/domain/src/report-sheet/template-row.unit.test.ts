import { emptyEntry } from '@lianxi/schema/commands/entry'
import { ItemListed } from '@lianxi/schema/events/commitments'
import { ProjectListed } from '@lianxi/schema/events/facts'
import { expect, it } from 'vitest'
import { PERIOD } from './testing/given'
import { templateRow, type TemplateSubject } from './template-row'

const source = { plan: 'PX-145', chapter: null, section: null, box: null, line: null }
const doc = ProjectListed.parse({
  ...{ code: 'PX-145-P001', plan: 'PX-145', name: '天然气管道工程', domain: '能源', regions: ['510400'], source },
  ...{ category: null, stage: null, plannedOutcome: null, investmentWan: 40_000, scale: null, startYear: null },
  ...{ endYear: null, parent: null, crossRegion: false, regionUnknown: false, possibleSameAs: [] },
  visibility: 'internal',
})
const itemWith = (monthlyPercent: number[] | null): ItemListed =>
  ItemListed.parse({
    ...{ code: 'L-Z-PX-2025-001', list: 'L-Z-PX-2025', subject: doc.code, kind: 'project', year: 2025, order: 1 },
    ...{ region: '510400', attribute: 'key', visibility: 'internal', leadBody: '510400-FGW', coBodies: [] },
    ...{ measures: '', deadline: '2025-12-31', target: null },
    project: { planWan: 9000, totalWan: 40_000, origin: 'list', monthlyPercent, milestones: [], sharePercent: null },
  })
const rowWith = (item: ItemListed) => {
  const names = {
    indicator: null,
    whole: null,
    places: '攀枝花市',
    body: '市发改委',
    leadBody: '市发改委',
    coBodies: '',
  }
  const subject: TemplateSubject = {
    ...{
      kind: 'project',
      doc,
      region: '510400',
      period: PERIOD,
      item,
      history: [],
      entry: emptyEntry('project'),
      names,
    },
    ...{ leader: '', person: '', remark: '' },
  }
  return templateRow(subject, PERIOD, 1)
}

it('measures 与序时差 as the board does: by the curve’s cumulative percent of the month, else evenly', () => {
  const curve = [2, 5, 12, 20, 30, 41, 51, 61, 72, 82, 92, 100]
  const ahead = (monthly: number[] | null) => JSON.stringify(rowWith(itemWith(monthly))['ahead'])
  expect(ahead(curve)).toContain('-72,1)')
  expect(ahead(null)).toContain('-75,1)')
})
