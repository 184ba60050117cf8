import { frequencyOf, yearOf, type Frequency, type Period } from '@lianxi/schema/period'
import type { FilingState, Stage, SubjectKind } from '@lianxi/schema/vocabulary'
import { objectionsTo, type Objection } from './objection'
import type { CellReports, CellVerdicts, PeriodState, ReportState } from './sub-state'

export type CellKey = { zone: string; subject: string; region: string; period: Period }
export type Duty = { kind: SubjectKind; body: string; frequency: Frequency; items: string[] }

/** The four inputs of a cell, each with exactly one writing topic. */
export type CellInputs = {
  key: CellKey
  /** Duty of the subject, region and year; its frequency may be another than the cell's period has. */
  duty: Duty | undefined
  period: PeriodState | undefined
  reports: CellReports | undefined
  verdicts: CellVerdicts | undefined
}

/** One row of `board.progress` without its stamp. Instants are ISO 8601 in UTC. */
export type Cell = CellKey & {
  kind: SubjectKind
  year: number
  frequency: Frequency
  body: string | null
  items: string[]
  state: FilingState
  dueAt: string | null
  late: boolean
  nil: boolean
  confirmed: boolean
  conflict: boolean
  objections: Objection[]
  revision: number | null
  reports: number
  eventId: string | null
  reportedAt: string | null
  value: string | null
  stage: Stage | null
  investedYearWan: number | null
  investedTotalWan: number | null
  progressPercent: string | null
  reportState: CellReports | null
  verdictState: CellVerdicts | null
}

/**
 * A cell exists for a duty in each opened period of its frequency, and wherever something was reported. It is a pure
 * function of the sub-states, so every interleaving of topics gives the same board.
 */
export function deriveCell(inputs: CellInputs): Cell | undefined {
  const { key, duty, period, reports, verdicts } = inputs
  const frequency = frequencyOf(key.period)
  const asked = duty?.frequency === frequency && period !== undefined && period.opensAt !== null
  if (!asked && reports?.target === undefined && reports?.project === undefined) return undefined
  const kind = duty?.kind ?? (reports?.target === undefined ? 'project' : 'target')
  const report = reports?.[kind]
  const foreign = kind === 'target' ? reports?.project : reports?.target
  return {
    ...key,
    kind,
    year: yearOf(key.period),
    frequency,
    body: duty?.body ?? report?.current.body ?? null,
    items: duty?.items ?? [],
    state: stateOf(inputs, asked, report),
    dueAt: period?.dueAt ?? null,
    ...standingOf(inputs, report),
    objections: [
      ...(report === undefined ? [] : objectionsTo({ report: report.current, frequency, duty, period, verdicts })),
      ...(foreign === undefined ? [] : (['other-kind'] as const)),
    ],
    reportState: reports ?? null,
    verdictState: verdicts ?? null,
  }
}

function stateOf({ period, verdicts }: CellInputs, asked: boolean, report: ReportState | undefined): FilingState {
  if (!asked) return 'waiting'
  if (report === undefined) return period?.fellDue === true ? 'overdue' : 'pending'
  return verdicts?.[report.current.eventId]?.verdict === 'returned' ? 'returned' : 'reported'
}

type Standing = Pick<
  Cell,
  | 'late'
  | 'nil'
  | 'confirmed'
  | 'conflict'
  | 'revision'
  | 'reports'
  | 'eventId'
  | 'reportedAt'
  | 'value'
  | 'stage'
  | 'investedYearWan'
  | 'investedTotalWan'
  | 'progressPercent'
>

const NOTHING_REPORTED: Standing = {
  late: false,
  nil: false,
  confirmed: false,
  conflict: false,
  revision: null,
  reports: 0,
  eventId: null,
  reportedAt: null,
  value: null,
  stage: null,
  investedYearWan: null,
  investedTotalWan: null,
  progressPercent: null,
}

/** Late is judged by the first report: a correction after the due moment does not make a timely office late. */
function standingOf({ period, verdicts }: CellInputs, report: ReportState | undefined): Standing {
  if (report === undefined) return NOTHING_REPORTED
  const { current, firstReportedAt, count, conflict } = report
  return {
    late: typeof period?.dueAt === 'string' && Date.parse(firstReportedAt) > Date.parse(period.dueAt),
    nil: current.nil,
    confirmed: verdicts?.[current.eventId]?.verdict === 'confirmed',
    conflict: conflict !== undefined,
    revision: current.revision,
    reports: count,
    eventId: current.eventId,
    reportedAt: current.occurredAt,
    value: current.value,
    stage: current.stage,
    investedYearWan: current.investedYearWan,
    investedTotalWan: current.investedTotalWan,
    progressPercent: current.progressPercent,
  }
}
