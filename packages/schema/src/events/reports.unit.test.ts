import { describe, expect, it } from 'vitest'
import { ProjectProgressReported, TargetProgressReported, type ProjectContent } from './reports'

const FILING = {
  ...{ zone: 'Z-PX', region: '510403', body: '510403-FGJ', period: '2025Q3', revision: 1, replaces: null },
  ...{ correctionReason: null, reportedBy: '甲', approvedBy: '乙', submittedAt: '2025-10-10T01:00:00.000Z' },
  warnings: [],
}
const PROJECT: ProjectContent = {
  ...{ nil: false, stage: 'under-construction', investedYearWan: 12_000, investedTotalWan: 48_000 },
  ...{ progressPercent: '62.5', physicalProgress: '', milestones: [], matters: [], problems: '', nextStep: '' },
}
const NOTHING = { stage: null, investedYearWan: null, investedTotalWan: null, progressPercent: null }

const refused = (content: Partial<ProjectContent>): string[] => {
  const parsed = ProjectProgressReported.safeParse({
    ...FILING,
    subject: 'XQ-145-P001',
    content: { ...PROJECT, ...content },
  })
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message)
}

/** What the message alone proves wrong is parked; what only earlier figures or the plan tell is the worker's objection. */
describe('a project report', () => {
  it.each<[string, Partial<ProjectContent>, string[]]>([
    ['with its figures', {}, []],
    ['without sums', { investedYearWan: null, investedTotalWan: null }, []],
    ['with a sum of the year alone', { investedTotalWan: null }, []],
    ['with the same sum twice', { investedTotalWan: 12_000 }, []],
    ['that says nothing changed', { nil: true, ...NOTHING }, []],
    [
      'with less since the start than this year',
      { investedTotalWan: 11_999 },
      ['开工以来累计完成投资不应小于本年累计完成投资'],
    ],
    ['without a stage', { stage: null }, ['须填写项目阶段']],
    [
      'that says nothing changed, and a figure',
      { nil: true, ...NOTHING, progressPercent: '70' },
      ['“本期无变化”不带项目阶段和数字'],
    ],
    [
      'that says nothing changed, and a stage',
      { nil: true, ...NOTHING, stage: 'completed' },
      ['“本期无变化”不带项目阶段和数字'],
    ],
    ['with a nameless milestone', { milestones: [{ name: ' ', reachedOn: '2025-06-25' }] }, ['须填写节点名称']],
    ['with a wordless matter', { matters: [{ kind: 'land', text: '' }] }, ['须写明需要协调什么']],
    ['that invested less than nothing', { investedYearWan: -1 }, ['金额不能为负']],
    ['with progress beyond the whole', { progressPercent: '100.5' }, ['应为 0 至 100 之间的数，最多两位小数']],
  ])('%s', (_, content, expected) => expect(refused(content)).toEqual(expected))
})

it('a target report says a figure, whether it is done, or that nothing changed', () => {
  const words = { figureSource: '', note: '', problems: '', nextStep: '' }
  const taken = (content: object) =>
    TargetProgressReported.safeParse({ ...FILING, subject: 'XQ-145-T001', content: { ...words, ...content } }).success
  expect(taken({ nil: false, value: null, doneOn: '2025-09-30' })).toBe(true)
  expect(taken({ nil: false, value: null, doneOn: null })).toBe(true)
  expect(taken({ nil: true, value: null })).toBe(true)
  expect(taken({ nil: false, value: null })).toBe(false)
  expect(taken({ nil: true, value: null, doneOn: null })).toBe(false)
})

it('a target report may say anything the plan has to be asked about', () => {
  const content = { nil: false, figureSource: '', note: '', problems: '', nextStep: '' }
  for (const value of ['-3', '0.5', '999999999999999.999999']) {
    const parsed = TargetProgressReported.safeParse({
      ...FILING,
      subject: 'XQ-145-T001',
      content: { ...content, value },
    })
    expect(parsed.success).toBe(true)
  }
})
