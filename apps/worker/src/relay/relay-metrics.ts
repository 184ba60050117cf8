import type { Registry } from 'prom-client'
import { addCounter, addGauge, ageSeconds } from '../health/metric'
import type { RelayStatus } from './relay-status'

export function addRelayMetrics(registry: Registry, status: RelayStatus): void {
  addGauge(registry, 'relay_pass_age_seconds', 'since the relay last read the outbox', () =>
    ageSeconds(status.lastPassAt),
  )
  addGauge(registry, 'relay_broker_unreachable', '1 while the broker cannot be connected to', () =>
    status.unreachable === undefined ? 0 : 1,
  )
  addGauge(registry, 'relay_topics_failing', 'topics that cannot be written now', () => status.failing.size)
  addCounter(registry, 'relay_published_total', 'events published', () => status.published)
  addCounter(registry, 'relay_refused_total', 'events the broker will never take', () => status.refused)
}
