import type { ProjectEntry } from '@lianxi/schema/commands/entry'
import { describe, expect, it } from 'vitest'
import { checkEntry } from './check'
import { earlier, project, projectCheck } from './testing/given'

const found = (changed: Partial<ProjectEntry>, reason: string | null = null) =>
  checkEntry(project(changed), projectCheck, reason).map((finding) => finding.code)

describe('checks of a project report', () => {
  it('says sums in one unit, with separators', () => {
    const said = checkEntry(project({ investedYearWan: '4000' }), projectCheck, '').map(({ message }) => message)
    expect(said).toEqual([expect.stringContaining('2025年二季度已报 5,000 万元')])
  })

  it.each<[Partial<ProjectEntry>, string[]]>([
    [{}, []],
    [{ stage: null }, ['stage-missing']],
    [{ investedYearWan: '80.5' }, ['wan-invalid']],
    [{ investedYearWan: '-1' }, ['wan-invalid']],
    [{ progressPercent: '101' }, ['percent-invalid']],
    [{ investedYearWan: '4000' }, ['invested-falls']],
    [{ investedTotalWan: '16000' }, ['invested-falls']],
    [{ investedYearWan: '30000', investedTotalWan: '20000' }, ['off-path', 'total-below-year']],
    [{ investedYearWan: '80000000', investedTotalWan: '' }, ['unit-jump-year']],
    [{ investedYearWan: '5000' }, ['sums-apart']],
    [{ investedYearWan: '5000', investedTotalWan: '17000' }, []],
    [{ investedYearWan: '12000', investedTotalWan: '24000' }, ['off-path']],
    [{ investedTotalWan: '40000' }, ['sums-apart']],
    [{ investedTotalWan: '20160' }, []],
    [{ investedTotalWan: '20161' }, ['sums-apart']],
    [{ investedTotalWan: '' }, []],
    [{ milestones: [{ name: '主体封顶', reachedOn: '2025-09-30' }] }, []],
    [{ milestones: [{ name: '主体封顶', reachedOn: '2025-10-01' }] }, ['milestone-after-period']],
    [{ stage: 'preliminary' }, ['stage-back']],
    [{ stage: 'suspended' }, []],
    [{ progressPercent: '100' }, ['hundred-not-completed']],
    [{ stage: 'completed' }, ['completed-below-hundred']],
    [{ progressPercent: '40' }, ['progress-falls']],
    [{ milestones: [{ name: '', reachedOn: '九月' }] }, ['milestone-name', 'milestone-date']],
    [{ matters: [{ kind: 'land', text: ' ' }] }, ['matter-text']],
  ])('%j → %j', (changed, expected) => expect(found(changed)).toEqual(expected))

  it('compares the sum since the start with the last year’s end, in three figures; an earlier period says nothing', () => {
    const first = (period: string) =>
      checkEntry(
        project({ investedYearWan: '1500', investedTotalWan: '25000', progressPercent: '' }),
        {
          ...projectCheck,
          planWan: null,
          period: '2026Q1',
          history: [{ ...earlier, period, investedTotalWan: 20000 }],
        },
        null,
      ).map(({ code, message }) => `${code} ${message}`)
    expect(first('2025Q4')).toEqual([
      'sums-apart 开工以来累计完成投资 25,000 万元 与此前所报对不上（至上年底累计 20,000 万元、本年累计 1,500 万元，合计 21,500 万元），请核对；确实如此的，请说明原因。',
    ])
    expect(first('2025Q3')).toEqual([])
  })

  it('wants a figure or something that changed; the stage a form begins with is neither', () => {
    const empty = { investedYearWan: '', investedTotalWan: '', progressPercent: '' }
    expect(found(empty)).toEqual(['progress-missing'])
    expect(found({ ...empty, problems: '资金未到位', physicalProgress: ' ' })).toEqual(['progress-missing'])
    const milestones = [{ name: '开工', reachedOn: '2025-09-01' }]
    for (const one of [{ progressPercent: '62.5' }, { stage: 'suspended' as const }, { milestones }, { nil: true }])
      expect(found({ ...empty, ...one })).toEqual([])
    expect(found({ ...empty, physicalProgress: '主体封顶' })).toEqual([])
    const suspended = [{ ...earlier, stage: 'suspended' as const }]
    const again = checkEntry(project({ ...empty, stage: 'suspended' }), { ...projectCheck, history: suspended }, null)
    expect(again.map(({ code }) => code)).toEqual(['progress-missing'])
  })

  it('has a milestone reached by today in China, each with its own sentence', () => {
    const milestones = ['2025-10-12', '2025-10-13', '2026-01-01'].map((reachedOn) => ({ name: '主体封顶', reachedOn }))
    const entry = project({ investedYearWan: '', investedTotalWan: '', milestones })
    const said = checkEntry(entry, { ...projectCheck, period: '2025' }, null)
    expect(said.map(({ code, field, message }) => [code, field, message])).toEqual([
      [
        'milestone-in-future',
        'milestones.1.reachedOn',
        expect.stringContaining('2025-10-13 还没有到（填报日 2025-10-12）'),
      ],
      ['milestone-after-period', 'milestones.2.reachedOn', expect.stringContaining('不应晚于报告期末（2025-12-31）')],
    ])
  })

  it('takes the list’s own curve of the year where it has one', () => {
    const curve = [0, 0, 0, 0, 0, 0, 10, 15, 20, 40, 70, 100]
    const off = checkEntry(project({}), { ...projectCheck, curve }, null)
    expect(off.map(({ code, message }) => [code, message])).toEqual([
      ['off-path', expect.stringContaining('年度计划的 20%）相差 60 个百分点')],
    ])
  })

  it('lets a sum fall with a reason', () => expect(found({ investedTotalWan: '16000' }, '审计核减')).toEqual([]))
})
