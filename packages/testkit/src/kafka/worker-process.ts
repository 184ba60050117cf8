import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { kafkaServices, processEnvironment } from './env'

export type WorkerProcess = {
  pid: number
  /** Log lines so far, parsed; what goes to standard error stands under `stderr`. */
  lines: Record<string, unknown>[]
  /** Base address of its health server; known once it listens. */
  url: () => string | undefined
  signal: (signal: NodeJS.Signals) => void
  exited: Promise<number | null>
  /** SIGTERM and the exit code; SIGCONT first, so that a frozen process can end. */
  stop: () => Promise<number | null>
}
export type WorkerProcessOptions = {
  /** The worker's entry file, as built. */
  entry: string
  databaseUrl: string
  owners: string[]
  group: string
  parts: ('consumer' | 'relay' | 'calendar' | 'judge' | 'admin')[]
  env?: Record<string, string>
}

const LISTENING = 'health server listens'

/** Starts the worker as a process of its own against the tests' broker and a test database. */
export function startWorkerProcess(options: WorkerProcessOptions): WorkerProcess {
  const { brokers, users } = kafkaServices()
  if (!existsSync(options.entry)) throw new Error(`${options.entry} is not built: npm run stream -w @lianxi/worker`)
  const child = spawn(process.execPath, [options.entry], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: processEnvironment({
      WORKER_DATABASE_URL: options.databaseUrl,
      KAFKA_BROKERS: brokers.join(','),
      KAFKA_USERNAME: 'admin',
      KAFKA_PASSWORD: users.admin ?? '',
      RELAY_KAFKA_USERNAME: 'relay',
      RELAY_KAFKA_PASSWORD: users.relay ?? '',
      KAFKA_ADMIN_PASSWORD: users.admin ?? '',
      WORKER_PORT: '0',
      WORKER_HOST: '127.0.0.1',
      WORKER_GROUP: options.group,
      WORKER_TOPIC_OWNERS: options.owners.join(','),
      WORKER_PARTS: options.parts.join(','),
      ...options.env,
    }),
  })
  const lines: Record<string, unknown>[] = []
  createInterface(child.stdout).on('line', (line) => {
    const parsed: unknown = line.startsWith('{') ? JSON.parse(line) : { msg: line }
    if (typeof parsed === 'object' && parsed !== null) lines.push({ ...parsed })
  })
  createInterface(child.stderr).on('line', (line) => lines.push({ stderr: line }))
  // Not `exit`: that can come before the last line was read.
  const exited = once(child, 'close').then(([code]: (number | null)[]) => code ?? null)
  const { pid } = child
  process.once('exit', () => child.kill('SIGKILL'))
  if (pid === undefined) throw new Error('the worker process did not start')
  return {
    pid,
    lines,
    url: () => {
      const port = lines.find(({ msg }) => msg === LISTENING)?.port
      return typeof port === 'number' ? `http://127.0.0.1:${port}` : undefined
    },
    signal: (signal) => void child.kill(signal),
    exited,
    stop: async () => {
      child.kill('SIGCONT')
      child.kill('SIGTERM')
      return exited
    },
  }
}
