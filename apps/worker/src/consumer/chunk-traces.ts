import type { Applied, IncomingChunk, IncomingMessage } from '@lianxi/db/apply/incoming'
import type { SpanOptions } from '@lianxi/telemetry/span'
import { parseTraceparent } from '@lianxi/telemetry/traceparent'
import type { Logger } from 'pino'

/** A larger chunk is bulk work: one line and one span of its own, without its messages. */
const SMALL = 20

/** A header that is one short text; anything else is not ours and the parser's business. */
function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name]
  if (typeof value === 'string') return value
  return value instanceof Uint8Array && value.length <= 64 ? Buffer.from(value).toString('latin1') : undefined
}

export function spanOf({ topic, messages }: IncomingChunk): SpanOptions {
  const traceparents = messages.length > SMALL ? [] : messages.map((message) => headerOf(message, 'ce_traceparent'))
  return { name: 'board apply', kind: 'consumer', traceparents, attributes: { topic, messages: messages.length } }
}

/** One line for each event of a small chunk that somebody's request caused, so that its trace id leads to the board. */
export function tellTraces(log: Logger, { topic, messages }: IncomingChunk, applied: Applied): void {
  const { stamp, events, parked, duplicates } = applied
  const offset = String(messages[0]?.offset)
  log.debug({ topic, offset, messages: messages.length, events, parked, duplicates, stamp }, 'chunk committed')
  if (messages.length > SMALL) return
  for (const message of messages) {
    const trace = parseTraceparent(headerOf(message, 'ce_traceparent'))
    if (trace === undefined) continue
    const eventId = headerOf(message, 'ce_id')
    log.info(
      { traceId: trace.traceId, eventId, topic, offset: String(message.offset), stamp, parked, duplicates },
      'event taken in',
    )
  }
}
