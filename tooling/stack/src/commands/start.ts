import { rmSync } from 'node:fs'
import { appPid, pidFile, stopLeftChildren } from '../app/apps'
import { buildApps } from '../app/build'
import { seedDemo, showAccounts } from '../app/demo'
import { registerHandedOut } from '../app/hand-out'
import { migrate } from '../app/migrate'
import { addresses, webPlan, workerPlan, type PlanContext } from '../app/plans'
import { requireWebPort } from '../app/require-port'
import { supervise, type Supervised } from '../app/supervise'
import { loadCatalogue } from '../catalogue/load'
import { environment, isModeGiven } from '../env'
import { requireKafkaTools } from '../kafka/up'
import { makeFolders, paths } from '../paths'
import { givenPostgres } from '../postgres/up'
import { choosePort } from '../ports'
import { takePidFile } from '../process/lock'
import { askedToStop, listenForStop, stopSignal } from '../process/stop-signal'
import { refuseDemoData, refuseWeakSecrets } from '../production/refuse-demo'
import { note, plan, say, step } from '../progress'
import { Refusal } from '../refusal'
import { findStack, readStack, updateStack } from '../stack-file'
import { stopServices } from './down'
import { bringUp, type Services } from './up'

const running: Supervised[] = []

async function chooseWorkerPort(): Promise<number> {
  const { ports } = readStack().local
  const taken = [ports.kafka, ports.kafkaController, ports.postgres, environment.PORT].filter(
    (port) => port !== undefined,
  )
  const port = environment.WORKER_PORT ?? (await choosePort(ports.worker, taken))
  updateStack((stack) => (stack.local.ports.worker = port))
  return port
}

async function startApps(context: PlanContext): Promise<void> {
  const worker = supervise(workerPlan(context))
  const web = supervise(webPlan(context))
  running.push(web, worker)
  await Promise.all([step('worker', '启动 · start', worker.ready), step('web', '启动 · start', web.ready)])
}

/** Side by side, because neither needs the other; a failing service does not let the person wait for the build's end. */
async function servicesAndBuild(watch: boolean): Promise<Services> {
  const enough = new AbortController()
  const signal = AbortSignal.any([stopSignal, enough.signal])
  const what = watch ? '生成代码 · generated code' : '生产构建 · production build'
  const built = step('构建', what, () => buildApps(watch, signal))
  const up = bringUp({ durable: environment.LIANXI_MODE !== 'test' }).catch((error: unknown) => {
    enough.abort()
    throw error
  })
  const [services, build] = await Promise.allSettled([up, built])
  if (services.status === 'rejected') throw services.reason
  if (build.status === 'rejected') throw build.reason
  return services.value
}

/** The plans' facts, and in the demo also its history (which publishes the facts itself, under the demo's clock). */
async function fill({ postgres }: Services): Promise<void> {
  const isDemo = environment.LIANXI_MODE !== 'production'
  const own = givenPostgres() === undefined
  if (isDemo && !(own && readStack().local.seeded)) {
    await step('演示', '演示数据 2021–2025 · demo history, through Kafka', () => seedDemo(postgres.migrator))
  } else {
    await step('目录', '规划目录 · the plans’ facts', () => loadCatalogue(postgres.worker_app))
  }
}

async function bringEverythingUp(options: { watch: boolean }): Promise<void> {
  plan(5)
  const services = await servicesAndBuild(options.watch)
  stopSignal.throwIfAborted()
  await step('数据库', '迁移 · migrations', () => migrate(services.postgres.migrator))
  await refuseDemoData(services.postgres.migrator)
  await registerHandedOut(services.postgres.migrator)
  const workerPort = await chooseWorkerPort()
  await startApps({
    services,
    workerPort,
    authSecret: readStack().local.authSecret,
    watch: options.watch,
  })
  await fill(services)
  const { web, worker } = addresses(workerPort)
  updateStack((stack) => Object.assign(stack, { web: { url: web }, worker: { url: worker } }))
  showAccounts(readStack().accounts)
  say(`\nLianxi 联席 已就绪 ready: ${web}    (Ctrl-C 停止 stops everything)`)
}

async function shutDown(): Promise<void> {
  note('停止', '正在停止 · stopping')
  for (const app of running) await app.stop()
  await stopServices()
  rmSync(pidFile('start'), { force: true })
}

/** A database of somebody else must not become a demo because a variable was forgotten. */
function requireExplicitMode(): void {
  if (givenPostgres() === undefined || isModeGiven) return
  throw new Refusal(
    `使用外部数据库时必须写明 LIANXI_MODE=demo 或 production。` +
      `\nWith DATABASE_URL set, say what it is: LIANXI_MODE=demo (writes demo data) or production.`,
  )
}

/** What must hold before anything is started. A refusal gives the pid file back: nothing runs that it could name. */
async function requireRoomAndTools(): Promise<void> {
  try {
    await stopLeftChildren()
    await requireWebPort()
    await requireKafkaTools()
  } catch (error) {
    rmSync(pidFile('start'), { force: true })
    throw error
  }
}

/** Everything in the foreground until Ctrl-C; whatever happens on the way, what was started is stopped again. */
async function runUntilStopped(options: { watch: boolean }): Promise<void> {
  refuseWeakSecrets()
  requireExplicitMode()
  makeFolders()
  if (!takePidFile(pidFile('start'))) {
    const where = findStack()?.web?.url ?? '启动中 starting'
    say(`已在运行 already running: ${where} (pid ${appPid('start') ?? '?'}, ${paths.home})`)
    return
  }
  await requireRoomAndTools()
  listenForStop()
  try {
    await bringEverythingUp(options)
    await askedToStop()
  } catch (error) {
    if (!stopSignal.aborted) throw error
  } finally {
    await shutDown()
  }
}

export const start = (): Promise<void> => runUntilStopped({ watch: false })

/** The same in watch mode: `next dev` and the worker's sources, both restarted on change. */
export const dev = (): Promise<void> => runUntilStopped({ watch: true })
