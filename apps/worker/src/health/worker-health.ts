import type { AdminStatus } from '../admin/admin'
import type { ConsumerStatus } from '../consumer/consumer-status'
import type { RelayStatus } from '../relay/relay-status'
import type { Observed } from './metrics'

/** A fetch waits a quarter of a second; half a minute without one means that nobody listens. */
const FETCH_MS = 30_000
/** Messages are there and nothing was committed for this long. */
const COMMIT_MS = 60_000
/** The relay looks every second; with nothing to publish it still looks. */
const PASS_MS = 30_000
/** The admin part looks every second; a slow broker may need a while for a change. */
const ADMIN_MS = 60_000
/** An event that waits longer than this is late for the board. */
const OUTBOX_MS = 60_000

const olderThan = (ms: number, now: Date, since: Date) => now.getTime() - since.getTime() > ms

function consumerComplaints(status: ConsumerStatus, now: Date): string[] {
  const complaints: string[] = []
  if (status.crashed !== undefined) complaints.push(`consumer crashed: ${status.crashed}`)
  if (!status.listed && olderThan(FETCH_MS, now, status.startedAt)) {
    complaints.push('consumer: the broker has not answered since the start')
  }
  if (status.listed && !status.expectsTopics) complaints.push('consumer: the broker shows no topic of Lianxi')
  if (status.expectsTopics && olderThan(FETCH_MS, now, status.lastFetchAt ?? status.startedAt)) {
    complaints.push('consumer: no fetch for half a minute')
  }
  if (status.unsubscribed.length > 0) {
    complaints.push(`consumer: given but not subscribed: ${status.unsubscribed.join(', ')}`)
  }
  for (const [topic, reason] of status.halted) complaints.push(`consumer: ${topic} halted: ${reason}`)
  const behind = [...status.lag.values()].some((lag) => lag > 0)
  if (behind && olderThan(COMMIT_MS, now, status.lastCommitAt ?? status.startedAt)) {
    complaints.push('consumer: behind, and no commit for a minute')
  }
  return complaints
}

function relayComplaints(status: RelayStatus, now: Date): string[] {
  const complaints = [...status.failing].map(([topic, { reason }]) => `relay: ${topic} not written: ${reason}`)
  if (olderThan(PASS_MS, now, status.lastPassAt ?? status.startedAt)) complaints.push('relay: outbox not read')
  return complaints
}

function adminComplaints(status: AdminStatus, now: Date): string[] {
  const late = olderThan(ADMIN_MS, now, status.lastPassAt ?? status.startedAt)
  return late ? ['admin: topics, rights and credentials have not been compared for a minute'] : []
}

/** What is wrong now, in words; empty is healthy. That the process lives says nothing. */
export function complaintsOf({ consumer, relay, admin, backlog }: Observed, now: Date): string[] {
  const complaints: string[] = []
  if (consumer) complaints.push(...consumerComplaints(consumer, now))
  if (relay) complaints.push(...relayComplaints(relay, now))
  if (admin) complaints.push(...adminComplaints(admin, now))
  if (backlog === undefined) complaints.push('database: not readable')
  else if (backlog.oldestUnpublishedAt && olderThan(OUTBOX_MS, now, backlog.oldestUnpublishedAt)) {
    complaints.push('outbox: an event has waited for more than a minute')
  }
  return complaints
}

/** Ready: this worker has joined its group and reached the database, so what is sent now will be read. */
export function isReady({ consumer, relay, backlog }: Observed): boolean {
  const consumerReady = consumer === undefined || consumer.joined || (consumer.listed && !consumer.expectsTopics)
  return consumerReady && (relay === undefined || relay.lastPassAt !== undefined) && backlog !== undefined
}
