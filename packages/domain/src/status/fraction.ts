/**
 * Exact numbers: a quotient of two whole numbers, never rounded on the way, so that a value on a limit lies on it and
 * not beside it. `d` is positive and the two have no common factor.
 */
export type Fraction = { readonly n: bigint; readonly d: bigint }

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))

function reduced(n: bigint, d: bigint): Fraction {
  const common = gcd(n, d) * (d < 0n ? -1n : 1n)
  return { n: n / common, d: d / common }
}

export const whole = (n: number | bigint): Fraction => ({ n: BigInt(n), d: 1n })
export const ZERO = whole(0)
export const ONE = whole(1)
export const HUNDRED = whole(100)

/** Reads a contract's `Decimal`, `Percent` or `Wan`. */
export function fraction(decimal: string | number): Fraction {
  const [whole = '0', places = ''] = String(decimal).split('.')
  return reduced(BigInt(whole + places), 10n ** BigInt(places.length))
}

export const plus = (a: Fraction, b: Fraction): Fraction => reduced(a.n * b.d + b.n * a.d, a.d * b.d)
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d })
export const times = (a: Fraction, b: Fraction): Fraction => reduced(a.n * b.n, a.d * b.d)

/** Only of a divisor that was looked at: nothing is ever divided by zero, so there is no infinity to carry on. */
export function over(a: Fraction, b: Fraction): Fraction {
  if (b.n === 0n) throw new RangeError('divided by zero')
  return reduced(a.n * b.d, a.d * b.n)
}

export function power(a: Fraction, exponent: number): Fraction {
  return { n: a.n ** BigInt(exponent), d: a.d ** BigInt(exponent) }
}

/** Negative, zero or positive, as `a` is below, at or above `b`. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

export const atLeast = (a: Fraction, b: Fraction): boolean => compare(a, b) >= 0
export const isPositive = ({ n }: Fraction): boolean => n > 0n
export const negative = ({ n, d }: Fraction): Fraction => ({ n: -n, d })
export const absolute = (a: Fraction): Fraction => (a.n < 0n ? negative(a) : a)

/** Rounded half away from zero to `places`, all of them written: `0.92`, `-4.80`. */
export function fixed(value: Fraction, places: number): string {
  const scaled = absolute(value).n * 10n ** BigInt(places) * 2n + value.d
  const digits = String(scaled / (value.d * 2n)).padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return value.n < 0n && /[1-9]/.test(text) ? `-${text}` : text
}

/** The shortest decimal of at most `places` after the point: `218.4`, `0`. */
export function decimal(value: Fraction, places = 12): string {
  const text = fixed(value, places)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
