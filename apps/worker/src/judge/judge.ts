import type { JudgeStep } from '@lianxi/db/judge/run-judge'
import type { Logger } from 'pino'
import { startLoop } from '../loop'

/** `lastTurnAt`: when a step was begun last; `failed`: subjects whose statuses the rules could not make: a fault of ours. */
export type JudgeStatus = {
  lastTurnAt: Date
  lastPassAt: Date | undefined
  judged: number
  changed: number
  failed: number
}
export type JudgeDeps = { runStep: () => Promise<JudgeStep>; log: Logger; everyMs: number }
export type RunningJudge = { status: JudgeStatus; wake: () => void; stop: () => Promise<void> }

/** The board's news → statuses, step by step until nothing is left; then waits to be woken. */
export function startJudge({ runStep, log, everyMs }: JudgeDeps): RunningJudge {
  const status: JudgeStatus = { lastTurnAt: new Date(), lastPassAt: undefined, judged: 0, changed: 0, failed: 0 }
  const loop = startLoop({
    name: 'judge',
    everyMs,
    log,
    step: async () => {
      status.lastTurnAt = new Date()
      const step = await runStep()
      status.lastPassAt = new Date()
      if (step.kind === 'idle') status.failed = step.failed
      if (step.kind !== 'judged') return
      loop.wake()
      status.judged += step.subjects
      status.changed += step.changed
      for (const { key, error } of step.failures) log.error({ err: error, ...key }, 'a status could not be made')
      if (step.changed > 0) log.debug({ subjects: step.subjects, changed: step.changed }, 'statuses judged')
    },
  })
  return { status, wake: loop.wake, stop: loop.stop }
}
