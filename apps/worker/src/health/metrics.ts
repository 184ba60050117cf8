import type { Backlog } from '@lianxi/db/health/read-backlog'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { addGauge, ageSeconds } from './metric'
import { type ObservedParts, reportsOf } from './part'

/** What is read from the database at a scrape; without it the values are left out. */
function addBacklogMetrics(registry: Registry, last: () => Backlog | undefined): void {
  const oldest = () => {
    const backlog = last()
    return backlog && (ageSeconds(backlog.oldestUnpublishedAt) ?? 0)
  }
  const parked = () => {
    const backlog = last()
    return backlog && new Map(Object.entries(backlog.parked))
  }
  addGauge(registry, 'outbox_oldest_seconds', 'age of the oldest unpublished event', oldest)
  addGauge(registry, 'outbox_unpublished', 'events waiting to be published', () => last()?.unpublished)
  addGauge(registry, 'outbox_refused', 'events the broker will never take', () => last()?.refused)
  addGauge(registry, 'parked_messages', 'messages waiting for a person', parked, 'reason')
  addGauge(registry, 'waiting_cells', 'reports whose duty or period is not known yet', () => last()?.waiting)
}

/** Everything this process counts and measures, rendered in the text format of Prometheus. */
export function createMetrics(parts: ObservedParts): (backlog: Backlog | undefined) => Promise<string> {
  const registry = new Registry()
  let last: Backlog | undefined
  collectDefaultMetrics({ register: registry })
  const count = (of: 'complaints' | 'attention') => () =>
    new Map([...reportsOf(parts, new Date())].map(([part, report]) => [part, report[of].length]))
  addGauge(registry, 'complaints', 'what a restart may mend', count('complaints'), 'part')
  addGauge(registry, 'attention', 'what a person must look at', count('attention'), 'part')
  addBacklogMetrics(registry, () => last)
  for (const { addMetrics } of parts.values()) addMetrics?.(registry)
  return (backlog) => {
    last = backlog
    return registry.metrics()
  }
}
