import { rmSync } from 'node:fs'
import { appPid, pidFile, stopLeftChildren } from '../app/apps'
import { buildApps } from '../app/build'
import { migrate } from '../app/migrate'
import { addresses, webPlan, workerPlan, type PlanContext } from '../app/plans'
import { requireWebPort } from '../app/require-port'
import { supervise, type Supervised } from '../app/supervise'
import { loadCatalogue } from '../catalogue/load'
import { environment } from '../env'
import { makeFolders, paths } from '../paths'
import { choosePort } from '../ports'
import { takePidFile } from '../process/lock'
import { askedToStop, listenForStop, stopSignal } from '../process/stop-signal'
import { refuseDemoData, refuseWeakSecrets } from '../production/refuse-demo'
import { note, plan, say, step } from '../progress'
import { findStack, readStack, updateStack } from '../stack-file'
import { stopServices } from './down'
import { bringUp } from './up'

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

async function bringEverythingUp(options: { watch: boolean }): Promise<void> {
  plan(options.watch ? 4 : 5)
  const built = options.watch ? Promise.resolve() : step('构建', '生产构建 · production build', buildApps)
  const [services, build] = await Promise.allSettled([bringUp({ durable: true }), built])
  if (services.status === 'rejected') throw services.reason
  if (build.status === 'rejected') throw build.reason
  stopSignal.throwIfAborted()
  await step('数据库', '迁移 · migrations', () => migrate(services.value.postgres.migrator))
  await refuseDemoData(services.value.postgres.migrator)
  const workerPort = await chooseWorkerPort()
  await startApps({
    services: services.value,
    workerPort,
    authSecret: readStack().local.authSecret,
    watch: options.watch,
  })
  await step('目录', '规划目录 · the plans’ facts', () => loadCatalogue(services.value.postgres.worker_app))
  const { web, worker } = addresses(workerPort)
  updateStack((stack) => Object.assign(stack, { web: { url: web }, worker: { url: worker } }))
  say(`\nLianxi 联席 已就绪 ready: ${web}    (Ctrl-C 停止 stops everything)`)
}

async function shutDown(): Promise<void> {
  note('停止', '正在停止 · stopping')
  for (const app of running) await app.stop()
  await stopServices()
  rmSync(pidFile('start'), { force: true })
}

/** Everything in the foreground until Ctrl-C; whatever happens on the way, what was started is stopped again. */
async function runUntilStopped(options: { watch: boolean }): Promise<void> {
  refuseWeakSecrets()
  makeFolders()
  if (!takePidFile(pidFile('start'))) {
    const where = findStack()?.web?.url ?? '启动中 starting'
    say(`已在运行 already running: ${where} (pid ${appPid('start') ?? '?'}, ${paths.home})`)
    return
  }
  await stopLeftChildren()
  await requireWebPort()
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
