import type { ReportReceipt } from './receipts'

/** What one cell of the board must show, by the rules of the contract alone. */
export type ExpectedCell = {
  /** The last report said on the topic stands. */
  standing: ReportReceipt
  /** How many different events were said about it. */
  reports: number
  /** The last one named another predecessor than the one that stood before it. */
  conflict: boolean
  /** Every event id, in the order in which it was said. */
  said: string[]
}

export const cellOf = ({
  zone,
  subject,
  region,
  period,
}: Pick<ReportReceipt, 'zone' | 'subject' | 'region' | 'period'>) => `${zone} ${subject} ${region} ${period}`

/** Folds receipts in the order in which each region said them: the greatest offset wins, earlier ones stay history. */
export function expectedCells(reports: readonly ReportReceipt[]): Map<string, ExpectedCell> {
  const cells = new Map<string, ExpectedCell>()
  for (const report of reports) {
    const cell = cellOf(report)
    const before = cells.get(cell)
    const predecessor = before?.standing.eventId ?? null
    const said = before?.said ?? []
    said.push(report.eventId)
    cells.set(cell, { standing: report, reports: said.length, conflict: report.replaces !== predecessor, said })
  }
  return cells
}

/** Exact decimals compare as text once trailing zeros are gone: `12.50` is `12.5`. */
export const plain = (decimal: string | null): string | null =>
  decimal === null || !decimal.includes('.') ? decimal : decimal.replace(/\.?0+$/, '')
