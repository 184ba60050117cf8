/** Digits in groups of three, as people read them: `12345.6` → `12,345.6`. The text is exact and stays so; also its sign. */
export function grouped(decimal: string): string {
  const [whole = '', places] = decimal.split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return places === undefined ? digits : `${digits}.${places}`
}

/** Text of 万元 as text of 亿元: the point moves four places; not through a float. What is no such number stays. */
export function wanToYi(text: string): string {
  if (!/^\d+$/.test(text)) return text
  const padded = text.padStart(5, '0')
  const places = padded.slice(-4).replace(/0+$/, '')
  const whole = padded.slice(0, -4).replace(/^0+(?=\d)/, '')
  return places === '' ? whole : `${whole}.${places}`
}

/** A sum by itself: from one 亿元 on in 亿元, exactly (`139000` → `13.9 亿元`). Sums that are compared stay in one unit. */
export const moneyWords = (wan: number): string =>
  wan < 10_000 ? `${grouped(String(wan))} 万元` : `${grouped(wanToYi(String(wan)))} 亿元`
