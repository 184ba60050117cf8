import type { StepResult } from '@lianxi/db/parked/run-commands'
import type { Logger } from 'pino'
import { startLoop, type Loop } from '../loop'

export type ParkedDeps = {
  runStep: () => Promise<StepResult>
  /** Asks for a retry of what an older build did not know; how many messages, or `busy`. */
  askForKnownNow: () => Promise<number | 'busy'>
  log: Logger
  everyMs: number
}

/** An older worker may go on for a while beside this one and park what only this one knows. */
const LOOK_EVERY_MS = 60_000

/** Carries out what was asked about parked messages, until nothing is left; then waits to be woken. */
export function startParked({ runStep, askForKnownNow, log, everyMs }: ParkedDeps): Loop {
  let lookedAt = 0
  const look = async () => {
    if (Date.now() - lookedAt < LOOK_EVERY_MS) return
    const asked = await askForKnownNow()
    if (asked === 'busy') return
    lookedAt = Date.now()
    if (asked > 0) log.info({ messages: asked }, 'messages an older build parked are tried again')
  }
  const loop = startLoop({
    name: 'parked',
    everyMs,
    log,
    step: async () => {
      await look()
      const step = await runStep()
      if (step.kind !== 'again') return
      loop.wake()
      if (step.batch === undefined) return
      const { commandId, kind, by, ids } = step.batch
      log.info({ commandId, kind, by, messages: ids.length }, 'parked messages worked off')
    },
  })
  return loop
}
