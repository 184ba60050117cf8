import { EventId } from '@lianxi/schema/codes'
import { CalendarDate, Decimal, Instant, Percent, Wan } from '@lianxi/schema/decimal'
import { Stage } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { Digest } from '../report/digest'

/** What the board keeps of one published report: enough to derive the cell without reading the event again. */
const StandingReport = z.strictObject({
  eventId: EventId,
  revision: z.int(),
  replaces: EventId.nullable(),
  occurredAt: Instant,
  submittedAt: Instant,
  body: z.string(),
  nil: z.boolean(),
  value: Decimal.nullable(),
  stage: Stage.nullable(),
  investedYearWan: Wan.nullable(),
  investedTotalWan: Wan.nullable(),
  progressPercent: Percent.nullable(),
  /** Of a qualitative target: when it was done, null: not yet; absent: not said. */
  doneOn: CalendarDate.nullable().optional(),
  /** Milestones it says were reached on a day they cannot have been (`wrongDay`); absent: none. */
  misdated: z.array(z.strictObject({ name: z.string(), reachedOn: CalendarDate })).optional(),
  /** Digest of what its topic had said for earlier periods when it was said; absent: folded before there were checks. */
  before: Digest.optional(),
  /** A correction reason was given: sums may fall. */
  explained: z.literal(true).optional(),
  /** Codes of the warnings it answers with a reason; absent: none. */
  answered: z.array(z.string()).optional(),
})
export type StandingReport = z.infer<typeof StandingReport>

/**
 * The reports of one kind on one cell, folded in the topic's order: the last one stands. `conflict`: the last one
 * named another predecessor than the one that stood then; both are kept, the office settles it with a further report.
 */
const ReportState = z.strictObject({
  count: z.int().min(1),
  firstReportedAt: Instant,
  current: StandingReport,
  conflict: z.strictObject({ expected: EventId.nullable(), replaces: EventId.nullable() }).optional(),
})
export type ReportState = z.infer<typeof ReportState>

/** One sub-state per topic: targets and projects are reported on topics of their own, so neither may touch the other. */
export const CellReports = z.strictObject({ target: ReportState.optional(), project: ReportState.optional() })
export type CellReports = z.infer<typeof CellReports>

const Verdict = z.strictObject({
  verdict: z.enum(['returned', 'confirmed']),
  eventId: EventId,
  occurredAt: Instant,
  by: z.string(),
  person: z.string(),
  reason: z.string().nullable(),
})

/** The last verdict on each report of a cell, by the report's event id. */
export const CellVerdicts = z.record(EventId, Verdict)
export type CellVerdicts = z.infer<typeof CellVerdicts>

/** A reporting period as its zone's calendar events tell it. Instants are ISO 8601 in UTC. */
export type PeriodState = {
  opensAt: string | null
  dueAt: string | null
  closesAt: string | null
  fellDue: boolean
  closed: boolean
}
