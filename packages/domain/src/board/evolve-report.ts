import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import type { CellReports, ReportState, StandingReport } from './sub-state'

/** A report with its identity and the domain time at which it was said. */
export type ReportSaid = { eventId: string; occurredAt: string } & Extract<
  LianxiEvent,
  { type: 'lianxi.target.progress-reported.v1' | 'lianxi.project.progress-reported.v1' }
>

/** Folds the next report of a region's topic into the cell's reports; call it in the topic's order. */
export function evolveReport(reports: CellReports | undefined, said: ReportSaid): CellReports {
  const kind: SubjectKind = said.type === 'lianxi.target.progress-reported.v1' ? 'target' : 'project'
  return { ...reports, [kind]: next(reports?.[kind], standing(said)) }
}

function next(state: ReportState | undefined, report: StandingReport): ReportState {
  const expected = state?.current.eventId ?? null
  return {
    count: (state?.count ?? 0) + 1,
    firstReportedAt: state?.firstReportedAt ?? report.occurredAt,
    current: report,
    ...(report.replaces !== expected && { conflict: { expected, replaces: report.replaces } }),
  }
}

function standing(said: ReportSaid): StandingReport {
  const { revision, replaces, body, submittedAt } = said.data
  const identity = { eventId: said.eventId, revision, replaces, occurredAt: said.occurredAt, submittedAt, body }
  if (said.type === 'lianxi.target.progress-reported.v1') {
    const { nil, value } = said.data.content
    const none = { stage: null, investedYearWan: null, investedTotalWan: null, progressPercent: null }
    return { ...identity, nil, value, ...none }
  }
  const { nil, stage, investedYearWan, investedTotalWan, progressPercent } = said.data.content
  return { ...identity, nil, value: null, stage, investedYearWan, investedTotalWan, progressPercent }
}
