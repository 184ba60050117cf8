import type { LastFigure } from '@lianxi/schema/views/cell'

/** China has one time zone and no summer time, so +8 h is exact and needs no time-zone data in old browsers. */
const SHANGHAI_MS = 8 * 3_600_000

function shanghai(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString()
}

/** `2025-10-12 18:00` in Asia/Shanghai. */
export const minuteOf = (instant: string): string => shanghai(instant).slice(0, 16).replace('T', ' ')
/** `10-12 18:00`: the year is said elsewhere on the page. */
export const shortMinuteOf = (instant: string): string => minuteOf(instant).slice(5)
/** `2025-10-12` in Asia/Shanghai. */
export const dateOf = (instant: string): string => shanghai(instant).slice(0, 10)
/** `18:00:04` in Asia/Shanghai. */
export const secondOf = (instant: string): string => shanghai(instant).slice(11, 19)
/** `2025-10-12 18:00:04` in Asia/Shanghai. */
export const momentOf = (instant: string): string => shanghai(instant).slice(0, 19).replace('T', ' ')

/** Digits in groups of three: `12345.6` → `12,345.6`; the text itself is exact and stays so. */
export function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const body = whole.replace(/^-/, '').replace(/\B(?=(\d{3})+$)/g, ',')
  return `${whole.startsWith('-') ? '−' : ''}${body}${fraction === undefined ? '' : `.${fraction}`}`
}

export const figure = (decimal: string | null | undefined): string => (decimal ? grouped(decimal) : '—')
export const wan = (amount: number | null | undefined): string => figure(amount?.toString())
export const percent = (text: string | null | undefined): string => (text ? `${text}%` : '—')

/** 万元 in words: from one 亿元 on in 亿元, exactly (`139000` → `13.9 亿元`). */
export function moneyInWords(amount: number | null | undefined): string {
  if (amount === null || amount === undefined) return '—'
  if (amount < 10_000) return `${grouped(String(amount))} 万元`
  return `${grouped(wanToYi(String(amount)))} 亿元`
}

/** Text of 万元 as text of 亿元: the point moves four places; not through a float. */
export function wanToYi(text: string): string {
  if (!/^\d+$/.test(text)) return text
  const padded = text.padStart(5, '0')
  const fraction = padded.slice(-4).replace(/0+$/, '')
  const whole = padded.slice(0, -4).replace(/^0+(?=\d)/, '')
  return fraction === '' ? whole : `${whole}.${fraction}`
}

/** Text of 亿元 as text of 万元; what is not such a number stays as typed and the check says so. */
export function yiToWan(typed: string): string {
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '')
  const match = /^(\d+)(?:\.(\d*))?$/.exec(plain)
  if (match === null) return typed
  const [, whole = '', fraction = ''] = match
  const moved = `${whole}${fraction.padEnd(4, '0').slice(0, 4)}`.replace(/^0+(?=\d)/, '')
  const rest = fraction.slice(4).replace(/0+$/, '')
  return rest === '' ? moved : `${moved}.${rest}`
}

/** Whole days and hours until an instant, in words; `now` is the board's clock. */
export function remaining(until: string, now: string): string {
  const hours = Math.floor((Date.parse(until) - Date.parse(now)) / 3_600_000)
  if (hours < 0) return `已逾期 ${Math.max(1, Math.ceil(-hours / 24))} 天`
  return hours < 24 ? `剩 ${hours} 小时` : `剩 ${Math.floor(hours / 24)} 天`
}

/** The one figure that stands for a report in a list: a target's value or a project's progress. */
export const standsFor = (last: Pick<LastFigure, 'value' | 'progressPercent'>): string =>
  last.value === null ? percent(last.progressPercent) : grouped(last.value)
