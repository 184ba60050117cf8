import { expect, it } from 'vitest'
import type { PeriodView } from '@lianxi/schema/views/common'
import { periodOfBoard } from './periods'

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
