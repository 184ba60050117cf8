import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

type Pool = { totalCount: number; idleCount: number; waitingCount: number }
/** What is read at the moment of a scrape. `prompt`: of the pools the one at which nobody should have to wait. */
export type Watched = { prompt: Pool; pools: readonly Pool[]; streams: () => number }
export type Metrics = ReturnType<typeof createMetrics>

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Everything this process counts and measures; rendered by /api/metrics for whoever has the token. */
export function createMetrics({ prompt, pools, streams }: Watched) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, read: () => number) => {
    const one: Gauge = new Gauge({ name: `lianxi_web_${name}`, help, registers, collect: () => one.set(read()) })
  }
  const sum = (count: keyof Pool) => pools.reduce((total, pool) => total + pool[count], 0)
  gauge('live_streams', 'open pages that are told of changes', streams)
  gauge('pool_connections', 'connections to PostgreSQL', () => sum('totalCount'))
  gauge('pool_idle_connections', 'connections to PostgreSQL that nobody uses', () => sum('idleCount'))
  gauge(
    'pool_waiting_requests',
    'statements that wait for a connection, other than readings of the whole board',
    () => prompt.waitingCount,
  )
  return {
    render: () => registry.metrics(),
    requests: new Counter({
      name: 'lianxi_web_requests_total',
      help: 'calls of procedures; code OK, an error, or refused:CODE for what the rules did not allow',
      labelNames: ['procedure', 'type', 'code'],
      registers,
    }),
    seconds: new Histogram({
      name: 'lianxi_web_request_seconds',
      help: 'seconds a call of a procedure took',
      labelNames: ['procedure', 'type'],
      buckets: SECONDS,
      registers,
    }),
    logins: new Counter({
      name: 'lianxi_web_logins_total',
      help: 'tries to sign in: ok, refused (name, password or disabled), locked, failed',
      labelNames: ['outcome'],
      registers,
    }),
  }
}
