/** From its beginning so long a slow reading that took `took` is given and none is begun: a fifth of the time is read. */
const restOf = (took: number): number => Math.min(5 * took, took + 10_000)
/** So long it is given while the next one is under way. */
const lifeOf = (took: number): number => Math.min(10 * took, took + 30_000)
/** Questions of which is known how long their last reading took. */
const QUESTIONS = 2_000

type Ended = { key: string; began: number; took: number }

export type SlowReadings = {
  now: () => number
  /** A reading ended; what it found is kept under `key`. */
  ended: (question: string, reading: { key: string; began: number }) => void
  /** Where the answer of a slow reading that may still be given is kept, and whether it is time for the next one. */
  find: (question: string) => { key: string; rested: boolean } | undefined
}

/**
 * How long readings of the present took, in milliseconds, and so for how long one that took more than `slowMs` may be
 * shown after the present has moved on.
 */
export function createSlowReadings(slowMs: number, clock: () => number): SlowReadings {
  const last = new Map<string, Ended>()
  return {
    now: clock,
    ended: (question, { key, began }) => {
      // One quick reading does not yet make a question quick: all would wait for the next one again.
      const took = Math.max(clock() - began, (last.get(question)?.took ?? 0) / 2)
      last.delete(question)
      last.set(question, { key, began, took })
      const [oldest] = last.keys()
      if (last.size > QUESTIONS && oldest !== undefined) last.delete(oldest)
    },
    find: (question) => {
      const one = last.get(question)
      if (one === undefined || one.took < slowMs) return undefined
      const age = clock() - one.began
      return age > lifeOf(one.took) ? undefined : { key: one.key, rested: age > restOf(one.took) }
    },
  }
}
