import type { PartReport } from '@lianxi/schema/views/worker-state'
import type { Registry } from 'prom-client'

/** What each part gives to health, metrics and the board's words. A new part needs no more than this. */
export type Observed = {
  report: (now: Date) => PartReport
  addMetrics?: (registry: Registry) => void
}
/** A part at work: what it tells of itself, and how it ends. */
export type Part = Observed & { close: () => Promise<unknown> }
/** By the part's name, in the order in which they were started. */
export type ObservedParts = ReadonlyMap<string, Observed>

export const reportsOf = (parts: ObservedParts, now: Date): Map<string, PartReport> =>
  new Map([...parts].map(([name, { report }]) => [name, report(now)]))
