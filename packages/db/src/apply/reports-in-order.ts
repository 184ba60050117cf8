import type { CellKey } from '@lianxi/domain/board/derive-cell'
import { figuresOf, type ReportEvent, type ReportSaid } from '@lianxi/domain/board/evolve-report'
import { digestOf, type Digest } from '@lianxi/domain/report/digest'
import type { ParsedEvent } from '@lianxi/schema/events/parse'
import { UnappliableEvent } from './classify-error'
import { cellKeyOf } from './load-cells'
import { seriesKeyOf, type Series } from './figures'

export type ReportOnTopic = ReportEvent & Pick<ParsedEvent, 'envelope'>

/** @throws UnappliableEvent for what does not belong on a region's topic: it should have been parked */
export function reportOf(event: ParsedEvent): ReportOnTopic {
  if (event.type === 'lianxi.target.progress-reported.v1' || event.type === 'lianxi.project.progress-reported.v1') {
    return event
  }
  throw new UnappliableEvent(`${event.type} on a region's topic was not parked`)
}

/**
 * Each report with the digest of what its topic had said before it, by cell. `series` follow the topic's order. Of
 * several reports of one cell only the last one will stand, and only it needs its digest.
 */
export function sayInOrder(
  reports: readonly ReportOnTopic[],
  series: ReadonlyMap<string, Series>,
): Map<string, { key: CellKey; said: ReportSaid[] }> {
  const names = reports.map(({ data }) => cellKeyOf(data))
  const last = new Map(names.map((name, at) => [name, at]))
  const byCell = new Map<string, { key: CellKey; said: ReportSaid[] }>()
  for (const [at, report] of reports.entries()) {
    const { zone, subject, region, period } = report.data
    const key = { zone, subject, region, period }
    const name = names[at] ?? ''
    const past = series.get(seriesKeyOf(key))?.figures
    const before = past !== undefined && last.get(name) === at ? digestOf([...past.values()], period) : {}
    past?.set(period, figuresOf(report, period))
    const cell = byCell.get(name) ?? { key, said: [] }
    cell.said.push(saidOf(report, before))
    byCell.set(name, cell)
  }
  return byCell
}

/** Written out for each type: spread objects are slow dictionaries in V8, and every event comes through here. */
function saidOf(report: ReportOnTopic, before: Digest): ReportSaid {
  const { id: eventId, time: occurredAt } = report.envelope
  return report.type === 'lianxi.target.progress-reported.v1'
    ? { eventId, occurredAt, before, type: report.type, data: report.data }
    : { eventId, occurredAt, before, type: report.type, data: report.data }
}
