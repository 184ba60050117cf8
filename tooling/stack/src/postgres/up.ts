import { environment } from '../env'
import { choosePort } from '../ports'
import { step } from '../progress'
import { Refusal } from '../refusal'
import { readStack, updateStack, type StackFile } from '../stack-file'
import { canSignIn, createDatabaseAndRoles, databaseUrl } from './roles'
import { findCluster, initialise, isServing, servingPort, startServer, stopServer, type Cluster } from './server'

export type PostgresUrls = NonNullable<StackFile['postgres']>['urls']

/** Addresses from the environment, all three or none: a half local, half remote database is never meant. */
export function givenPostgres(): PostgresUrls | undefined {
  const { DATABASE_URL, WORKER_DATABASE_URL, MIGRATOR_URL, POSTGRES_ADMIN_URL } = environment
  const named = { DATABASE_URL, WORKER_DATABASE_URL, MIGRATOR_URL }
  const missing = Object.entries(named).filter(([, value]) => value === undefined)
  if (missing.length === 3) return undefined
  if (DATABASE_URL === undefined || WORKER_DATABASE_URL === undefined || MIGRATOR_URL === undefined) {
    const names = missing.map(([name]) => name).join(', ')
    throw new Refusal(
      `已指定外部数据库，但缺少环境变量 ${names}。` +
        `\nAn external database is set, but ${names} is missing: give DATABASE_URL, WORKER_DATABASE_URL and MIGRATOR_URL together.`,
    )
  }
  const admin = POSTGRES_ADMIN_URL === undefined ? {} : { admin: POSTGRES_ADMIN_URL }
  return { web_app: DATABASE_URL, worker_app: WORKER_DATABASE_URL, migrator: MIGRATOR_URL, ...admin }
}

function urlsAt(port: number): PostgresUrls & { admin: string; product: string } {
  const keys = readStack().local.postgresPasswords
  return {
    web_app: databaseUrl(port, 'web_app', keys.web_app),
    worker_app: databaseUrl(port, 'worker_app', keys.worker_app),
    migrator: databaseUrl(port, 'migrator', keys.migrator),
    admin: databaseUrl(port, 'postgres', keys.admin, 'postgres'),
    product: databaseUrl(port, 'postgres', keys.admin),
  }
}

async function startLocal(cluster: Cluster, durable: boolean): Promise<number> {
  const stack = updateStack(() => undefined) // passwords must be on disk before a cluster depends on them
  await initialise(cluster, stack.local.postgresPasswords.admin)
  const serving = (await isServing(cluster)) ? servingPort(cluster) : undefined
  if (serving !== undefined) return serving
  const { ports } = stack.local
  const port = await choosePort(
    ports.postgres,
    [ports.kafka, ports.kafkaController].filter((p) => p !== undefined),
  )
  await startServer(cluster, port, durable)
  return port
}

/** PostgreSQL running with database and roles. `durable: false` trades crash safety of the machine for speed (tests). */
export async function ensurePostgres(durable: boolean): Promise<PostgresUrls> {
  const given = givenPostgres()
  if (given !== undefined) {
    updateStack((stack) => (stack.postgres = { urls: given }))
    return given
  }
  const port = await step('PostgreSQL', '启动数据库 · initdb and start', async () =>
    startLocal(await findCluster(), durable),
  )
  const { product, ...urls } = urlsAt(port)
  if (!(await canSignIn(urls.admin))) {
    throw new Refusal(
      `数据库口令与 stack.json 不一致；运行 npm run stack:reset 可重建本地数据。` +
        `\nThe database does not take the password in stack.json; npm run stack:reset builds a new one (erasing local data).`,
    )
  }
  await createDatabaseAndRoles(urls.admin, product, readStack().local.postgresPasswords)
  updateStack((stack) => {
    stack.local.ports.postgres = port
    stack.postgres = { urls }
  })
  return urls
}

export const isPostgresServing = async (): Promise<boolean> =>
  givenPostgres() !== undefined || (await isServing(await findCluster()))

export async function stopPostgres(): Promise<boolean> {
  const stopped = givenPostgres() === undefined && (await stopServer(await findCluster()))
  updateStack((stack) => delete stack.postgres)
  return stopped
}
