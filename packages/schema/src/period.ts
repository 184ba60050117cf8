import { z } from 'zod'

/**
 * What a report is about: `2025` (year), `2025H1` (half), `2025Q3` (quarter) or `2025-09` (month).
 * The form alone tells the frequency; the years are those a plan of this product can have.
 */
export const Period = z
  .string()
  .regex(/^(20[0-4]\d)(H[12]|Q[1-4]|-(0[1-9]|1[0-2]))?$/, '报告期应写作 2025、2025H1、2025Q3 或 2025-09')
  .meta({
    title: '报告期',
    description: 'year, half, quarter or month',
    examples: ['2025Q3', '2025-09', '2025H1', '2025'],
  })
export type Period = z.infer<typeof Period>

export const FREQUENCIES = ['month', 'quarter', 'half', 'year'] as const
export const Frequency = z.enum(FREQUENCIES).meta({ title: '填报频率', description: 'how often an item is reported' })
export type Frequency = z.infer<typeof Frequency>
export const FREQUENCY_LABELS = { month: '月', quarter: '季', half: '半年', year: '年' } satisfies Record<
  Frequency,
  string
>

/** The frequency a period's form implies. */
export function frequencyOf(period: Period): Frequency {
  if (period.includes('H')) return 'half'
  if (period.includes('Q')) return 'quarter'
  return period.includes('-') ? 'month' : 'year'
}

/** Calendar year of a period. */
export function yearOf(period: Period): number {
  return Number(period.slice(0, 4))
}

/** Position within its year, from 1: `2025Q3` → 3, `2025-09` → 9, `2025H2` → 2, `2025` → 1. */
export function ordinalOf(period: Period): number {
  const frequency = frequencyOf(period)
  return frequency === 'year' ? 1 : Number(period.slice(5))
}

/** Months of the year elapsed at the period's end: `2025Q3` → 9, `2025` → 12. */
export function monthsElapsed(period: Period): number {
  const monthsEach = { month: 1, quarter: 3, half: 6, year: 12 } satisfies Record<Frequency, number>
  return ordinalOf(period) * monthsEach[frequencyOf(period)]
}

/** Last day of a period, `2025Q3` → `2025-09-30`. */
export function lastDayOf(period: Period): string {
  return new Date(Date.UTC(yearOf(period), monthsElapsed(period), 0)).toISOString().slice(0, 10)
}

/** All periods of a year in order: `periodsOf(2025, 'half')` → `2025H1`, `2025H2`. */
export function periodsOf(year: number, frequency: Frequency): Period[] {
  switch (frequency) {
    case 'year':
      return [`${year}`]
    case 'half':
      return [1, 2].map((n) => `${year}H${n}`)
    case 'quarter':
      return [1, 2, 3, 4].map((n) => `${year}Q${n}`)
    case 'month':
      return Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`)
    default:
      return frequency satisfies never
  }
}

/** The period of the same frequency just before: `2025Q1` → `2024Q4`. */
export function previousPeriod(period: Period): Period {
  const frequency = frequencyOf(period)
  const siblings = periodsOf(yearOf(period), frequency)
  const before = siblings[ordinalOf(period) - 2]
  return before ?? periodsOf(yearOf(period) - 1, frequency).at(-1) ?? period
}

const orders = new Map<Period, number>()

/** A number that orders periods by the month they end in, then the finer frequency first; there are under a thousand. */
export function orderOf(period: Period): number {
  const known = orders.get(period)
  if (known !== undefined) return known
  const end = yearOf(period) * 12 + monthsElapsed(period)
  const order = end * FREQUENCIES.length + FREQUENCIES.indexOf(frequencyOf(period))
  orders.set(period, order)
  return order
}

/** Orders periods by the month they end in, then the finer frequency first. */
export const comparePeriods = (a: Period, b: Period): number => orderOf(a) - orderOf(b)

/** Chinese wording: `2025年三季度`, `2025年9月`, `2025年上半年`, `2025年`. */
export function periodLabel(period: Period): string {
  const ordinal = ordinalOf(period)
  switch (frequencyOf(period)) {
    case 'year':
      return `${yearOf(period)}年`
    case 'half':
      return `${yearOf(period)}年${ordinal === 1 ? '上' : '下'}半年`
    case 'quarter':
      return `${yearOf(period)}年${['一', '二', '三', '四'][ordinal - 1]}季度`
    case 'month':
      return `${yearOf(period)}年${ordinal}月`
  }
}
