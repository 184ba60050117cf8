import type { PoisonReceipt, Receipts, RepeatReceipt, ReportReceipt } from '../checker/receipts'

/** Everything that was acknowledged, and how far the drivers may go. */
export class Ledger implements Receipts {
  readonly reports: ReportReceipt[] = []
  readonly repeats: RepeatReceipt[] = []
  readonly poison: PoisonReceipt[] = []
  /** Reports acknowledged on the direct way; over the web they are few, and both are in `reports`. */
  direct = 0
  /** Events on the board as last seen; it lags behind while the database is away. */
  applied = 0
  /** Share of each region's traffic that may be said by now, from 0 to 1. */
  released = 0
  /** Nothing more will be asked of the drivers: what is released is all. */
  closing = false

  constructor(
    readonly directTotal: number,
    readonly signal: AbortSignal,
  ) {}

  report(receipt: ReportReceipt): void {
    this.reports.push(receipt)
    if (receipt.way === 'direct') this.direct += 1
  }
}
