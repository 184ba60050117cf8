import type { Logger } from 'pino'
import { backoffMs } from '../backoff'
import type { Position } from '../kafka/delivery'
import type { Group } from '../kafka/group'
import { createLogLimit } from '../log-limit'
import type { ConsumerStatus } from './consumer-status'

export const positionKey = ({ topic, partition }: Position): string => `${topic}/${partition}`

/** Another worker's transaction is short: look again soon. An outage may last: wait longer each time. */
const LONGEST_MS = { held: 1_000, outage: 5_000 } as const

export type Pauses = {
  /** Stops fetching this partition and lets it go on after a growing delay; nothing of it is resolved. */
  hold: (position: Position, why: keyof typeof LONGEST_MS, detail: string) => void
  /** Stops fetching this partition until a person has looked and restarted the worker. */
  halt: (position: Position, reason: string) => void
  /** A chunk went through: the next hold starts with the short delay again. */
  clear: (position: Position) => void
  cancelAll: () => void
}

/** KafkaJS waits for all batches of a fetch, so a partition that cannot go on must pause instead of blocking the others. */
export function createPauses(group: () => Group | undefined, status: ConsumerStatus, log: Logger): Pauses {
  const attempts = new Map<string, number>()
  const timers = new Map<string, NodeJS.Timeout>()
  const limit = createLogLimit()
  const clear = (position: Position) => {
    const key = positionKey(position)
    attempts.delete(key)
    limit.forget(`held ${key}`)
    if (limit.forget(`outage ${key}`) !== undefined) log.info({ ...position }, 'partition goes on')
    if (status.halted.has(position.topic)) return
    status.waiting.delete(position.topic)
    status.heldSince.delete(position.topic)
  }
  return {
    hold: (position, why, detail) => {
      const key = positionKey(position)
      const attempt = (attempts.get(key) ?? 0) + 1
      const delayMs = Math.min(LONGEST_MS[why], backoffMs(attempt))
      attempts.set(key, attempt)
      status.waiting.set(position.topic, `${why}: ${detail}`)
      if (!status.heldSince.has(position.topic)) status.heldSince.set(position.topic, new Date())
      const withheld = limit.due(`${why} ${key}`)
      if (withheld !== undefined) log.warn({ ...position, why, detail, attempt, delayMs, withheld }, 'partition paused')
      group()?.pause(position)
      clearTimeout(timers.get(key))
      timers.set(
        key,
        setTimeout(() => group()?.resume(position), delayMs),
      )
    },
    halt: (position, reason) => {
      group()?.pause(position)
      if (status.halted.has(position.topic)) return
      status.halted.set(position.topic, reason)
      status.heldSince.set(position.topic, new Date())
      status.waiting.delete(position.topic)
      log.fatal({ ...position, reason }, 'topic halted: a person must look')
    },
    clear,
    cancelAll: () => {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      attempts.clear()
      for (const topic of status.waiting.keys()) status.heldSince.delete(topic)
      status.waiting.clear()
    },
  }
}
