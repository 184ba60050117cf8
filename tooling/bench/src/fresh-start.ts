import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type readSystem, SystemCopy } from './copy'
import { copyEnvironment, REPOSITORY } from './env'
import { HttpSession } from './http-session'

export type StartFigures = {
  cloneS: number
  installS: number
  firstStartS: number
  coldTotalS: number
  secondStartS: number
}

const MINUTES = 60_000
const seconds = (ms: number) => Math.round(ms / 100) / 10

/** Signed in as the secretariat and the board's first page there, as a person would wait for. */
async function openBoard(system: ReturnType<typeof readSystem>): Promise<void> {
  const account = system.accounts.find(({ role }) => role === 'secretariat')
  if (account === undefined) throw new Error('stack.json names no secretariat')
  await (await HttpSession.signIn(system.web.url, account.user, account.password)).page('/board')
}

/**
 * Fresh clone → signed-in board, then stop, and the second start. Nothing is warm: npm's cache and Maven's repository
 * are empty folders of their own, so every download counts.
 */
export async function measureStart(): Promise<StartFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-fresh-'))
  const checkout = join(folder, 'lianxi')
  const cold = {
    npm_config_cache: join(folder, 'npm'),
    MAVEN_OPTS: `-Dmaven.repo.local=${join(folder, 'm2')}`,
    TURBO_CACHE_DIR: join(folder, 'turbo'),
  }
  const timed = async (act: () => void | Promise<void>) => {
    const began = performance.now()
    await act()
    return seconds(performance.now() - began)
  }
  const run = (program: string, args: string[], cwd: string) => {
    execFileSync(program, args, { cwd, env: copyEnvironment(cold), stdio: ['ignore', 2, 2] })
  }
  let copy: SystemCopy | undefined
  try {
    const cloneS = await timed(() => run('git', ['clone', '--quiet', REPOSITORY, checkout], folder))
    const installS = await timed(() => run('npm', ['ci', '--no-audit'], checkout))
    const fresh = await SystemCopy.create(checkout, cold)
    copy = fresh
    const firstStartS = await timed(async () => openBoard(await fresh.start(15 * MINUTES)))
    await fresh.stop()
    const secondStartS = await timed(async () => openBoard(await fresh.start(5 * MINUTES)))
    return {
      cloneS,
      installS,
      firstStartS,
      coldTotalS: seconds((cloneS + installS + firstStartS) * 1000),
      secondStartS,
    }
  } finally {
    await copy?.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}
