import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { KafkaServices } from '@lianxi/testkit/kafka/env'
import { waitFor } from '@lianxi/testkit/wait-for'
import { env, ownEnvironment } from './env'

const Running = z.object({
  web: z.object({ url: z.url() }),
  kafka: KafkaServices,
  postgres: z.object({ urls: z.object({ migrator: z.string() }) }),
  accounts: z.array(z.object({ user: z.string(), password: z.string() })),
})

type Signal = 'SIGSTOP' | 'SIGCONT'

export type System = {
  url: string
  passwordOf: (user: string) => string
  /** For systems of regions that publish themselves. */
  kafka: KafkaServices
  /** Address of the database as its owner. */
  database: string
  /** Freezes the local broker as if it were gone, or wakes it again. */
  signalBroker: (signal: Signal) => void
  /** The same with the worker. */
  signalWorker: (signal: Signal) => void
  stop: () => Promise<void>
}

const REPOSITORY = path.resolve(import.meta.dirname, '../../../..')
/** Download, build and seed of a first start; a built one needs a fraction. */
const START_MS = 600_000

function findRunning(file: string | undefined): z.infer<typeof Running> | undefined {
  if (file === undefined || !existsSync(file)) return undefined
  return Running.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })

const Mark = z.object({ pid: z.number().int().positive() })

function signalProcess(file: string, name: 'kafka' | 'worker', signal: Signal): void {
  const mark = path.join(path.dirname(file), 'run', `${name}.json`)
  process.kill(Mark.parse(JSON.parse(readFileSync(mark, 'utf8'))).pid, signal)
}

const asSystem = (running: z.infer<typeof Running>, file: string, stop: () => Promise<void>): System => ({
  url: running.web.url.replace(/\/$/, ''),
  kafka: running.kafka,
  database: running.postgres.urls.migrator,
  passwordOf: (user) => {
    const account = running.accounts.find((candidate) => candidate.user === user)
    if (account === undefined) throw new Error(`no demo account ${user}`)
    return account.password
  },
  signalBroker: (signal) => signalProcess(file, 'kafka', signal),
  signalWorker: (signal) => signalProcess(file, 'worker', signal),
  stop,
})

/** `npm start` in a home and on a port of its own, with all of its data thrown away afterwards. */
async function startOwn(): Promise<System> {
  const home = mkdtempSync(path.join(tmpdir(), 'lianxi-e2e-'))
  chmodSync(home, 0o755) // root's PostgreSQL runs as another user; in a closed folder its data would lie elsewhere
  const child = spawn('npm', ['start'], {
    cwd: REPOSITORY,
    env: ownEnvironment(home, await freePort()),
    detached: true,
  })
  let said = ''
  const hear = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000))
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
    await ended
    rmSync(home, { recursive: true, force: true })
  }
  const file = path.join(home, 'stack.json')
  const ready = () => {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${said}`)
    return findRunning(file)
  }
  const running = await waitFor('npm start', ready, Boolean, START_MS)
  if (running === undefined) throw new Error('npm start told nothing')
  return asSystem(running, file, stop)
}

/** The system under test: the running one that LIANXI_STACK_FILE names, else one of its own. */
export async function startSystem(): Promise<System> {
  const file = env.LIANXI_STACK_FILE
  const running = findRunning(file)
  if (file === undefined || running === undefined) return startOwn()
  return asSystem(running, file, () => Promise.resolve())
}
