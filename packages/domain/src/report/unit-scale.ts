import { abs, decimalOf, exact } from './exact'

/** 亿元 counts 元 by 10⁸: what is counted, and by how many of it one of the unit is. */
export type Scale = { counted: string; tens: number }

const TENS = { 万亿: 12, 亿: 8, 万: 4 } as const
const SCALED = /^(万亿|亿|万)(.+)$/

/** Only the signs of 万 and 亿 before what is counted; whatever else a unit says is another unit. */
export function scaleOf(unit: string | null): Scale {
  const [, sign, counted] = SCALED.exec(unit ?? '') ?? []
  if (sign === undefined || counted === undefined) return { counted: unit ?? '', tens: 0 }
  return { counted, tens: sign === '万亿' || sign === '亿' || sign === '万' ? TENS[sign] : 0 }
}

/** Contracts allow six places after the point. */
const SIXTH = 100n

/** A figure said in another unit of the same thing, half up at the sixth place; undefined: the units do not convert. */
export function converted(value: string, from: string | null, to: string | null): string | undefined {
  const [a, b] = [scaleOf(from), scaleOf(to)]
  if (a.counted !== b.counted) return undefined
  if (a.tens === b.tens) return value
  const figure = exact(value)
  if (a.tens > b.tens) return decimalOf(figure * 10n ** BigInt(a.tens - b.tens))
  const step = SIXTH * 10n ** BigInt(b.tens - a.tens)
  const rounded = ((abs(figure) + step / 2n) / step) * SIXTH
  return decimalOf(figure < 0n ? -rounded : rounded)
}
