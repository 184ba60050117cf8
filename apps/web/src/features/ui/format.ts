import { grouped as withSeparators, moneyWords } from '@lianxi/schema/figure-words'
import type { LastFigure } from '@lianxi/schema/views/cell'

/** China has one time zone and no summer time, so +8 h is exact and needs no time-zone data in old browsers. */
const SHANGHAI_MS = 8 * 3_600_000

function shanghai(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString()
}

/** `2025-10-12 18:00` in Asia/Shanghai. */
export const minuteOf = (instant: string): string => shanghai(instant).slice(0, 16).replace('T', ' ')
/** `2025-10-12T18:00` in Asia/Shanghai, as addresses and date and time fields have it. */
export const fieldMinuteOf = (instant: string): string => shanghai(instant).slice(0, 16)
/** `10-12 18:00`: the year is said elsewhere on the page. */
export const shortMinuteOf = (instant: string): string => minuteOf(instant).slice(5)
/** `2025-10-12` in Asia/Shanghai. */
export const dateOf = (instant: string): string => shanghai(instant).slice(0, 10)
/** `18:00:04` in Asia/Shanghai. */
export const secondOf = (instant: string): string => shanghai(instant).slice(11, 19)
/** `18:00:04` of the day that is today at `now`, else with its day, and in another year with that. */
export function sinceOf(instant: string, now: string): string {
  if (dateOf(instant) === dateOf(now)) return secondOf(instant)
  return dateOf(instant).slice(0, 4) === dateOf(now).slice(0, 4) ? shortMinuteOf(instant) : minuteOf(instant)
}
/** `2025-10-12T18:00:04+08:00`: Asia/Shanghai, for other programs. */
export const chinaSecond = (instant: string): string => `${shanghai(instant).slice(0, 19)}+08:00`
/** `2025-10-12 18:00:04` in Asia/Shanghai. */
export const momentOf = (instant: string): string => shanghai(instant).slice(0, 19).replace('T', ' ')

/** Digits in groups of three, with the minus that stands in columns of figures: `-12345.6` → `−12,345.6`. */
export const grouped = (decimal: string): string => withSeparators(decimal).replace(/^-/, '−')

/** The same of what somebody typed; what is no number stays as it is. */
export const groupedAsTyped = (typed: string): string => (/^-?\d+(\.\d+)?$/.test(typed) ? grouped(typed) : typed)

export const figure = (decimal: string | null | undefined): string => (decimal ? grouped(decimal) : '—')
export const wan = (amount: number | null | undefined): string => figure(amount?.toString())
export const percent = (text: string | null | undefined): string => (text ? `${text}%` : '—')

/** 万元 in words: from one 亿元 on in 亿元, exactly (`139000` → `13.9 亿元`). */
export const moneyInWords = (amount: number | null | undefined): string =>
  amount === null || amount === undefined ? '—' : moneyWords(amount)

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
