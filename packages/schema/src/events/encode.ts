import type { BodyCode, EventId, ZoneCode } from '../codes'
import type { Instant } from '../decimal'
import { MAX_EVENT_BYTES, regionTopic, zoneTopic } from '../topics'
import { Envelope } from './envelope'
import type { ParsedEvent } from './parse'
import { EVENTS, type EventType, type LianxiEvent } from './registry'
import { subjectOf } from './subject-of'

/** Who says it, when and in which zone; everything else of the envelope follows from the event itself. */
export type Saying = { id: EventId; zone: ZoneCode; source: BodyCode; time: Instant; traceparent?: string }

/** An event as it lies in the outbox and on the wire (CloudEvents binary mode). */
export type EncodedEvent = {
  id: EventId
  topic: string
  key: string
  headers: Record<string, string>
  value: string
}

/**
 * Encodes an event for its one topic: regions speak on their own topics, zones on theirs.
 * @throws when the data does not fit its own contract or is larger than {@link MAX_EVENT_BYTES}: a bug of the caller,
 * never a person's mistake (those are refused by the rules before)
 */
export function encodeEvent(event: LianxiEvent, saying: Saying): EncodedEvent {
  const { schema, topic } = EVENTS[event.type]
  const data = schema.parse(event.data)
  const value = JSON.stringify(data)
  const bytes = new TextEncoder().encode(value).length
  if (bytes > MAX_EVENT_BYTES) throw new Error(`${event.type} has ${bytes} bytes, more than ${MAX_EVENT_BYTES}`)
  const key = subjectOf(event)
  const envelope = Envelope.parse({
    specversion: '1.0',
    id: saying.id,
    source: saying.source,
    type: event.type,
    subject: key,
    time: saying.time,
    datacontenttype: 'application/json',
    ...(saying.traceparent !== undefined && { traceparent: saying.traceparent }),
  })
  const topicName =
    'region' in data && (topic === 'target' || topic === 'project')
      ? regionTopic(String(data.region), topic)
      : zoneTopicOf(event.type, saying.zone)
  return { id: saying.id, topic: topicName, key, headers: headersOf(envelope), value }
}

/** A stored event as a message once more: the same facts; the bytes may differ from those its writer sent. */
export function encodeAgain({ envelope, data }: ParsedEvent): Pick<EncodedEvent, 'key' | 'headers' | 'value'> {
  return { key: envelope.subject, headers: headersOf(envelope), value: JSON.stringify(data) }
}

/** `ce_` headers of an envelope; `datacontenttype` is Kafka's own `content-type`, as the binding asks. */
function headersOf({ datacontenttype, ...attributes }: Envelope): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': datacontenttype }
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) headers[`ce_${name}`] = value
  return headers
}

function zoneTopicOf(type: EventType, zone: ZoneCode): string {
  const { topic } = EVENTS[type]
  if (topic !== 'plan' && topic !== 'meeting') throw new Error(`${type} belongs on a region's topic`)
  return zoneTopic(zone, topic)
}
