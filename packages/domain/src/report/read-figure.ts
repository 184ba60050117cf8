import { Decimal, Percent, Wan } from '@lianxi/schema/decimal'

/** A typed figure: what it says (null: nothing was typed), or why it cannot be read, in words to stand after its title. */
export type TypedFigure<Figure> = { ok: true; figure: Figure | null } | { ok: false; why: string }

const GROUPED = /^[+-]?\d{1,3}([, ]\d{3})+(\.\d*)?%?$/

/**
 * Full-width digits, thousands separators, a leading plus and zeros are how people write; 218.40 is 218.4. A comma or
 * blank anywhere else stays, and is refused: `18,2` may mean 18.2 or 182, and nobody should have to find out later.
 */
function normalise(typed: string): string {
  const written = typed.normalize('NFKC').trim().replace(/−/g, '-')
  const plain = (GROUPED.test(written) ? written.replace(/[, ]/g, '') : written)
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=\d)/, '$1')
  return /^-?\d+\.\d*$/.test(plain) ? plain.replace(/\.?0+$/, '') : plain
}

/** An exact decimal in the indicator's unit. */
export function decimalFigure(typed: string): TypedFigure<string> {
  const plain = normalise(typed)
  if (plain === '') return { ok: true, figure: null }
  const parsed = Decimal.safeParse(plain)
  if (parsed.success) return { ok: true, figure: parsed.data === '-0' ? '0' : parsed.data }
  return { ok: false, why: '应为数字，整数部分不超过15位、小数不超过6位，如 218.4；单位不必填写' }
}

/** Money in whole 万元. */
export function wanFigure(typed: string): TypedFigure<number> {
  const plain = normalise(typed)
  if (plain === '') return { ok: true, figure: null }
  const parsed = /^-?\d+$/.test(plain) ? Wan.safeParse(Number(plain)) : undefined
  if (parsed?.success === true) return { ok: true, figure: parsed.data }
  if (/^-/.test(plain)) return { ok: false, why: '不能为负' }
  return { ok: false, why: /^\d+$/.test(plain) ? '超出范围，请核对单位是否为万元' : '应为整数，单位为万元' }
}

/** Percent from 0 to 100 with at most two decimals, its sign typed or not. */
export function percentFigure(typed: string): TypedFigure<string> {
  const plain = normalise(typed).replace(/%$/, '')
  if (plain === '') return { ok: true, figure: null }
  const parsed = Percent.safeParse(plain)
  if (parsed.success) return { ok: true, figure: parsed.data }
  return { ok: false, why: '应为 0 至 100 之间的数，最多两位小数' }
}

/** A share in whole percent. */
export function shareFigure(typed: string): TypedFigure<number> {
  const read = percentFigure(typed)
  if (!read.ok || read.figure === null) return read.ok ? { ok: true, figure: null } : read
  return /^\d+$/.test(read.figure)
    ? { ok: true, figure: Number(read.figure) }
    : { ok: false, why: '应为 0 至 100 之间的整数' }
}
