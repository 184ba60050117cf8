import { describe, expect, it } from 'vitest'
import { sameTimeOn } from '../time/calendar'
import { chasedLately, chasingText, daysLate } from './chasing'

const DUE = '2025-10-15T10:00:00.000Z'

describe('days late', () => {
  it('are none until the moment, one on the same day, and then the days of China’s calendar', () => {
    expect(daysLate(null, DUE)).toBeNull()
    expect(daysLate(DUE, DUE)).toBeNull()
    expect(daysLate(DUE, '2025-10-15T10:00:00.001Z')).toBe(1)
    expect(daysLate(DUE, '2025-10-15T16:00:00.000Z')).toBe(1)
    expect(daysLate(DUE, '2025-10-16T16:00:00.000Z')).toBe(2)
  })
})

it('tells a reminder of these minutes from one of today, and both from older ones', () => {
  expect(chasedLately(null, DUE)).toBeNull()
  expect(chasedLately(DUE, '2025-10-15T10:09:59.000Z')).toBe('just-now')
  expect(chasedLately(DUE, '2025-10-15T10:10:00.000Z')).toBe('today')
  expect(chasedLately(DUE, '2025-10-16T10:00:00.000Z')).toBeNull()
})

describe('the message to one body', () => {
  const owed = (name: string) => ({ name, period: '2025Q3', dueAt: DUE, state: 'overdue', awaiting: false })
  it('says what is missing, until when and what to do', () => {
    const text = chasingText('西区发展和改革局', [owed('地区生产总值')], '2025-10-18T02:00:00.000Z')
    expect(text).toContain('西区发展和改革局：以下1项尚未报送')
    expect(text).toContain('1. 地区生产总值（2025年三季度，截止2025-10-15 18:00，已逾期3天）')
  })
  it('says of what waits for the body’s own approver that he is to act, apart from what nobody filled in', () => {
    const waits = { ...owed('森林覆盖率'), state: 'returned', awaiting: true }
    const text = chasingText('西区', [waits, owed('地区生产总值')], DUE)
    expect(text).toContain('西区：以下1项尚未报送')
    expect(text).toContain(
      '以下1项已填报，待本单位审核，请审核人及时审核报送。\n1. 森林覆盖率（2025年三季度，截止2025-10-15 18:00）',
    )
    expect(chasingText('西区', [waits], DUE)).not.toContain('尚未报送')
  })
  it('stays short enough to be read', () => {
    const many = Array.from({ length: 30 }, (_, n) => owed(`指标${n}`))
    expect(chasingText('西区', many, DUE).split('\n')).toHaveLength(22)
  })
})

it('extends to the same time of day in China', () => {
  expect(sameTimeOn('2025-10-20', DUE)).toBe('2025-10-20T10:00:00.000Z')
  expect(sameTimeOn('2025-10-20', '2025-10-15T16:30:00.000Z')).toBe('2025-10-19T16:30:00.000Z')
})
