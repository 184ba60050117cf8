import { linkSync, rmSync } from 'node:fs'
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

/** Only one command at a time starts or stops the services of one LIANXI_HOME. */
export async function withLock<T>(work: () => Promise<T>): Promise<T> {
  const file = path.join(paths.run, 'lock')
  const held = await waitFor(() => (takePidFile(file) ? true : undefined), { timeoutMs: 180_000, everyMs: 200 })
  if (!held) {
    throw new Refusal(
      `另一个命令正在启动或停止服务（${file}）。\nAnother command is starting or stopping this stack (${file}).`,
    )
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
