import type { Frequency } from '@lianxi/schema/period'
import type { CellVerdicts, PeriodState, StandingReport } from './sub-state'

/** What the second check finds wrong although the message alone cannot prove it: shown on the cell, never lost. */
export const OBJECTION_LABELS = {
  'wrong-body': '填报单位与责任单位不一致',
  'other-kind': '填报类别与责任事项不一致',
  'other-frequency': '报告期与填报频率不一致',
  'before-opening': '早于报告期开放时间',
  'after-closing': '报告期关闭后报送，且未经退回',
} as const
export type Objection = keyof typeof OBJECTION_LABELS

type Checked = {
  report: StandingReport
  /** Of the cell's period. */
  frequency: Frequency
  duty: { body: string; frequency: string } | undefined
  period: PeriodState | undefined
  verdicts: CellVerdicts | undefined
}

/** Objections to the report that stands, from instants and references inside the events only, never from arrival. */
export function objectionsTo({ report, frequency, duty, period, verdicts }: Checked): Objection[] {
  const found: Objection[] = []
  if (duty !== undefined && duty.body !== report.body) found.push('wrong-body')
  if (duty !== undefined && duty.frequency !== frequency) found.push('other-frequency')
  if (period?.opensAt && Date.parse(report.occurredAt) < Date.parse(period.opensAt)) found.push('before-opening')
  const unlocked = report.replaces !== null && verdicts?.[report.replaces]?.verdict === 'returned'
  // The office met the closing by submitting; its approver may need longer.
  if (period?.closesAt && Date.parse(report.submittedAt) > Date.parse(period.closesAt) && !unlocked)
    found.push('after-closing')
  return found
}
