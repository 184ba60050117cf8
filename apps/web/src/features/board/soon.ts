import { setTimeout as sleep } from 'node:timers/promises'

/** How long the overview waits for what changed; in a province the first reader after a commit would wait for seconds. */
const SOON_MS = 400

/** The same promise, once it is settled or not soon enough; null where reading it failed: the rest of the page stands. */
export async function soon<Answer>(answer: Promise<Answer>): Promise<{ later: Promise<Answer | null> }> {
  const later = answer.catch(() => null)
  await Promise.race([later, sleep(SOON_MS)])
  return { later }
}
