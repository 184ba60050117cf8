import type { PartReport } from '@lianxi/schema/views/worker-state'
import type { RelayStatus } from './relay-status'

/** The relay looks every second, waits at most 5 s after a failure and gives a send up after 8 s. */
const TURN_MS = 60_000

/** What the relay tells of itself. A broker that does not answer is no fault of this process: events wait in order. */
export function reportRelay(status: RelayStatus, now: Date): PartReport {
  const { failing, unreachable } = status
  const turnedAt = status.lastTurnAt ?? status.startedAt
  const stuck = now.getTime() - turnedAt.getTime() > TURN_MS
  const topics = [...failing].map(([topic, { reason, since }]) => ({ topic, reason, since: since.toISOString() }))
  return {
    ready: status.lastPassAt !== undefined && unreachable === undefined,
    complaints: stuck ? ['relay: the outbox was not looked at for a minute'] : [],
    attention: [
      ...(unreachable === undefined ? [] : [`relay: broker not reachable: ${unreachable.reason}`]),
      ...topics.map(({ topic, reason }) => `relay: ${topic} not written: ${reason}`),
    ],
    facts: {
      lastPassAt: status.lastPassAt?.toISOString() ?? null,
      unreachableSince: unreachable?.since.toISOString() ?? null,
      failing: topics,
      published: status.published,
      refused: status.refused,
    },
  }
}
