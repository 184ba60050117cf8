import { fileURLToPath } from 'node:url'
import { startWorkerProcess, type WorkerProcess, type WorkerProcessOptions } from '@lianxi/testkit/kafka/worker-process'
import { waitFor } from '@lianxi/testkit/wait-for'
import type { World } from './world'

/** Built by `npm run stream` as it is for deployment, in a folder of its own; starts in a fifth of the source's time. */
const ENTRY = fileURLToPath(new URL('../../test-results/worker/main.js', import.meta.url))

/** The worker as a real process: what is tested is what is deployed, signals and all. */
export function startProcess(world: World, change: Partial<WorkerProcessOptions> = {}): WorkerProcess {
  const started = startWorkerProcess({
    entry: ENTRY,
    databaseUrl: world.databaseUrl,
    owners: [world.zone, world.region],
    group: world.group,
    parts: ['consumer'],
    ...change,
    env: { WORKER_SESSION_MS: '6000', WORKER_POLL_MS: '500', WORKER_PROBE_MS: '1000', ...change.env },
  })
  world.endWith(() => {
    started.signal('SIGCONT')
    started.signal('SIGKILL')
    return started.exited
  })
  return started
}

export type HealthAnswer = { status: number; body: unknown }

/** Asks the process's health server; undefined while it does not listen. */
export async function askHealth(worker: WorkerProcess, path: '/health' | '/ready'): Promise<HealthAnswer | undefined> {
  const url = worker.url()
  if (url === undefined) return undefined
  const response = await fetch(`${url}${path}`)
  return { status: response.status, body: await response.json() }
}

export const untilReady = (worker: WorkerProcess) =>
  waitFor(
    'the worker to be ready',
    () => askHealth(worker, '/ready'),
    (answer) => answer?.status === 200,
  )
