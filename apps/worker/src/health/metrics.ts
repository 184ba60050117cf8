import type { Backlog } from '@lianxi/db/health/read-backlog'
import { Gauge, Registry } from 'prom-client'
import type { AdminStatus } from '../admin/admin'
import type { ConsumerStatus } from '../consumer/consumer-status'
import type { RelayStatus } from '../relay/relay-status'

export type Observed = {
  consumer?: ConsumerStatus
  relay?: RelayStatus
  admin?: AdminStatus
  backlog: Backlog | undefined
}

const seconds = (now: Date, since: Date | null | undefined) =>
  since === null || since === undefined ? undefined : (now.getTime() - since.getTime()) / 1000

function consumerSamples(status: ConsumerStatus, now: Date): [string, string, number | undefined][] {
  const { counters } = status
  return [
    ['fetch_age_seconds', 'since the last fetch', seconds(now, status.lastFetchAt)],
    ['commit_age_seconds', 'since the last committed chunk', seconds(now, status.lastCommitAt)],
    ['topics_halted', 'topics stopped until a person looks', status.halted.size],
    ['topics_waiting', 'topics paused and trying again', status.waiting.size],
    ['topics_unsubscribed', 'topics given to this worker but unknown to it', status.unsubscribed.length],
    ['events_applied', 'events applied since the start', counters.events],
    ['messages_parked', 'messages parked since the start', counters.parked],
    ['messages_duplicate', 'messages seen before since the start', counters.duplicates],
    ['gaps_accepted', 'gaps in topics accepted since the start', counters.gaps],
    ['chunks_committed', 'transactions since the start', counters.chunks],
  ]
}

/** The metrics of one moment in the text format of Prometheus. Values nobody knows yet are left out, never zero. */
export async function renderMetrics({ consumer, relay, admin, backlog }: Observed, now: Date): Promise<string> {
  const registry = new Registry()
  const gauge = (name: string, help: string, value: number | undefined, labels: Record<string, string> = {}) => {
    if (value === undefined) return
    const full = `lianxi_worker_${name}`
    const known = registry.getSingleMetric(full)
    const metric =
      known instanceof Gauge
        ? known
        : new Gauge({ name: full, help, labelNames: Object.keys(labels), registers: [registry] })
    metric.set(labels, value)
  }
  if (consumer) {
    for (const [name, help, value] of consumerSamples(consumer, now)) gauge(name, help, value)
    for (const [topic, lag] of consumer.lag) gauge('lag_messages', 'messages behind the high watermark', lag, { topic })
  }
  if (relay) {
    gauge('relay_pass_age_seconds', 'since the relay last read the outbox', seconds(now, relay.lastPassAt))
    gauge('relay_published', 'events published since the start', relay.published)
    gauge('relay_topics_failing', 'topics that cannot be written now', relay.failing.size)
  }
  if (admin) {
    gauge('admin_pass_age_seconds', 'since broker and database were last compared', seconds(now, admin.lastPassAt))
    gauge('admin_credentials_changed', 'credentials issued or revoked since the start', admin.credentialsChanged)
  }
  if (backlog) {
    gauge(
      'outbox_oldest_seconds',
      'age of the oldest unpublished event',
      seconds(now, backlog.oldestUnpublishedAt) ?? 0,
    )
    gauge('outbox_unpublished', 'events waiting to be published', backlog.unpublished)
    gauge('outbox_refused', 'events the broker will never take', backlog.refused)
    gauge('parked_messages', 'messages waiting for a person', backlog.parked)
  }
  return registry.metrics()
}
