import { setTimeout as pause } from 'node:timers/promises'

/** Polls a condition until it holds; `undefined` when the time is over. The caller says what that means. */
export async function waitFor<T>(
  find: () => Promise<T | undefined> | T | undefined,
  limits: { timeoutMs: number; everyMs?: number },
): Promise<T | undefined> {
  const end = Date.now() + limits.timeoutMs
  for (;;) {
    const found = await find()
    if (found !== undefined) return found
    if (Date.now() > end) return undefined
    await pause(limits.everyMs ?? 100)
  }
}
