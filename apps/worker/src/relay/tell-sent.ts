import type { PendingEvent } from '@lianxi/db/outbox/relay-store'
import type { SpanOptions } from '@lianxi/telemetry/span'
import { parseTraceparent } from '@lianxi/telemetry/traceparent'
import type { Logger } from 'pino'
import type { TopicResult } from './send-topic'

/** More at once is bulk work: one line and one span of its own, without its events. */
const SMALL = 20

export function spanOf(topic: string, rows: readonly PendingEvent[]): SpanOptions {
  const traceparents = rows.length > SMALL ? [] : rows.map(({ headers }) => headers.ce_traceparent)
  return { name: 'outbox publish', kind: 'producer', traceparents, attributes: { topic, events: rows.length } }
}

/** One line for each published event that somebody's request caused, or one for many. */
export function tellSent(log: Logger, topic: string, rows: readonly PendingEvent[], { published }: TopicResult): void {
  if (published.length === 0) return
  if (rows.length > SMALL) return log.info({ topic, events: published.length }, 'events published')
  const sent = new Set(published)
  for (const { id, headers } of rows) {
    const trace = parseTraceparent(headers.ce_traceparent)
    if (trace === undefined || !sent.has(id)) continue
    log.info({ traceId: trace.traceId, eventId: headers.ce_id, topic, outboxId: String(id) }, 'event published')
  }
}
