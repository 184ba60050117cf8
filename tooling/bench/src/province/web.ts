import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { WEB_FLAGS } from '@lianxi/stack/app/node-flags'
import { createPrisma } from '@lianxi/db/client'
import { createAccountInTx } from '@lianxi/db/people/accounts'
import { hashPassword } from '@lianxi/db/people/password'
import { freePort } from '../copy'
import { copyEnvironment, REPOSITORY } from '../env'
import { HttpSession } from '../http-session'
import { ZONE } from './setting'

const PASSWORD = 'province-reader-2026'
const READY_MS = 60_000

export type RunningWeb = { url: string; pid: number }

/** As many webs as the machine has processors, as infra/README.md has it: one draws with one thread. */
export async function withWebs<Result>(
  database: string,
  use: (webs: readonly RunningWeb[]) => Promise<Result>,
): Promise<Result> {
  const start = (webs: readonly RunningWeb[]): Promise<Result> =>
    webs.length === availableParallelism() ? use(webs) : withWeb(database, (web) => start([...webs, web]))
  return start([])
}

/** The production build of the web on a database, for as long as `use` takes. */
async function withWeb<Result>(database: string, use: (web: RunningWeb) => Promise<Result>): Promise<Result> {
  const port = String(await freePort())
  const url = `http://localhost:${port}`
  const next = join(REPOSITORY, 'node_modules', 'next', 'dist', 'bin', 'next')
  const child = spawn(process.execPath, [...WEB_FLAGS, next, 'start', '-p', port, '-H', '127.0.0.1'], {
    cwd: join(REPOSITORY, 'apps', 'web'),
    env: copyEnvironment({
      ...{ NODE_ENV: 'production', LIANXI_MODE: 'demo', LOG_LEVEL: 'warn', DATABASE_URL: database },
      ...{ PORT: port, PUBLIC_URL: url, AUTH_SECRET: 'a-province-of-fifty-readers-measured' },
      ...{ LOGIN_PER_MINUTE: '1000' },
    }),
    stdio: ['ignore', 2, 2],
  })
  try {
    const { pid } = child
    if (pid === undefined) throw new Error('the web did not start')
    for (const until = Date.now() + READY_MS; !(await answers(url)); await wait(200)) {
      if (Date.now() > until || child.exitCode !== null) throw new Error('the web was not ready')
    }
    return await use({ url, pid })
  } finally {
    if (child.exitCode === null) {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    }
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/login`).then(
    ({ ok }) => ok,
    () => false, // not listening yet
  )

/** Accounts of the zone's secretariat, as many as there are readers. */
export async function makeReaders(admin: string, count: number): Promise<string[]> {
  const prisma = createPrisma(admin)
  try {
    const passwordHash = await hashPassword(PASSWORD)
    const names = Array.from({ length: count }, (_, at) => `reader-${at + 1}`)
    const membership = { zone: ZONE, body: `${ZONE}-LXB`, bodyName: '测速省联席办', region: null }
    for (const username of names) {
      const account = { username, name: '读者', phone: null, passwordHash }
      const memberships = [{ ...membership, role: 'secretariat' as const }]
      const made = await prisma.$transaction((tx) => createAccountInTx(tx, { ...account, memberships }))
      if (!made.ok) throw new Error(`${username}: ${made.code}`)
    }
    return names
  } finally {
    await prisma.$disconnect()
  }
}

/** Readers spread over the webs as a proxy spreads them. */
export async function signInAll(webs: readonly RunningWeb[], names: readonly string[]): Promise<HttpSession[]> {
  const sessions: HttpSession[] = []
  for (const [at, name] of names.entries()) {
    const web = webs[at % webs.length]
    if (web !== undefined) sessions.push(await HttpSession.signIn(web.url, name, PASSWORD))
  }
  return sessions
}
