import type { Logger } from 'pino'
import { backoffMs } from './backoff'
import { createLogLimit } from './log-limit'

export type Loop = {
  /** Runs the step as soon as the current one is over, however often it is called meanwhile. */
  wake: () => void
  /** Resolves when the step under way has ended; none follows. */
  stop: () => Promise<void>
}
export type LoopOptions = { name: string; everyMs: number; log: Logger; step: () => Promise<void> }

/**
 * One step at a time, again after `everyMs` or when woken. A failed step is an outage (an expected refusal is a
 * result, not an exception): it is tried again with a growing delay, which waking does not shorten, and logged once a
 * minute.
 */
export function startLoop({ name, everyMs, log, step }: LoopOptions): Loop {
  let stopped = false
  let woken = false
  let failures = 0
  const limit = createLogLimit()
  let endWait = () => {}
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      endWait = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const once = async () => {
    woken = false
    try {
      await step()
      if (failures > 0) log.info({ loop: name, failures }, 'step succeeds again')
      failures = 0
      limit.forget(name)
    } catch (error) {
      failures += 1
      const withheld = limit.due(name)
      if (withheld !== undefined) log.error({ err: error, loop: name, failures, withheld }, 'step failed, trying again')
    }
  }
  const run = async () => {
    while (!stopped) {
      await once()
      if (stopped) return
      if (failures > 0) await wait(backoffMs(failures))
      else if (!woken) await wait(everyMs)
    }
  }
  const running = run()
  return {
    wake: () => {
      woken = true
      if (failures === 0) endWait()
    },
    stop: async () => {
      stopped = true
      endWait()
      await running
    },
  }
}
