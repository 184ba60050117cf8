import { findTopic } from '../topics'
import { Envelope } from './envelope'
import { placeOf, type ParsedEvent } from './parse'
import { EVENTS, isEventType, type LianxiEvent } from './registry'

/** An event as the worker stored it once its message had been parsed. */
export type StoredEvent = {
  topic: string
  id: string
  type: string
  source: string
  subject: string
  occurredAt: Date
  traceparent: string | null
  data: unknown
}

/**
 * Reads a stored event back, the same as it was parsed from its message.
 * @throws when its contract does not take it any more: contracts only ever widen, so that is a bug of this build
 */
export function restoreEvent(stored: StoredEvent): ParsedEvent {
  const topic = findTopic(stored.topic)
  if (topic === undefined || !isEventType(stored.type)) {
    throw new Error(`this build does not know ${stored.type} on ${stored.topic}`)
  }
  const { type, id, source, subject, traceparent } = stored
  // Type and data come from the same entry of the registry; TypeScript cannot follow that through the union.
  const event = { type, data: EVENTS[type].schema.parse(stored.data) } as LianxiEvent
  const envelope = Envelope.parse({
    ...{ specversion: '1.0', datacontenttype: 'application/json', id, source, type, subject },
    time: stored.occurredAt.toISOString(),
    ...(traceparent !== null && { traceparent }),
  })
  return { ...event, envelope, topic, ...placeOf(event) }
}
