import { setTimeout as pause } from 'node:timers/promises'

/** Aborted by Ctrl-C or SIGTERM: every wait ends, and what was started is stopped. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** Polls until the condition holds. @throws an error that names what did not come, or {@link Stopped} */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  limits: { timeoutMs: number; everyMs?: number; signal?: AbortSignal },
): Promise<void> {
  const end = Date.now() + limits.timeoutMs
  while (!(await holds())) {
    if (limits.signal?.aborted === true) throw new Stopped(what)
    if (Date.now() > end) throw new Error(`${what}: not within ${Math.round(limits.timeoutMs / 1000)} s`)
    await pause(limits.everyMs ?? 50)
  }
}
