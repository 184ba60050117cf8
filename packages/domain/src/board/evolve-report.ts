import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Period } from '@lianxi/schema/period'
import type { PastFigure } from '@lianxi/schema/views/check-context'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { isExplained } from '../report/against'
import type { Digest } from '../report/digest'
import { wrongDay } from '../report/done-day'
import type { CellReports, ReportState, StandingReport } from './sub-state'

/** A report as its topic says it. */
export type ReportEvent = Extract<
  LianxiEvent,
  { type: 'lianxi.target.progress-reported.v1' | 'lianxi.project.progress-reported.v1' }
>

/**
 * A report with its identity, the domain time at which it was said, and the digest of what its topic had said of the
 * subject for earlier periods up to then.
 */
export type ReportSaid = { eventId: string; occurredAt: string; before: Digest } & ReportEvent

/** Folds the next report of a region's topic into the cell's reports; call it in the topic's order. */
export function evolveReport(reports: CellReports | undefined, said: ReportSaid): CellReports {
  const kind: SubjectKind = said.type === 'lianxi.target.progress-reported.v1' ? 'target' : 'project'
  return { ...reports, [kind]: next(reports?.[kind], standing(said)) }
}

function next(state: ReportState | undefined, report: StandingReport): ReportState {
  const expected = state?.current.eventId ?? null
  const folded: ReportState = {
    count: (state?.count ?? 0) + 1,
    firstReportedAt: state?.firstReportedAt ?? report.occurredAt,
    current: report,
  }
  if (report.replaces !== expected) folded.conflict = { expected, replaces: report.replaces }
  return folded
}

/** Written out field by field: spread objects are slow dictionaries in V8, and every event comes through here. */
function standing(said: ReportSaid): StandingReport {
  const { revision, replaces, body, submittedAt, correctionReason, warnings, content } = said.data
  const figures = figuresOf(said, said.data.period)
  const report: StandingReport = {
    eventId: said.eventId,
    revision,
    replaces,
    occurredAt: said.occurredAt,
    submittedAt,
    body,
    nil: content.nil,
    value: figures.value,
    stage: figures.stage,
    investedYearWan: figures.investedYearWan,
    investedTotalWan: figures.investedTotalWan,
    progressPercent: figures.progressPercent,
    before: said.before,
  }
  if (said.type === 'lianxi.target.progress-reported.v1' && said.data.content.doneOn !== undefined) {
    report.doneOn = said.data.content.doneOn
  }
  if (said.type === 'lianxi.project.progress-reported.v1') {
    const when = { period: said.data.period, saidAt: said.occurredAt }
    const misdated = said.data.content.milestones.filter(({ reachedOn }) => wrongDay(reachedOn, when) !== undefined)
    if (misdated.length > 0) report.misdated = misdated
  }
  if (isExplained(correctionReason)) report.explained = true
  const answered = warnings.flatMap(({ code, reason }) => (isExplained(reason) ? [code] : []))
  if (answered.length > 0) report.answered = answered
  return report
}

/** The figures of a report: what later reports of its subject are compared with. */
export function figuresOf(said: ReportEvent, period: Period): PastFigure {
  if (said.type === 'lianxi.target.progress-reported.v1') {
    return {
      period,
      value: said.data.content.value,
      stage: null,
      investedYearWan: null,
      investedTotalWan: null,
      progressPercent: null,
    }
  }
  const { stage, investedYearWan, investedTotalWan, progressPercent } = said.data.content
  return { period, value: null, stage, investedYearWan, investedTotalWan, progressPercent }
}
