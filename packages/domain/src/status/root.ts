import type { Fraction } from './fraction'

/** Places after the point of a root. */
const PLACES = 20
const GRID = 10n ** BigInt(PLACES)

/** Largest whole number whose `degree`th power is at most `value`, by Newton's steps from above. */
function wholeRoot(value: bigint, degree: bigint): bigint {
  if (value < 2n) return value
  let guess = 1n << (BigInt(value.toString(2).length) / degree + 1n)
  for (;;) {
    const next = ((degree - 1n) * guess + value / guess ** (degree - 1n)) / degree
    if (next >= guess) return guess
    guess = next
  }
}

/**
 * The `degree`th root of what is not negative, cut off (not rounded) after 20 places. A limit of at most 20 places is
 * passed by the root cut off exactly when the root itself passes it, so nothing on a limit falls on its wrong side.
 */
export function root({ n, d }: Fraction, degree: number): Fraction {
  if (n < 0n) throw new RangeError('root of a negative number')
  const power = BigInt(degree)
  return { n: wholeRoot((n * GRID ** power) / d, power), d: GRID }
}
