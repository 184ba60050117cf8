import type { Decimal } from '@lianxi/schema/decimal'

/** A figure of the demo as decimal text with at most `decimals` places, without trailing zeros. */
export function decimalText(value: number, decimals: number): Decimal {
  const fixed = value.toFixed(decimals)
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed
}
