import { type Cell, tidy } from './plain-cell'

/** A number as an exact decimal; `percent`: it was written or shown as a percentage, `value` is what stood before %. */
export type PlainNumber = { value: string; percent: boolean }

const FULL_WIDTH = /[\uff01-\uff5e]/g
const MINUS = /^[\u2212\u2013\u2014]/
const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/
const PLAIN = /^-?(\d+(\.\d*)?|\.\d+)$/

/** Full-width letters, digits and signs (１２，３４５．６％) as the ordinary ones, blanks within removed. */
export const halfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

/**
 * Reads what offices write for a number: `1,234.50`, `１２％`, `-3.2`, `7.7%`. Nothing is guessed: `约300`, `3-5`,
 * `1,23` are no numbers (undefined), and neither is what stands beside a unit.
 */
export function findNumber(cell: Pick<Cell, 'text' | 'percent'>): PlainNumber | undefined {
  const written = halfWidth(tidy(cell.text)).replace(/\s+/g, '').replace(MINUS, '-').replace(/^\+/, '')
  const percent = cell.percent || written.endsWith('%')
  const digits = written.replace(/%$/, '')
  if (GROUPED.test(digits)) return { value: canonical(digits.replaceAll(',', '')), percent }
  return PLAIN.test(digits) ? { value: canonical(digits), percent } : undefined
}

/** `007.50` → `7.5`, `-0.0` → `0`, `.5` → `0.5`: one spelling for one number. */
export function canonical(digits: string): string {
  const negative = digits.startsWith('-')
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.')
  const [front, back] = [whole.replace(/^0+(?=.)/, '') || '0', fraction.replace(/0+$/, '')]
  const text = back === '' ? front : `${front}.${back}`
  return negative && text !== '0' ? `-${text}` : text
}

/** Moves the point of an exact decimal: `shift('0.077', 2)` → `7.7`. */
export function shift(decimal: string, places: number): string {
  const [sign, digits] = decimal.startsWith('-') ? ['-', decimal.slice(1)] : ['', decimal]
  const [whole = '', fraction = ''] = digits.split('.')
  const at = whole.length + places
  const all = (whole + fraction).padStart(Math.max(0, -at) + whole.length + fraction.length, '0')
  const point = Math.max(at, 0)
  const padded = all.padEnd(point, '0')
  return canonical(`${sign}${padded.slice(0, point) || '0'}.${padded.slice(point)}`)
}

/** Excel keeps 15 digits; what binary adds behind them (0.1 + 0.2) was never typed by anybody. */
export function exactDecimal(value: number): string {
  const [digits = '0', exponent = '0'] = value.toExponential(14).split('e')
  return shift(canonical(digits), Number(exponent))
}
