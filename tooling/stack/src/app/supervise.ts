import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { childEnvironment } from '../env'
import { paths } from '../paths'
import { stopRunning, writePidFile } from '../process/pid-file'
import { tail } from '../process/run'
import { note } from '../progress'
import { Refusal } from '../refusal'
import { waitFor } from '../wait-for'
import { pidFile } from './apps'
import { backoffMs, mayGiveUp } from './backoff'

export type AppPlan = {
  name: 'web' | 'worker'
  args: readonly string[]
  cwd: string
  env: Readonly<Record<string, string>>
  /** True once the app answers as healthy. */
  isReady: () => Promise<boolean>
}

/** A child that is started again when it ends, until `stop` is called. */
export type Supervised = { ready: () => Promise<void>; stop: () => Promise<void> }

const logFile = (name: string): string => path.join(paths.logs, `${name}.log`)

/** In a process group of its own: Ctrl-C in the terminal reaches only us, and we end the parts in their order. */
function launch(plan: AppPlan): ChildProcess {
  const log = openSync(logFile(plan.name), 'a')
  const child = spawn(process.execPath, plan.args, {
    cwd: plan.cwd,
    env: childEnvironment(plan.env),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  if (child.pid !== undefined) writePidFile(pidFile(plan.name), child.pid)
  return child
}

const ended = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code ?? 0}`))
  })

export function supervise(plan: AppPlan): Supervised {
  rmSync(logFile(plan.name), { force: true })
  const state = { stopping: false, wasReady: false, restarts: 0, failed: false }

  async function keepRunning(): Promise<void> {
    while (!state.stopping) {
      const started = Date.now()
      const reason = await ended(launch(plan))
      if (state.stopping) return
      state.restarts = Date.now() - started > 60_000 ? 0 : state.restarts + 1
      state.failed = mayGiveUp(state)
      if (state.failed) return
      const delay = backoffMs(state.restarts)
      note(plan.name, `✗ ${reason}，${(delay / 1000).toFixed(1)} 秒后重启 · restarting; ${logFile(plan.name)}`)
      await pause(delay)
    }
  }

  const loop = keepRunning()
  return {
    ready: async () => {
      const up = await waitFor(async () => (state.failed ? 'failed' : (await plan.isReady()) ? 'ready' : undefined), {
        timeoutMs: 90_000,
        everyMs: 150,
      })
      state.wasReady = up === 'ready'
      if (state.wasReady) return
      throw new Refusal(
        `${plan.name} 无法启动 (did not become ready); ${logFile(plan.name)}:\n${tail(readFileSync(logFile(plan.name), 'utf8'))}`,
      )
    },
    stop: async () => {
      state.stopping = true
      if (await stopRunning(pidFile(plan.name), { graceMs: 15_000, group: true })) note(plan.name, '✓ 已停止 stopped')
      await Promise.race([loop, pause(1_000)]) // a loop asleep between two starts has nothing left to stop
    },
  }
}
