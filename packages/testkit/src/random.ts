/** Numbers that look random and are the same for the same seed (mulberry32), so that a failure can be repeated. */
export type Random = {
  /** A whole number from 0 to below `limit`. */
  below: (limit: number) => number
  oneOf: <Item>(items: readonly [Item, ...Item[]]) => Item
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, oneOf: (items) => items[below(items.length)] ?? items[0] }
}
