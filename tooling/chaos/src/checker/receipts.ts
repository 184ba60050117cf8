/**
 * What the checker is told: only what was acknowledged to somebody outside. Its words are its own, so that it stands on
 * nothing the worker stands on.
 */
export type Kind = 'target' | 'project'

/** A report as its region knows it: acknowledged by the broker (with its offset) or by the web (without). */
export type ReportReceipt = {
  way: 'direct' | 'web'
  topic: string
  /** Offset the broker named; undefined over the web, where the relay publishes it. */
  offset: number | undefined
  eventId: string
  kind: Kind
  zone: string
  subject: string
  region: string
  period: string
  revision: number
  /** Event this report says it replaces. Over the web: the one its office had acknowledged before. */
  replaces: string | null
  nil: boolean
  /** Exact decimal as text, or null. */
  value: string | null
  stage: string | null
  investedYearWan: number | null
  investedTotalWan: number | null
  progressPercent: string | null
}

/** The same event said once more: it must change nothing. */
export type RepeatReceipt = { topic: string; offset: number; eventId: string }

/** What must be parked, with the reasons that would be right and a mark its copies can be found by. */
export type PoisonReceipt = { topic: string; offset: number; mark: string; reasons: readonly string[] }

/** Every receipt of a run; reports in the order in which each region said them. */
export type Receipts = {
  reports: readonly ReportReceipt[]
  repeats: readonly RepeatReceipt[]
  poison: readonly PoisonReceipt[]
}
