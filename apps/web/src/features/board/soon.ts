import { setTimeout as sleep } from 'node:timers/promises'

/** How long the overview waits for what changed; in a province the first reader after a commit would wait for seconds. */
const SOON_MS = 400

/** An answer that may be late; null: it could not be read, and the rest of the page stands. */
export type Soon<Answer> = { now: Answer | null } | { later: Promise<Answer | null> }

/** The answer, or the promise of it where it is not there soon. */
export async function soon<Answer>(answer: Promise<Answer>): Promise<Soon<Answer>> {
  const later = answer.catch(() => null)
  const first = await Promise.race([later.then((now) => ({ now })), sleep(SOON_MS)])
  return first ?? { later }
}
