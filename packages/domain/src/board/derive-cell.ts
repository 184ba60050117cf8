import type { CheckThresholds } from '@lianxi/schema/check-thresholds'
import { frequencyOf, yearOf, type Frequency, type Period } from '@lianxi/schema/period'
import type { FilingState, Stage, SubjectKind } from '@lianxi/schema/vocabulary'
import type { Promised } from '../report/promised'
import { type CellDuty, dutyAt } from './duty'
import { dueOf, type Extension } from './extension'
import { findingsOn, type CellFinding } from './finding'
import { objectionsTo } from './objection'
import type { CellReports, CellVerdicts, PeriodState, ReportState, StandingReport } from './sub-state'

export type CellKey = { zone: string; subject: string; region: string; period: Period }

/** The inputs of a cell, each with exactly one writing topic. */
export type CellInputs = {
  key: CellKey
  /** Duty of the subject, region and year, of whichever period; its frequency may be another than the period has. */
  duty: CellDuty | undefined
  period: PeriodState | undefined
  /** Every extension of the period. */
  extensions: readonly Extension[]
  /** Of the plan topic, like duty and period; undefined: the subject is unknown, then no figure can be checked yet. */
  promised: Promised | undefined
  /** Of the zone's rules for the period. */
  thresholds: CheckThresholds
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
  /** Codes: of the filing (`OBJECTION_LABELS`), then of errors in the figures, whose sentences are in `findings`. */
  objections: string[]
  /** What the checks on entry found: errors, and warnings the report does not answer; null: nothing. */
  findings: CellFinding[] | null
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
  const { key, period, reports } = inputs
  const duty = dutyAt(inputs.duty, key.period)
  const frequency = frequencyOf(key.period)
  const asked = duty?.frequency === frequency && period !== undefined && period.opensAt !== null
  if (!asked && reports?.target === undefined && reports?.project === undefined) return undefined
  const kind = duty?.kind ?? (reports?.target === undefined ? 'project' : 'target')
  const report = reports?.[kind]
  const foreign = kind === 'target' ? reports?.project : reports?.target
  return row(inputs, { duty, kind, frequency, asked, report, foreign })
}

type Found = {
  /** As it is in the cell's period. */
  duty: CellDuty | undefined
  kind: SubjectKind
  frequency: Frequency
  /** The duty asks for this period and the period was opened. */
  asked: boolean
  report: ReportState | undefined
  foreign: ReportState | undefined
}

/**
 * Written out field by field: spread objects are slow dictionaries in V8, and cells are the hot path.
 * Late is judged by the first report: a correction after the due moment does not make a timely office late.
 */
function row(inputs: CellInputs, { duty, kind, frequency, asked, report, foreign }: Found): Cell {
  const { key, period, reports, verdicts } = inputs
  const current = report?.current
  const due = dueOf(key, duty?.body ?? null, period, inputs.extensions)
  const verdict = current && verdicts?.[current.eventId]?.verdict
  const findings =
    current === undefined
      ? []
      : findingsOn(current, kind, { period: key.period, promised: inputs.promised, thresholds: inputs.thresholds })
  return {
    zone: key.zone,
    subject: key.subject,
    region: key.region,
    period: key.period,
    kind,
    year: yearOf(key.period),
    frequency,
    body: duty?.body ?? current?.body ?? null,
    items: duty?.items ?? [],
    state: stateOf(asked, current !== undefined, verdict === 'returned', due.fellDue),
    dueAt: due.dueAt,
    late: report !== undefined && isAfter(report.firstReportedAt, due.dueAt),
    nil: current?.nil ?? false,
    confirmed: verdict === 'confirmed',
    conflict: report?.conflict !== undefined,
    objections: [
      ...objections({ ...inputs, duty }, frequency, current, foreign !== undefined),
      ...errorCodes(findings),
    ],
    findings: findings.length === 0 ? null : findings,
    revision: current?.revision ?? null,
    reports: report?.count ?? 0,
    eventId: current?.eventId ?? null,
    reportedAt: current?.occurredAt ?? null,
    value: current?.value ?? null,
    stage: current?.stage ?? null,
    investedYearWan: current?.investedYearWan ?? null,
    investedTotalWan: current?.investedTotalWan ?? null,
    progressPercent: current?.progressPercent ?? null,
    reportState: reports ?? null,
    verdictState: verdicts ?? null,
  }
}

function stateOf(asked: boolean, reported: boolean, returned: boolean, fellDue: boolean): FilingState {
  if (!asked) return 'waiting'
  if (!reported) return fellDue ? 'overdue' : 'pending'
  return returned ? 'returned' : 'reported'
}

function objections(
  { duty, period, verdicts }: CellInputs,
  frequency: Frequency,
  report: StandingReport | undefined,
  foreign: boolean,
): string[] {
  const found: string[] = report === undefined ? [] : objectionsTo({ report, frequency, duty, period, verdicts })
  if (foreign) found.push('other-kind')
  return found
}

const errorCodes = (findings: readonly CellFinding[]): string[] => [
  ...new Set(findings.flatMap(({ level, code }) => (level === 'error' ? [code] : []))),
]

const isAfter = (at: string, moment: string | null): boolean => moment !== null && Date.parse(at) > Date.parse(moment)
