import type { Backlog } from '@lianxi/db/health/read-backlog'
import type { Server } from 'node:http'
import { json, listenForHealth } from './http'
import { createMetrics } from './metrics'
import { type ObservedParts, reportsOf } from './part'
import { healthOf } from './worker-health'

export type HealthDeps = {
  host: string
  port: number
  parts: ObservedParts
  readBacklog: () => Promise<Backlog>
}

/**
 * `/health`: 503 when a restart may mend it. `/ready`: 503 while what is sent now will not be worked off now.
 * `/metrics`: the figures. All three read the database.
 */
export function startHealth({ host, port, parts, readBacklog }: HealthDeps): Promise<Server> {
  const renderMetrics = createMetrics(parts)
  // An unreadable database is an answer here, not a failure of the health server.
  const findBacklog = () => readBacklog().catch(() => undefined)
  const observe = async () => {
    const backlog = await findBacklog()
    const now = new Date()
    const reports = reportsOf(parts, now)
    return { backlog, reports, health: healthOf(reports, backlog, now) }
  }
  return listenForHealth(
    {
      '/health': async () => {
        const { backlog, reports, health } = await observe()
        return json(health.ok, { ...health, backlog, parts: Object.fromEntries(reports) })
      },
      '/ready': async () => {
        const { ready, attention } = (await observe()).health
        return json(ready, { ok: ready, attention })
      },
      '/metrics': async () => ({
        status: 200,
        contentType: 'text/plain; version=0.0.4',
        body: await renderMetrics(await findBacklog()),
      }),
    },
    host,
    port,
  )
}
