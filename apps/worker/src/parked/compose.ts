import { askForKnownNow } from '@lianxi/db/parked/known-now'
import { runParkedStep } from '@lianxi/db/parked/run-commands'
import { createPool } from '@lianxi/db/pool'
import type { Logger } from 'pino'
import type { Env } from '../env'
import { listenTo } from '../listener'
import { startParked } from './parked'

/** Commands come with a NOTIFY; this is for one that was lost, and for what another worker left unfinished. */
const PARKED_MS = 5_000

/** Retries and discards write what the consumer writes, so they belong to its part. */
export function composeParked(env: Env, log: Logger): { close: () => Promise<void> } {
  // One listens, one holds the turn, one works.
  const pool = createPool(env.WORKER_DATABASE_URL, { max: 3, applicationName: 'lianxi-parked' })
  const parked = startParked({
    runStep: () => runParkedStep(pool),
    askForKnownNow: () => askForKnownNow(pool),
    log,
    everyMs: PARKED_MS,
  })
  const listener = listenTo({ pool, channel: 'parked_command', log, onInserted: parked.wake })
  const close = async () => {
    await listener.stop()
    await parked.stop()
    await pool.end()
  }
  return { close }
}
