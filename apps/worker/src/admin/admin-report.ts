import type { PartReport } from '@lianxi/schema/views/worker-state'
import type { Registry } from 'prom-client'
import { addCounter, addGauge, ageSeconds } from '../health/metric'
import type { AdminStatus } from './admin'

/** The admin part looks every second; a slow broker may need a while for a change. */
const LATE_MS = 60_000

/** What the part tells of itself. A broker or database that is away is not mended by a restart: the loop tries again. */
export function reportAdmin(
  { startedAt, lastPassAt, standingBy, credentialsChanged }: AdminStatus,
  now: Date,
): PartReport {
  const late = now.getTime() - (lastPassAt ?? startedAt).getTime() > LATE_MS
  return {
    // Events flow without it: nobody waits for this part before sending.
    ready: true,
    complaints: [],
    attention: late ? ['admin: topics, rights and credentials have not been compared for a minute'] : [],
    facts: { lastPassAt: lastPassAt?.toISOString() ?? null, standingBy, credentialsChanged },
  }
}

export function addAdminMetrics(registry: Registry, status: AdminStatus): void {
  addGauge(registry, 'admin_pass_age_seconds', 'since broker and database were last compared', () =>
    ageSeconds(status.lastPassAt),
  )
  addCounter(
    registry,
    'admin_credentials_changed_total',
    'credentials issued or revoked',
    () => status.credentialsChanged,
  )
}
