import { setTimeout as delay } from 'node:timers/promises'

const STALLED_AFTER_MS = 60_000
/** Most waits are short; the question costs the database as much as some of the work it waits for. */
const FIRST_MS = 10
const LAST_MS = 100

/**
 * Asks until all that is counted has gone down to nothing.
 * @throws `stalled` when nothing went down for a minute
 */
export async function waitUntilNothingIsLeft<Left extends number[]>(
  ask: () => Promise<Left>,
  stalled: (left: Left) => string,
): Promise<void> {
  let best = Number.POSITIVE_INFINITY
  let moved = Date.now()
  for (let wait = FIRST_MS; ; wait = Math.min(wait * 1.5, LAST_MS)) {
    const left = await ask()
    const sum = left.reduce((a, b) => a + b, 0)
    if (sum === 0) return
    if (sum < best) [best, moved] = [sum, Date.now()]
    if (Date.now() - moved > STALLED_AFTER_MS) throw new Error(stalled(left))
    await delay(wait)
  }
}
