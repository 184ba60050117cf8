/** Lines of one kind a minute: an outage of an hour must not fill a disk. */
const EVERY_MS = 60_000

/**
 * Says whether a line about `key` is due, and how many like it were withheld since the last one; undefined: stay
 * silent. `forget` a key when its trouble is over, so that the next one is told at once.
 */
export type LogLimit = {
  due: (key: string) => number | undefined
  /** @returns how many lines were withheld since the last one; undefined when there was no trouble */
  forget: (key: string) => number | undefined
}

export function createLogLimit(now: () => number = Date.now): LogLimit {
  const told = new Map<string, { at: number; withheld: number }>()
  return {
    due: (key) => {
      const last = told.get(key)
      if (last !== undefined && now() - last.at < EVERY_MS) {
        last.withheld += 1
        return undefined
      }
      told.set(key, { at: now(), withheld: 0 })
      return last?.withheld ?? 0
    },
    forget: (key) => {
      const last = told.get(key)
      told.delete(key)
      return last?.withheld
    },
  }
}
