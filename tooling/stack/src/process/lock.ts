import { linkSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { paths } from '../paths'
import { Refusal } from '../refusal'
import { waitFor } from '../wait-for'
import { findRunning, writePidFile } from './pid-file'

/** True if the pid file is ours now. `link` fails if the name exists, so two processes cannot both succeed. */
export function takePidFile(file: string): boolean {
  if (findRunning(file) === undefined) rmSync(file, { force: true }) // its holder was killed
  const own = `${file}.${process.pid}`
  writePidFile(own, process.pid)
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

/** Runs `work` while no other process of this machine holds the same pid file. */
async function whileHolding<T>(file: string, timeoutMs: number, busy: string, work: () => Promise<T>): Promise<T> {
  const held = await waitFor(() => (takePidFile(file) ? true : undefined), { timeoutMs, everyMs: 200 })
  if (!held) throw new Refusal(`${busy}（${file}）`)
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** Only one command at a time starts or stops the services of one LIANXI_HOME. */
export const withLock = <T>(work: () => Promise<T>): Promise<T> =>
  whileHolding(
    path.join(paths.run, 'lock'),
    180_000,
    '另一个命令正在启动或停止服务。\nAnother command is starting or stopping this stack',
    work,
  )

/** All copies of one checkout build into the same folders, so they build one after the other. */
export async function withBuildLock<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(paths.cache, { recursive: true })
  const busy = '另一个命令正在构建。\nAnother command is building this checkout'
  return whileHolding(path.join(paths.cache, 'build.json'), 600_000, busy, work)
}
