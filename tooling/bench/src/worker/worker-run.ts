import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { WORKER_FLAGS } from '@lianxi/stack/app/node-flags'
import pg from 'pg'
import { copyEnvironment } from '../env'
import type { Services } from './services'
import { REGIONS, ZONE } from './setting'
import { cpuMs, familyCpuMs, residentMb } from './usage'

/** One look at a running measurement. CPU times are since the processes began. */
export type Sample = { atMs: number; events: number; workerCpuMs: number; postgresCpuMs: number; rssMb: number }
export type WorkerRun = { samples: Sample[]; peakRssMb: number; cells: number; history: number }
type Run = { services: Services; urls: Services['postgres']['urls']; entry: string; workers: number; events: number }

const SAMPLE_MS = 200
const STALLED_AFTER_MS = 60_000

/** Starts the workers on what lies in Kafka and watches until `events` more than before are on the board. */
export async function runWorkers(run: Run): Promise<WorkerRun> {
  const watcher = new pg.Client({ connectionString: run.urls.admin })
  await watcher.connect()
  const before = await countEvents(watcher)
  const server = await postmasterPid(watcher)
  const workers = Array.from({ length: run.workers }, () => startWorker(run))
  try {
    const samples = await watch({ watcher, workers, server, before, events: run.events })
    const peakRssMb = Math.max(...workers.map((worker) => residentMb(pidOf(worker)).peak))
    return { samples, peakRssMb, ...(await countRows(watcher)) }
  } finally {
    await Promise.all(workers.map(stopWorker))
    await watcher.end()
  }
}

type Watched = { watcher: pg.Client; workers: ChildProcess[]; server: number; before: number; events: number }

async function watch({ watcher, workers, server, before, events }: Watched): Promise<Sample[]> {
  const samples: Sample[] = []
  let moved = Date.now()
  for (;;) {
    const applied = (await countEvents(watcher)) - before
    const pids = workers.map(pidOf)
    if (applied > (samples.at(-1)?.events ?? 0)) {
      moved = Date.now()
      samples.push({
        atMs: performance.now(),
        events: applied,
        workerCpuMs: pids.reduce((sum, pid) => sum + cpuMs(pid), 0),
        postgresCpuMs: familyCpuMs(server),
        rssMb: Math.max(...pids.map((pid) => residentMb(pid).now)),
      })
    }
    if (applied === events) return samples
    const ended = workers.find(({ exitCode }) => exitCode !== null)
    if (ended !== undefined) throw new Error(`a worker ended with ${ended.exitCode}`)
    if (Date.now() - moved > STALLED_AFTER_MS) throw new Error(`the board stands still at ${applied} of ${events}`)
    await wait(SAMPLE_MS)
  }
}

function startWorker({ services: { kafka }, urls, entry }: Run): ChildProcess {
  return spawn(process.execPath, [...WORKER_FLAGS, entry], {
    stdio: ['ignore', 2, 2],
    env: copyEnvironment({
      NODE_ENV: 'production',
      WORKER_DATABASE_URL: urls.worker_app,
      KAFKA_BROKERS: kafka.brokers.join(','),
      KAFKA_USERNAME: 'worker',
      KAFKA_PASSWORD: kafka.users['worker'] ?? '',
      WORKER_PARTS: 'consumer',
      WORKER_TOPIC_OWNERS: [...REGIONS, ZONE].join(','),
      WORKER_HOST: '127.0.0.1',
      WORKER_PORT: '0',
      LOG_LEVEL: 'warn',
    }),
  })
}

async function stopWorker(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null) return
  const ended = once(worker, 'exit')
  worker.kill('SIGTERM')
  await ended
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('the worker did not start')
  return pid
}

async function countEvents(watcher: pg.Client): Promise<number> {
  const { rows } = await watcher.query<{ events: string }>('SELECT events FROM board_clock')
  return Number(rows[0]?.events)
}

async function postmasterPid(watcher: pg.Client): Promise<number> {
  const { rows } = await watcher.query<{ file: string }>(`SELECT pg_read_file('postmaster.pid') AS file`)
  return Number(rows[0]?.file.split('\n')[0])
}

/** What the run left behind, so that nobody compares a fast worker with one that did the work. */
async function countRows(watcher: pg.Client): Promise<{ cells: number; history: number }> {
  const { rows } = await watcher.query<{ cells: string; history: string; parked: string; odd: string }>(`
    SELECT (SELECT count(*) FROM board.progress WHERE state = 'reported') AS cells,
           (SELECT count(*) FROM board.progress_history) AS history,
           (SELECT count(*) FROM parked_message) AS parked,
           (SELECT count(*) FROM board.progress WHERE conflict OR objections <> '{}') AS odd`)
  const [{ cells, history, parked, odd } = { cells: 0, history: 0, parked: 0, odd: 0 }] = rows
  if (Number(parked) + Number(odd) > 0)
    throw new Error(`${parked} parked, ${odd} in conflict or objected: a wrong workload`)
  return { cells: Number(cells), history: Number(history) }
}
