import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { YEAR_PLAN_WAN, yearOfQuarter, yearValue } from './plan'
import { bodyOf, DAY, drawn, endOf, iso, LAST_QUARTER, QUARTERS, type Sample, ZONE } from './setting'

/** One report: who says what of which quarter on which day after its end. `wave`: days after the quarter's end. */
export type Saying = { sample: Sample; region: string; quarter: number; wave: number; before: string | undefined }

/** Days after a quarter's end on which reports come; the last one is after the due day. */
export const WAVES = [4, 8, 11, 20] as const

/** A region's topic reports on one day; some subjects are late or never reported, some are corrected a quarter later. */
export function waveOf({ story, kind, regions }: Sample, region: string, quarter: number): number | undefined {
  const side = regions.indexOf(region)
  const dice = drawn(story, side, quarter, 'wave')
  if (quarter === LAST_QUARTER && dice > 0.85) return undefined
  if (dice > 0.97) return undefined
  if (dice > 0.93) return WAVES[3]
  return WAVES[Math.floor(drawn(story.slice(0, 3), side, kind, quarter) * 3)]
}

/** Whether the quarter's report is corrected with the next quarter's. */
export const isCorrected = ({ story, regions }: Sample, region: string, quarter: number): boolean =>
  quarter < LAST_QUARTER && drawn(story, regions.indexOf(region), quarter, 'corrected') > 0.93

const NOTES = [
  '已完成前期审批，主体工程按计划推进，累计完成投资与序时进度基本一致。',
  '受雨季影响，土建标段进度略有放缓，已增加施工力量，预计下季度追平。',
  '指标总体平稳，主要行业增速回升，重点企业生产经营情况良好，统计口径未变。',
]
const PACES = [1.1, 1.02, 1, 0.98, 0.93, 0.8, 0.5]

export function reportOf({ sample, region, quarter, wave, before }: Saying): LianxiEvent {
  const { kind, nth, code } = sample
  const told = `${sample.story} ${sample.regions.indexOf(region)}`
  const within = (quarter % 4) + 1
  const pace = PACES[Math.floor(drawn(told, Math.floor(quarter / 2), 'pace') * PACES.length)] ?? 1
  const problems = drawn(told, quarter, 'problem') > 0.92 ? '土地指标尚未落实，影响下季度进度。' : ''
  const nil = before === undefined && within > 1 && drawn(told, quarter, 'nil') > 0.95
  const filing = {
    ...{ zone: ZONE, subject: code, region, body: bodyOf(region, kind), period: QUARTERS[quarter] ?? '' },
    ...{ revision: before === undefined ? 1 : 2, replaces: before ?? null },
    correctionReason: before === undefined ? null : '统计部门调整了上期数据，按调整后的口径更正。',
    ...{ reportedBy: '填报人甲', approvedBy: '审核人乙', warnings: [] },
    submittedAt: iso(endOf(quarter) + (before === undefined ? wave : wave + 91) * DAY),
  }
  const corrected = before === undefined ? 0 : 0.5
  const said = { problems, nextStep: '继续按年度计划推进。' }
  const note = NOTES[Math.floor(drawn(told, quarter) * NOTES.length)] ?? ''
  if (kind === 'target') {
    const value = String(Number(((yearValue(nth, yearOfQuarter(quarter)) * within * pace) / 4 + corrected).toFixed(2)))
    const content = { nil, value: nil ? null : value, figureSource: '统计局 季度快报', note, ...said }
    return { type: 'lianxi.target.progress-reported.v1', data: { ...filing, content } }
  }
  const invested = Math.round(((YEAR_PLAN_WAN * within) / 4) * pace + corrected * 100)
  const figures = nil
    ? { stage: null, investedYearWan: null, investedTotalWan: null, progressPercent: null }
    : {
        stage: 'under-construction' as const,
        investedYearWan: invested,
        investedTotalWan: invested + Math.floor(quarter / 4) * YEAR_PLAN_WAN,
        progressPercent: String(Math.min(100, 5 * (quarter + 1))),
      }
  const matters = drawn(told, quarter, 'matter') > 0.98 ? [{ kind: 'land' as const, text: '请协调用地指标。' }] : []
  const milestones = quarter > 2 ? [{ name: '开工', reachedOn: '2021-06-15' }] : []
  const content = { nil, ...figures, physicalProgress: nil ? '' : note, milestones, matters, ...said }
  return { type: 'lianxi.project.progress-reported.v1', data: { ...filing, content } }
}
