import { expect, it } from 'vitest'
import type { PeriodView } from '@lianxi/schema/views/common'
import { notAskedIn, periodOfBoard } from './periods'

const opened = (period: string, opensAt: string | null): PeriodView => ({
  ...{ period, label: period, frequency: 'quarter', opensAt, dueAt: null, closesAt: null },
  ...{ fellDue: false, closed: false },
})
/** Latest first, as they are read. */
const PERIODS = [
  opened('2025Q3', '2025-09-30T16:00:00.000Z'),
  opened('2025Q2', '2025-06-30T16:00:00.000Z'),
  opened('2025Q1', null),
]
const at = (wanted: string | undefined, now: string) => periodOfBoard(PERIODS, wanted, new Date(now)).period

it('is the one that is asked for, once it is open; before, the one that was current', () => {
  expect(at('2025Q2', '2025-10-12T10:00:00Z')).toBe('2025Q2')
  expect(at('2025Q3', '2025-10-12T10:00:00Z')).toBe('2025Q3')
  expect(at('2025Q3', '2025-07-12T02:00:00Z')).toBe('2025Q2')
  expect(at(undefined, '2025-07-12T02:00:00Z')).toBe('2025Q2')
})

it('gives way where the zone never heard of it, not where only its opening is unknown', () => {
  expect(at('2026Q1', '2025-10-12T10:00:00Z')).toBe('2025Q3')
  expect(at('2025Q1', '2025-10-12T10:00:00Z')).toBe('2025Q1')
})

it('does not ask for what no period of its rhythm ends with it, and says when that is asked for next', () => {
  const said = (period: string) => notAskedIn(period).map(({ frequency, next }) => `${frequency} ${next}`)
  expect(said('2025Q1')).toEqual(['half 2025H1', 'year 2025'])
  expect(said('2025Q2')).toEqual(['year 2025'])
  expect(said('2025Q3')).toEqual(['half 2025H2', 'year 2025'])
  expect(said('2025Q4')).toEqual([])
  expect(said('2025-07')).toEqual(['quarter 2025Q3', 'half 2025H2', 'year 2025'])
  expect(said('2025H1')).toEqual(['year 2025'])
  expect(said('2025')).toEqual([])
})
