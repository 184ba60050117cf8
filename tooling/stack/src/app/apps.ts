import path from 'node:path'
import { paths } from '../paths'
import { findRunning, stopRunning } from '../process/pid-file'

/** Processes of one LIANXI_HOME that are ours and not services: the supervisor (`npm start`) and its two children. */
export type AppName = 'start' | 'web' | 'worker'

export const pidFile = (app: AppName): string => path.join(paths.run, `${app}.json`)

export const appPid = (app: AppName): number | undefined => findRunning(pidFile(app))

/** Children whose supervisor was killed (`kill -9`) run on: they are ended before new ones start. */
export async function stopLeftChildren(): Promise<void> {
  await Promise.all(
    (['web', 'worker'] as const).map((app) => stopRunning(pidFile(app), { graceMs: 10_000, group: true })),
  )
}

/** Ends a running `npm start` first (it stops its children itself), then whatever is left. */
export async function stopApps(): Promise<void> {
  if (appPid('start') !== process.pid) await stopRunning(pidFile('start'), { graceMs: 60_000 })
  await stopLeftChildren()
}
