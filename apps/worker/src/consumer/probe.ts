import type { BoardWriter } from '@lianxi/db/apply/board-writer'
import type { Logger } from 'pino'
import type { TopicAdmin } from '../kafka/admin'
import type { Position, StoredMessage } from '../kafka/delivery'
import type { Group } from '../kafka/group'
import { noteLag, type ConsumerStatus } from './consumer-status'
import { positionKey, type Pauses } from './pauses'

export type ProbeDeps = {
  board: Pick<BoardWriter, 'findAppliedUpTo' | 'sha256Of'>
  admin: Pick<TopicAdmin, 'findWatermarks'>
  group: () => Group | undefined
  pauses: Pauses
  status: ConsumerStatus
  log: Logger
}

/** `unknown`: nothing may be applied yet, a check must come first. */
export type Comparison = 'same' | 'other' | 'unknown'

export type Probe = {
  /**
   * Compares a partition with the database and seeks the group to where the database ends. A quiet topic delivers
   * nothing, so a restored database or a recreated topic is noticed only here.
   */
  check: (position: Position) => Promise<void>
  /** Whether a delivery comes from the topic the database knows. */
  compare: (position: Position, messages: readonly StoredMessage[]) => Comparison
  /** A new assignment: until checked, no partition is trusted. */
  forgetAll: () => void
}

const RECREATED = 'recreated: the topic ends before what was applied from it'

/**
 * Seeking to the last applied message instead of behind it makes the broker deliver it once more: the same bytes
 * prove that the topic is still the one the database knows, and everything after it comes along.
 */
export function createProbe({ board, admin, group, pauses, status, log }: ProbeDeps): Probe {
  const expected = new Map<string, { offset: bigint; sha256: Buffer }>()
  const trusted = new Set<string>()
  return {
    check: async (position) => {
      if (status.halted.has(position.topic)) return
      const key = positionKey(position)
      // In this order: the topic can only have grown since the database was read.
      const applied = await board.findAppliedUpTo(position)
      const marks = (await admin.findWatermarks(position.topic))?.get(position.partition)
      if (marks === undefined) return log.warn({ ...position }, 'topic is gone; the topic list will tell')
      const next = applied?.nextOffset ?? 0n
      noteLag(status, position.topic, marks.high - next)
      if (marks.high < next) return pauses.halt(position, RECREATED)
      const last = next - 1n
      if (applied?.lastSha256 && last >= marks.low) {
        expected.set(key, { offset: last, sha256: applied.lastSha256 })
        group()?.seek(position, last)
        return
      }
      expected.delete(key)
      trusted.add(key)
      if (marks.high > marks.low) group()?.seek(position, next > marks.low ? next : marks.low)
    },
    compare: (position, messages) => {
      const key = positionKey(position)
      const known = expected.get(key)
      const [first] = messages
      if (known === undefined || first === undefined) return trusted.has(key) ? 'same' : 'unknown'
      const again = messages.find(({ offset }) => offset === known.offset)
      // Behind it: retention took the message away, the gap will be told. Before it: it comes in a later delivery.
      if (again === undefined && first.offset <= known.offset) return 'same'
      expected.delete(key)
      if (again !== undefined && !board.sha256Of(again).equals(known.sha256)) return 'other'
      trusted.add(key)
      return 'same'
    },
    forgetAll: () => {
      expected.clear()
      trusted.clear()
    },
  }
}
