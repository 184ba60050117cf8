const FIRST_MS = 200
const LONGEST_MS = 5_000

/** Delay before try number `attempt` (from 1): doubling from 200 ms, at most 5 s. */
export const backoffMs = (attempt: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 10))
