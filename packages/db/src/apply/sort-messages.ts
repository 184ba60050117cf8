import { setImmediate } from 'node:timers/promises'
import { findTopic } from '@lianxi/schema/topics'
import { parseMessage, type ParsedEvent } from '@lianxi/schema/events/parse'
import type { ParkedReason } from '@lianxi/schema/events/parked-reason'
import { sha256OfEvent } from './content-hash'
import type { IncomingMessage, Position } from './incoming'

/** `data`: what the event says, as JSON. */
export type Candidate = { message: IncomingMessage; event: ParsedEvent; data: Uint8Array | string; sha256: Buffer }
export type ParkedCandidate = { message: IncomingMessage; reason: ParkedReason; detail: string }
export type Sorted = {
  candidates: Candidate[]
  parked: ParkedCandidate[]
  /** Messages whose id came before in this run. Whether they say the same is known when what is stored is known. */
  again: Candidate[]
}

export const REUSED_ID = '同一事件编号此前已用于其他内容，后到的不予采用；每条新内容须用新的事件编号（UUIDv7）。'

/** Whoever holds the board meanwhile waits for its turn no longer than reading so many messages takes. */
const AT_ONCE = 100

/**
 * Splits messages into events and what must be parked; needs no database. Of an id that comes twice the first is the
 * candidate.
 */
export async function sortMessages({ topic }: Position, messages: readonly IncomingMessage[]): Promise<Sorted> {
  const byId = new Map<string, Candidate>()
  const parked: ParkedCandidate[] = []
  const again: Candidate[] = []
  for (const [at, message] of messages.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate()
    const parsed = parseMessage({ topic, key: message.key, headers: message.headers, value: message.value })
    if (!parsed.ok) {
      parked.push({ message, reason: parsed.reason, detail: parsed.detail })
      continue
    }
    const sha256 = sha256OfEvent(parsed.event, message.value)
    const data = parsed.plain && message.value !== null ? message.value : JSON.stringify(parsed.event.data)
    const candidate = { message, event: parsed.event, data, sha256 }
    if (byId.has(parsed.event.envelope.id)) again.push(candidate)
    else byId.set(parsed.event.envelope.id, candidate)
  }
  return { candidates: [...byId.values()], parked, again }
}

/** Region whose topic it is, for the administrator's list; null for a zone's topic. */
export function regionOfTopic(topic: string): string | null {
  const found = findTopic(topic)
  return found !== undefined && 'region' in found ? found.region : null
}
