import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { childEnvironment } from '../env'
import type { PartName } from '../plan/schedule'
import { COME_BACK_MS, type Part } from './part'
import { until } from './wait'

export type AppPlan = {
  name: PartName
  args: readonly string[]
  cwd: string
  env: Readonly<Record<string, string>>
  isReady: () => Promise<boolean>
  log: string
}

/** A supervisor's pause before it starts a process again. */
const RESTART_MS = 500

/** A Node process of the system. In a group of its own, so that Ctrl-C reaches it through us, in order. */
export function startApp(plan: AppPlan, signal: AbortSignal): Part {
  const state: { child: ChildProcess | undefined; ending: boolean; killed: boolean; ownEnds: number } = {
    child: undefined,
    ending: false,
    killed: false,
    ownEnds: 0,
  }
  const launch = () => {
    const log = openSync(plan.log, 'a')
    const child = spawn(process.execPath, plan.args, {
      cwd: plan.cwd,
      env: childEnvironment(plan.env),
      detached: true,
      stdio: ['ignore', log, log],
    })
    closeSync(log)
    state.child = child
    child.once('exit', () => {
      state.child = undefined
      if (!state.killed && !state.ending) state.ownEnds += 1
      state.killed = false
      if (!state.ending) setTimeout(() => (state.ending ? undefined : launch()), RESTART_MS)
    })
  }
  const send = (name: NodeJS.Signals) => {
    const pid = state.child?.pid
    if (pid === undefined) return false
    process.kill(-pid, name)
    return true
  }
  launch()
  return {
    name: plan.name,
    kill: () => {
      state.killed = send('SIGKILL')
      return Promise.resolve()
    },
    freeze: () => Promise.resolve(void send('SIGSTOP')),
    thaw: () => Promise.resolve(void send('SIGCONT')),
    ready: () =>
      until(`${plan.name} serves`, async () => state.child !== undefined && (await plan.isReady()), {
        timeoutMs: COME_BACK_MS,
        signal,
      }),
    end: async () => {
      state.ending = true
      const child = state.child
      if (child === undefined) return
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      send('SIGCONT')
      send('SIGTERM')
      await Promise.race([ended, pause(15_000).then(() => send('SIGKILL'))])
      await ended
    },
    ownEnds: () => state.ownEnds,
  }
}
