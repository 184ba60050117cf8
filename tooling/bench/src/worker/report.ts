import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { ordinalOf } from '@lianxi/schema/period'
import { bodyOf, endOf, QUARTERS, subjectCode, ZONE, type Voice } from './setting'

/** One report of a subject on a quarter (its position in QUARTERS); `before`: the one it corrects. */
export type Saying = { id: string; quarter: number; subject: number; before: Saying | undefined }

const NOTES = [
  '已完成前期审批，主体工程按计划推进，累计完成投资与序时进度基本一致。',
  '受雨季影响，土建标段进度略有放缓，已增加施工力量，预计下季度追平。',
  '指标总体平稳，主要行业增速回升，重点企业生产经营情况良好，统计口径未变。',
]

const revisionOf = ({ before }: Saying): number => (before === undefined ? 1 : revisionOf(before) + 1)

/** A report as an office writes it; figures rise from quarter to quarter, a correction changes them a little. */
export function reportOf(voice: Voice, saying: Saying): LianxiEvent {
  const { quarter, subject, before } = saying
  const period = QUARTERS[quarter] ?? ''
  const revision = revisionOf(saying)
  const note = NOTES[(quarter + subject) % NOTES.length] ?? ''
  const filing = {
    zone: ZONE,
    subject: subjectCode(voice, subject),
    region: voice.region,
    body: bodyOf(voice.region),
    period,
    revision,
    replaces: before?.id ?? null,
    correctionReason: before === undefined ? null : '统计部门调整了上期数据，按调整后的口径更正。',
    reportedBy: '填报人甲',
    approvedBy: '审核人乙',
    submittedAt: new Date(endOf(quarter) + (1 + 91 * (revision - 1)) * 86_400_000).toISOString(),
    warnings: [],
  }
  const within = ordinalOf(period)
  if (voice.kind === 'target') {
    const value = ((100 + subject) * within * 0.25 * (1 + quarter / 100) + revision).toFixed(2)
    const told = { figureSource: '区统计局 季度快报', note, problems: '', nextStep: '继续按年度计划推进。' }
    const content = { nil: false, value: String(Number(value)), ...told }
    return { type: 'lianxi.target.progress-reported.v1', data: { ...filing, content } }
  }
  const content = {
    nil: false,
    stage: 'under-construction' as const,
    investedYearWan: (1_000 + subject) * within + revision,
    investedTotalWan: (1_000 + subject) * (quarter + 1) + revision,
    progressPercent: String(Math.min(100, 5 * (quarter + 1))),
    physicalProgress: note,
    milestones: [{ name: '开工', reachedOn: '2021-03-15' }],
    matters: [],
    problems: '',
    nextStep: '推进主体结构施工，落实四季度资金计划。',
  }
  return { type: 'lianxi.project.progress-reported.v1', data: { ...filing, content } }
}
