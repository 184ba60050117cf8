import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { copyEnvironment, REPOSITORY } from '../env'

const StackFile = z.object({
  kafka: z.object({ brokers: z.array(z.string()).min(1), users: z.record(z.string(), z.string()) }),
  postgres: z.object({
    urls: z.object({ admin: z.string(), worker_app: z.string(), web_app: z.string(), migrator: z.string() }),
  }),
})
/** PostgreSQL (as durable as production's) and Kafka that run for this measurement alone. */
export type Services = z.infer<typeof StackFile>

/** Runs a command of this repository to its end; what it prints goes to stderr, ours alone to stdout. */
async function run(program: string, args: string[], extra: Readonly<Record<string, string>> = {}): Promise<void> {
  const child = spawn(program, args, { cwd: REPOSITORY, env: copyEnvironment(extra), stdio: ['ignore', 2, 2] })
  await once(child, 'exit')
  if (child.exitCode !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${child.exitCode}`)
}

/** The web's production build. */
export const buildWeb = (): Promise<void> =>
  run(join(REPOSITORY, 'node_modules', '.bin', 'turbo'), ['run', 'build', '--filter=@lianxi/web'])

/** The worker as production starts it. */
export async function buildWorker(): Promise<string> {
  await run(join(REPOSITORY, 'node_modules', '.bin', 'turbo'), ['run', 'build', '--filter=@lianxi/worker'])
  return join(REPOSITORY, 'apps', 'worker', 'dist', 'main.js')
}

/** Services of their own in a folder that goes away again, also after Ctrl-C: they run detached. */
export async function withServices<Result>(measure: (services: Services) => Promise<Result>): Promise<Result> {
  const home = mkdtempSync(join(tmpdir(), 'lianxi-bench-'))
  chmodSync(home, 0o755) // root's PostgreSQL runs as another user; in a closed folder its data would lie elsewhere
  const stack = (command: string) => run('npm', ['run', '--silent', command], { LIANXI_HOME: home })
  const remove = async () => {
    await stack('stack:reset')
    rmSync(home, { recursive: true, force: true })
  }
  const interrupted = new Promise<never>((_resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => reject(new Error(signal)))
  })
  try {
    await stack('stack:up')
    return await Promise.race([measure(readServices(home)), interrupted])
  } finally {
    await remove()
  }
}

export const readServices = (home: string): Services =>
  StackFile.parse(JSON.parse(readFileSync(join(home, 'stack.json'), 'utf8')))
