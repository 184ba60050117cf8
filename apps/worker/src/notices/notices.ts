import type { Logger } from 'pino'
import { startLoop } from '../loop'

export type NoticesStatus = { lastPassAt: Date | undefined; attempts: number }
export type NoticesDeps = {
  /** Writes the reminders whose moment has come. */
  remind: () => Promise<unknown>
  /** Decides where new notices go; true: there are more. */
  route: () => Promise<boolean>
  /** Makes one attempt that is due; false: none was. */
  deliver: () => Promise<boolean>
  log: Logger
  everyMs: number
}
export type RunningNotices = { status: NoticesStatus; stop: () => Promise<void> }

/** A pass makes at most so many attempts, so that a stop and the next reminder need not wait for all of them. */
const ATTEMPTS_A_PASS = 20

/** Time and what people did → notices → mail and hooks. The page shows notices without any of this. */
export function startNotices({ remind, route, deliver, log, everyMs }: NoticesDeps): RunningNotices {
  const status: NoticesStatus = { lastPassAt: undefined, attempts: 0 }
  const loop = startLoop({
    name: 'notices',
    everyMs,
    log,
    step: async () => {
      await remind()
      while (await route());
      for (let made = 0; made < ATTEMPTS_A_PASS && (await deliver()); made += 1) status.attempts += 1
      status.lastPassAt = new Date()
    },
  })
  return { status, stop: loop.stop }
}
