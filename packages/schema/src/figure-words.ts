// Every page's scripts have these: no schema may come with them.

/** Digits in groups of three, as people read them: `12345.6` → `12,345.6`. The text is exact and stays so; also its sign. */
export function grouped(decimal: string): string {
  const [whole = '', places] = decimal.split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return places === undefined ? digits : `${digits}.${places}`
}

/** A figure in words with its unit: `28,267 万元`, `3.5%`, `160 个`; null: it has none. */
export const withUnit = (words: string, unit: string | null): string =>
  unit === null || unit === '' ? words : unit === '%' ? `${words}%` : `${words} ${unit}`

/** Text of 万元 as text of 亿元: the point moves four places; not through a float. What is no such number stays. */
export function wanToYi(text: string): string {
  if (!/^\d+$/.test(text)) return text
  const padded = text.padStart(5, '0')
  const places = padded.slice(-4).replace(/0+$/, '')
  const whole = padded.slice(0, -4).replace(/^0+(?=\d)/, '')
  return places === '' ? whole : `${whole}.${places}`
}

/** A sum in the unit it was reported in, for sums that are compared: `139,000 万元`. */
export const wanWords = (wan: number): string => withUnit(grouped(String(wan)), '万元')

/** A sum by itself: from one 亿元 on in 亿元, exactly (`139000` → `13.9 亿元`). */
export const moneyWords = (wan: number): string =>
  wan < 10_000 ? wanWords(wan) : `${grouped(wanToYi(String(wan)))} 亿元`
