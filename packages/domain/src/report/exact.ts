/**
 * Exact decimals as whole numbers of 10⁻⁸: contracts allow six places after the point, and the mean of two middle steps
 * may need two more. Comparing whole numbers is exact and cheap; the worker does it for every event.
 */
const PLACES = 8
const ONE = 10n ** BigInt(PLACES)
/** Below it a float times 10⁸ is less than a half away from the whole number: 2⁵¹ is 2.25 · 10⁷ of these. */
const SMALL = 2e7

/** Reads a contract's `Decimal`, `Percent` or whole number. */
export function exact(decimal: string | number): bigint {
  const near = Number(decimal)
  if (near < SMALL && near > -SMALL) return BigInt(Math.round(near * 1e8))
  const text = String(decimal)
  const point = text.indexOf('.')
  if (point === -1) return BigInt(text) * ONE
  const digits = text.slice(0, point) + text.slice(point + 1).padEnd(PLACES, '0')
  return BigInt(digits)
}

/** The shortest decimal that says it: `218.4`, `-0.3`, `0`. */
export function decimalOf(value: bigint): string {
  const digits = String(abs(value)).padStart(PLACES + 1, '0')
  const fraction = digits.slice(-PLACES).replace(/0+$/, '')
  const whole = digits.slice(0, -PLACES)
  return `${value < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

export const isWhole = (value: bigint): boolean => value % ONE === 0n

export const abs = (value: bigint): bigint => (value < 0n ? -value : value)
