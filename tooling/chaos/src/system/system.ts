import path from 'node:path'
import { insertOutboxInTx } from '@lianxi/db/outbox/insert'
import { buildApps } from '@lianxi/stack/app/build'
import { migrate } from '@lianxi/stack/app/migrate'
import { addresses, webPlan, workerPlan, type PlanContext } from '@lianxi/stack/app/plans'
import { stopServices } from '@lianxi/stack/commands/down'
import { bringUp, type Services } from '@lianxi/stack/commands/up'
import type { Login } from '@lianxi/broker/client'
import { makeFolders, paths } from '@lianxi/stack/paths'
import { isPortFree } from '@lianxi/stack/ports'
import { provision } from '@lianxi/broker/provision'
import { topology } from '@lianxi/stack/kafka/topology'
import { newPassword, updateStack } from '@lianxi/stack/stack-file'
import pg from 'pg'
import { NOW, REGIONS, WEB_PERIODS } from '../plan/world'
import type { PartName } from '../plan/schedule'
import { startApp } from './app-part'
import type { Part } from './part'
import { makePeople } from './people'
import { EXPECTED_DUTIES, planEvents } from './plan-events'
import { brokerPart, postgresPart } from './services'
import { until } from './wait'

/** Shorter than production's 30 s, so that a frozen worker is found out within a test's patience. */
const SESSION_MS = 6_000

export type System = {
  parts: ReadonlyMap<PartName, Part>
  web: string
  /** Superuser on the product's database: the outside observer. */
  database: string
  brokers: string[]
  users: Readonly<Record<string, string>>
  admin: Login
  password: string
  /** Stops whatever runs, in the order of dependence. */
  end: () => Promise<void>
}

/** Ports below the range from which outgoing connections take theirs: a killed server finds its port free again. */
export async function lowPorts(count: number): Promise<number[]> {
  const found: number[] = []
  for (let port = 20_000 + Math.floor(Math.random() * 10_000); found.length < count; port += 1)
    if (await isPortFree(port, '127.0.0.1')) found.push(port)
  return found
}

async function startServices(ports: readonly number[], signal: AbortSignal): Promise<Services> {
  makeFolders()
  const [postgres, kafka, kafkaController] = ports
  updateStack((stack) => Object.assign(stack.local.ports, { postgres, kafka, kafkaController }))
  const [services, built] = await Promise.allSettled([bringUp({ durable: true }), buildApps(false, signal)])
  if (services.status === 'rejected') throw services.reason
  if (built.status === 'rejected') throw built.reason
  return services.value
}

/** Regions may write the topics of their direct kind, as for an office whose channel is direct. */
async function grantDirect(admin: Login, users: Readonly<Record<string, string>>): Promise<void> {
  const wanted = topology()
  const direct = new Map(REGIONS.map((region) => [region.code, [region.direct]]))
  const regions = wanted.regions.map((region) => ({ ...region, direct: direct.get(region.code) ?? [] }))
  await provision(admin, { ...wanted, regions }, users)
}

async function fill(services: Services, database: string, seed: string, password: string): Promise<void> {
  await migrate(services.postgres.migrator)
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  try {
    await client.query('INSERT INTO demo_clock (id, moment) VALUES (1, $1)', [NOW])
    await insertOutboxInTx((sql, parameters) => client.query(sql, parameters), planEvents(seed))
  } finally {
    await client.end()
  }
  await makePeople(services.postgres.migrator, password)
}

function startApps(context: PlanContext, workerPorts: readonly number[], signal: AbortSignal): Part[] {
  const worker = (name: PartName, port: number, parts: string) => {
    const plan = workerPlan({ ...context, workerPort: port })
    const env = { ...plan.env, WORKER_PARTS: parts, WORKER_SESSION_MS: String(SESSION_MS), WORKER_PROBE_MS: '5000' }
    return startApp({ ...plan, name, env, log: path.join(paths.logs, `${name}.log`) }, signal)
  }
  const [a = 0, b = 0, relay = 0] = workerPorts
  const web = { ...webPlan(context), name: 'web' as const, log: path.join(paths.logs, 'web.log') }
  return [
    worker('worker-a', a, 'consumer'),
    worker('worker-b', b, 'consumer'),
    worker('relay', relay, 'relay,calendar'),
    startApp(web, signal),
  ]
}

/** The plan stands on the board, and the calendar has opened the quarters in which the offices report. */
async function untilReportable(database: string, signal: AbortSignal): Promise<void> {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  try {
    const stands = async () => {
      const { rows } = await client.query<{ duties: number; periods: number; unpublished: number }>(
        `SELECT (SELECT count(*)::int FROM board.duty) AS duties,
                (SELECT count(*)::int FROM board.period WHERE opens_at IS NOT NULL) AS periods,
                (SELECT count(*)::int FROM outbox WHERE published_at IS NULL) AS unpublished`,
      )
      const [row] = rows
      return row?.duties === EXPECTED_DUTIES && row.periods === WEB_PERIODS.length && row.unpublished === 0
    }
    await until('the plan stands on the board', stands, { timeoutMs: 120_000, signal })
  } finally {
    await client.end()
  }
}

/** Everything running as in production, on data folders of its own, ready for reports. */
export async function startSystem(seed: string, signal: AbortSignal): Promise<System> {
  const parts = new Map<PartName, Part>()
  const end = async () => {
    for (const name of ['web', 'worker-a', 'worker-b', 'relay', 'broker', 'postgres'] as const)
      await parts.get(name)?.end()
    await stopServices()
  }
  try {
    const [a = 0, b = 0, relay = 0, ...ports] = await lowPorts(6)
    const services = await startServices(ports, signal)
    const users = services.kafka.users
    const admin: Login = { brokers: services.kafka.brokers, user: 'admin', password: users['admin'] ?? '', ssl: false }
    const adminUrl = services.postgres.admin
    if (adminUrl === undefined) throw new Error('the local PostgreSQL has no superuser')
    parts.set('postgres', await postgresPart(adminUrl, signal))
    parts.set('broker', await brokerPart(admin, signal))
    await grantDirect(admin, users)
    const database = Object.assign(new URL(adminUrl), { pathname: '/lianxi' }).href
    const password = newPassword()
    await fill(services, database, seed, password)
    const context = { services, workerPort: a, authSecret: newPassword(), watch: false }
    for (const part of startApps(context, [a, b, relay], signal)) parts.set(part.name, part)
    await Promise.all([...parts.values()].map((part) => part.ready()))
    await untilReportable(database, signal)
    const { web } = addresses(a)
    return { parts, web, database, brokers: admin.brokers, users, admin, password, end }
  } catch (error) {
    await end()
    throw error
  }
}
