import { createHash } from 'node:crypto'

/** Seeded chance: the same seed and name give the same sequence on every machine. */
export type Chance = {
  /** From 0 up to 1, without 1. */
  next: () => number
  /** A whole number from `low` to `high`, both possible. */
  whole: (low: number, high: number) => number
  pick: <T>(from: readonly T[]) => T
  shuffled: <T>(from: readonly T[]) => T[]
}

/** mulberry32 over the first 32 bits of a hash: small, quick, and good enough to draw moments and figures from. */
export function chance(seed: string, name: string): Chance {
  let state = createHash('sha256').update(`${seed}\n${name}`).digest().readUInt32LE(0)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(from: readonly T[]): T => {
    const found = from[whole(0, from.length - 1)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  const shuffled = <T>(from: readonly T[]): T[] => {
    const left = [...from]
    return from.map(() => left.splice(whole(0, left.length - 1), 1)).flat()
  }
  return { next, whole, pick, shuffled }
}
