import type { PartReport } from '@lianxi/schema/views/worker-state'
import type { Logger } from 'pino'
import { startLoop, type Loop } from '../loop'
import { type ObservedParts, reportsOf } from './part'

export type HeartbeatDeps = {
  parts: ObservedParts
  write: (parts: ReadonlyMap<string, PartReport>) => Promise<void>
  log: Logger
}

/** Written this often, and within a second when something begins or ends to be wrong. */
const BEAT_MS = 5_000
const LOOK_MS = 1_000

const wrongs = (parts: ReadonlyMap<string, PartReport>) =>
  JSON.stringify([...parts.values()].map(({ ready, complaints, attention }) => [ready, complaints, attention]))

/** Lets the web say how far the stream is: a worker that is gone or frozen is known by its silence. */
export function startHeartbeat({ parts, write, log }: HeartbeatDeps): Loop {
  let lastWrong = ''
  let lastAt = 0
  return startLoop({
    name: 'heartbeat',
    everyMs: LOOK_MS,
    log,
    step: async () => {
      const reports = reportsOf(parts, new Date())
      const wrong = wrongs(reports)
      if (wrong === lastWrong && Date.now() - lastAt < BEAT_MS) return
      await write(reports)
      lastWrong = wrong
      lastAt = Date.now()
    },
  })
}
