import { describe, expect, it } from 'vitest'
import { remindersFor, type Owing } from './reminders'

const DUE = '2025-10-15T10:00:00.000Z'
const owed: Owing = { zone: 'Z-PX', body: '510403-FGJ', region: '510403', period: '2025Q3', dueAt: DUE, missing: 5 }
const days = { before: [3, 1], after: [1, 7] }
const said = (now: string, change: Partial<Owing> = {}) =>
  remindersFor([{ ...owed, ...change }], days, now).map(
    ({ kind, dedupeKey }) => `${kind} ${dedupeKey.split(':').at(-1)}`,
  )

describe('a reminder', () => {
  it('comes three days and one day before the moment, the latest of them only', () => {
    expect(said('2025-10-12T09:59:59.999Z')).toEqual([])
    expect(said('2025-10-12T10:00:00.000Z')).toEqual(['due-soon 3'])
    expect(said('2025-10-14T09:00:00.000Z')).toEqual(['due-soon 3'])
    expect(said('2025-10-14T10:00:00.000Z')).toEqual(['due-soon 1'])
  })

  it('comes on the day after in China, not a minute after the moment', () => {
    expect(said('2025-10-15T10:01:00.000Z')).toEqual([])
    expect(said('2025-10-15T16:00:00.000Z')).toEqual(['overdue 1'])
    expect(said('2025-10-22T00:00:00.000Z')).toEqual(['overdue 7'])
  })

  it('is not given long afterwards, when a worker had stood still', () => {
    expect(said('2025-10-19T00:00:00.000Z')).toEqual([])
    expect(said('2026-01-01T00:00:00.000Z')).toEqual([])
  })

  it('is another one when there is more time', () => {
    const [one] = remindersFor([owed], days, '2025-10-14T10:00:00.000Z')
    const [other] = remindersFor([{ ...owed, dueAt: '2025-10-20T10:00:00.000Z' }], days, '2025-10-19T10:00:00.000Z')
    expect(one?.dedupeKey).not.toBe(other?.dedupeKey)
    expect(one?.text).toBe('2025年三季度填报将于2025-10-15 18:00截止，还有5项尚未报送。')
  })
})
