import type { Backlog } from '@lianxi/db/health/read-backlog'
import type { Server } from 'node:http'
import { json, listenForHealth } from './http'
import { renderMetrics, type Observed } from './metrics'
import { complaintsOf, isReady } from './worker-health'

export type HealthDeps = {
  host: string
  port: number
  parts: () => Omit<Observed, 'backlog'>
  readBacklog: () => Promise<Backlog>
}

/** `/health`: is it doing its work. `/ready`: can work come. `/metrics`: the figures. All three read the database. */
export function startHealth({ host, port, parts, readBacklog }: HealthDeps): Promise<Server> {
  const observe = async (): Promise<Observed> => {
    // An unreadable database is an answer here, not a failure of the health server.
    const backlog = await readBacklog().catch(() => undefined)
    return { ...parts(), backlog }
  }
  return listenForHealth(
    {
      '/health': async () => {
        const observed = await observe()
        const complaints = complaintsOf(observed, new Date())
        const { consumer, admin, backlog } = observed
        return json(complaints.length === 0, {
          ok: complaints.length === 0,
          complaints,
          lastFetchAt: consumer?.lastFetchAt,
          lastCommitAt: consumer?.lastCommitAt,
          waiting: Object.fromEntries(consumer?.waiting ?? []),
          lag: Object.fromEntries([...(consumer?.lag ?? [])].filter(([, lag]) => lag > 0)),
          admin: admin ?? 'off: this process makes no topics, rights or credentials (no KAFKA_ADMIN_PASSWORD)',
          backlog,
        })
      },
      '/ready': async () => {
        const ok = isReady(await observe())
        return json(ok, { ok })
      },
      '/metrics': async () => ({
        status: 200,
        contentType: 'text/plain; version=0.0.4',
        body: await renderMetrics(await observe(), new Date()),
      }),
    },
    host,
    port,
  )
}
