import type { ReportMade } from '@lianxi/schema/views/subject'
import { expect, it } from 'vitest'
import { regionSaid } from './region-said'

const instant = '2025-10-12T10:00:00.000Z'
type Content = Extract<ReportMade['content'], { kind: 'project' }>
const made = (period: string, content: Partial<Content>, change: Partial<ReportMade> = {}): ReportMade => ({
  ...{ eventId: period, region: { code: '510400', name: '攀枝花市', shortName: '攀枝花' }, period, revision: 1 },
  body: { code: '510400-FGJ', name: '攀枝花市发展和改革委员会' },
  ...{ replaces: null, standing: 'current', correctionReason: null, reportedBy: '甲', approvedBy: '乙' },
  ...{ submittedAt: instant, reportedAt: instant, topic: 't', offset: '0', stamp: instant },
  content: {
    ...{ kind: 'project', nil: false, stage: null, investedYearWan: null, investedTotalWan: null },
    ...{ progressPercent: null, physicalProgress: '', milestones: [], matters: [], problems: '', nextStep: '' },
    ...content,
  },
  ...{ warnings: [], evidence: [], objections: [], unanswered: [], verdicts: [], mayReturn: false, mayConfirm: false },
  ...change,
})

it('says what the last report that stands says, and what 本期无变化 leaves standing', () => {
  const said = made('2025Q2', {
    problems: '资金到位晚',
    nextStep: '追回滞后工程量',
    matters: [{ kind: 'land', text: '用地未批' }],
  })
  const standing = { problem: '资金到位晚', matters: ['土地：用地未批'], nextStep: '追回滞后工程量' }
  expect(regionSaid([said], '510400')).toEqual({ ...standing, period: '2025Q2' })
  const nil = made('2025Q3', { nil: true })
  expect(regionSaid([nil, said], '510400')).toEqual({ ...standing, period: '2025Q3' })
  const solved = { problem: '', matters: [], nextStep: '', period: '2025Q3' }
  expect(regionSaid([made('2025Q3', {}), said], '510400'), 'a report without it closes it').toEqual(solved)
})

it('says nothing of what was corrected, of other regions, or where nobody reported', () => {
  const old = made('2025Q3', { problems: '旧' }, { standing: 'superseded' })
  expect(regionSaid([old, made('2025Q3', { problems: '新' })], '510400')?.problem).toBe('新')
  expect(regionSaid([old], '510400')).toBeNull()
  expect(regionSaid([made('2025Q3', {})], '513400')).toBeNull()
})
