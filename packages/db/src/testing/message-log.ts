import { encodeEvent, type Saying } from '@lianxi/schema/events/encode'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { v7 } from 'uuid'
import type { IncomingChunk, IncomingMessage } from '../apply/incoming'

const SAYING = { zone: 'Z-PX', source: '510403-FGJ', time: '2025-10-10T02:00:00.000Z' }

export type Said = { id: string; topic: string; message: IncomingMessage }
export type MessageLog = {
  /** Appends an event to its topic. */
  say: (event: LianxiEvent, saying?: Partial<Saying>) => Said
  /** Appends whatever bytes somebody sent. */
  append: (topic: string, message: Partial<Omit<IncomingMessage, 'offset'>>) => IncomingMessage
  topics: () => string[]
  messages: (topic: string) => IncomingMessage[]
  /** Messages from an offset on as a delivery would bring them. */
  chunk: (topic: string, from?: number, to?: number) => IncomingChunk
}

/** Topics as a broker keeps them, for tests of what happens behind it: one partition, offsets from 0. */
export function createMessageLog(): MessageLog {
  const logs = new Map<string, IncomingMessage[]>()
  const logOf = (topic: string) => {
    const log = logs.get(topic) ?? []
    logs.set(topic, log)
    return log
  }
  const append: MessageLog['append'] = (topic, message) => {
    const log = logOf(topic)
    const stored = {
      key: null,
      value: null,
      headers: {},
      ...message,
      offset: BigInt(log.length),
      appendedAt: new Date(),
    }
    log.push(stored)
    return stored
  }
  return {
    append,
    say: (event, saying = {}) => {
      const { id, topic, key, headers, value } = encodeEvent(event, { ...SAYING, id: v7(), ...saying })
      const message = append(topic, {
        key: Buffer.from(key),
        value: Buffer.from(value),
        headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])),
      })
      return { id, topic, message }
    },
    topics: () => [...logs.keys()],
    messages: logOf,
    chunk: (topic, from = 0, to) => ({
      topic,
      partition: 0,
      messages: logOf(topic).slice(from, to),
      highWatermark: BigInt(logOf(topic).length),
      acceptGap: false,
    }),
  }
}
