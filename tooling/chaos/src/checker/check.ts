import { checkBoard } from './check-board'
import { checkBooks } from './check-books'
import { checkEvents } from './check-events'
import { checkHistory } from './check-history'
import { checkParked } from './check-parked'
import type { Finding, Fault, Reading } from './findings'
import type { Receipts } from './receipts'

export type Verdict = {
  acknowledged: { direct: number; web: number }
  applied: number
  counts: Record<Fault, number>
  parked: { total: number; byReason: Record<string, number>; unacknowledgedCopies: number }
  /** Each check by name with what it found; none found anything in a good system. */
  checks: { name: string; findings: Finding[] }[]
}

/**
 * Recomputes from the receipts alone what the system must hold, and compares. It imports nothing of the product: a rule
 * that is wrong in both would otherwise agree with itself.
 * @param ends where each topic ends, as the broker says
 */
export async function check(
  database: Reading,
  receipts: Receipts,
  ends: ReadonlyMap<string, number>,
): Promise<Verdict> {
  const events = await checkEvents(database, receipts)
  const parked = await checkParked(database, receipts.poison)
  const checks = [
    { name: 'every acknowledged event once', findings: events.findings },
    { name: 'the board shows the last of each', findings: await checkBoard(database, receipts.reports) },
    { name: 'poison parked once, with its reason', findings: parked.findings },
    { name: 'history without overlap or gap', findings: await checkHistory(database) },
    { name: 'books, outbox and topics agree', findings: await checkBooks(database, ends) },
  ]
  const found = checks.flatMap(({ findings }) => findings)
  const count = (fault: Fault) => found.filter((finding) => finding.fault === fault).length
  const direct = receipts.reports.filter(({ way }) => way === 'direct').length
  return {
    acknowledged: { direct, web: receipts.reports.length - direct },
    applied: events.applied,
    counts: { lost: count('lost'), double: count('double'), wrong: count('wrong') },
    parked: {
      total: Object.values(parked.byReason).reduce((sum, n) => sum + n, 0),
      byReason: parked.byReason,
      unacknowledgedCopies: parked.unacknowledgedCopies,
    },
    checks,
  }
}
