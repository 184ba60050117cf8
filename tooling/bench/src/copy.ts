import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { copyEnvironment } from './env'

const Account = z.object({ user: z.string(), password: z.string(), role: z.string(), region: z.string().nullable() })
const StackFile = z.object({ web: z.object({ url: z.url() }), accounts: z.array(Account) })
type RunningSystem = z.infer<typeof StackFile>

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = z.object({ port: z.int() }).parse(server.address())
  server.close()
  await once(server, 'close')
  return port
}

/** What `.lianxi/stack.json` of a running system says; throws where none runs. */
export function readSystem(home: string): RunningSystem {
  return StackFile.parse(JSON.parse(readFileSync(join(home, 'stack.json'), 'utf8')))
}

/** A whole system of our own: `npm start` of a checkout, with its data in a folder that goes away again. */
export class SystemCopy {
  private running: ChildProcess | undefined

  private constructor(
    private readonly checkout: string,
    readonly home: string,
    private readonly port: number,
    private readonly extra: Readonly<Record<string, string>>,
  ) {}

  static async create(checkout: string, extra: Readonly<Record<string, string>> = {}): Promise<SystemCopy> {
    const home = mkdtempSync(join(tmpdir(), 'lianxi-bench-'))
    chmodSync(home, 0o755) // root's PostgreSQL runs as another user; in a closed folder its data would lie elsewhere
    return new SystemCopy(checkout, home, await freePort(), extra)
  }

  /** Starts it and waits until a person can open the login page. What it prints goes to stderr, ours alone to stdout. */
  async start(timeoutMs: number): Promise<RunningSystem> {
    const child = spawn('npm', ['start'], {
      cwd: this.checkout,
      env: copyEnvironment({ LIANXI_HOME: this.home, PORT: String(this.port), ...this.extra }),
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    })
    child.stdout.pipe(process.stderr)
    this.running = child
    const until = Date.now() + timeoutMs
    while (Date.now() < until) {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`)
      if (await this.answers()) return readSystem(this.home)
      await wait(100)
    }
    throw new Error(`the system was not ready after ${timeoutMs / 1000} s`)
  }

  /** Ctrl-C, and wait until all of it is gone. */
  async stop(): Promise<void> {
    const child = this.running
    this.running = undefined
    if (child?.pid === undefined || child.exitCode !== null) return
    const ended = once(child, 'exit')
    process.kill(-child.pid, 'SIGINT')
    await ended
  }

  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.home, { recursive: true, force: true })
  }

  private async answers(): Promise<boolean> {
    const file = join(this.home, 'stack.json')
    const listed = existsSync(file) && StackFile.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (!listed || !listed.success || listed.data.accounts.length === 0) return false
    return fetch(`${listed.data.web.url}/login`).then(
      (response) => response.ok,
      () => false, // not listening yet
    )
  }
}
