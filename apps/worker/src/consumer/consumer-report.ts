import type { ConsumerFacts, PartReport } from '@lianxi/schema/views/worker-state'
import type { ConsumerStatus } from './consumer-status'

/** A fetch waits a quarter of a second; half a minute without one means that nobody listens. */
const FETCH_MS = 30_000
/** Messages are there and nothing was committed for this long. */
const COMMIT_MS = 60_000

const olderThan = (ms: number, now: Date, since: Date) => now.getTime() - since.getTime() > ms

/** What a restart may mend: the loop that fetches, or the one that commits, no longer turns. */
function complaintsOf(status: ConsumerStatus, now: Date): string[] {
  const complaints: string[] = []
  if (status.crashed !== undefined) complaints.push(`consumer crashed: ${status.crashed}`)
  if (status.expectsTopics && olderThan(FETCH_MS, now, status.lastFetchAt ?? status.startedAt)) {
    complaints.push('consumer: no fetch for half a minute')
  }
  if (status.unsubscribed.length > 0) {
    complaints.push(`consumer: given but not subscribed: ${status.unsubscribed.join(', ')}`)
  }
  // A topic that pauses says why; one that is halted is a person's. Neither is mended by a restart.
  const stuck = [...status.lag].some(
    ([topic, lag]) => lag > 0 && !status.halted.has(topic) && !status.waiting.has(topic),
  )
  const idle = olderThan(COMMIT_MS, now, status.lastCommitAt ?? status.startedAt)
  if (stuck && idle && status.behindSince !== undefined && olderThan(COMMIT_MS, now, status.behindSince)) {
    complaints.push('consumer: behind, and no commit for a minute')
  }
  return complaints
}

function attentionOf(status: ConsumerStatus, now: Date): string[] {
  const broker: string[] = []
  if (!status.listed && olderThan(FETCH_MS, now, status.startedAt)) {
    broker.push('consumer: the broker has not answered since the start')
  }
  if (status.listed && !status.expectsTopics) broker.push('consumer: the broker shows no topic of Lianxi')
  const halted = [...status.halted].map(([topic, reason]) => `consumer: ${topic} halted: ${reason}`)
  const paused = [...status.waiting].filter(([topic]) => olderThan(COMMIT_MS, now, status.heldSince.get(topic) ?? now))
  return [
    ...broker,
    ...halted,
    ...paused.map(([topic, reason]) => `consumer: ${topic} paused for over a minute: ${reason}`),
  ]
}

/** What the consumer tells of itself. Ready: it has joined its group, so what is sent now will be read. */
export function reportConsumer(status: ConsumerStatus, now: Date): PartReport & { facts: ConsumerFacts } {
  const instant = (moment: Date | undefined) => moment?.toISOString() ?? null
  const held = (topics: ReadonlyMap<string, string>) =>
    [...topics].map(([topic, reason]) => ({
      topic,
      reason,
      since: (status.heldSince.get(topic) ?? now).toISOString(),
    }))
  return {
    ready: status.joined || (status.listed && !status.expectsTopics),
    complaints: complaintsOf(status, now),
    attention: attentionOf(status, now),
    facts: {
      joined: status.joined || (status.listed && !status.expectsTopics),
      expectsTopics: status.expectsTopics,
      lastFetchAt: instant(status.lastFetchAt),
      lastCommitAt: instant(status.lastCommitAt),
      behindSince: instant(status.behindSince),
      lag: Object.fromEntries([...status.lag].filter(([, lag]) => lag > 0)),
      waiting: held(status.waiting),
      halted: held(status.halted),
    },
  }
}
