import { BodyListed } from '@lianxi/schema/events/facts'
import { comparePeriods, frequencyOf, periodsOf, yearOf } from '@lianxi/schema/period'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endingRefusal, takesOverFrom } from './end-body'

const body = (code: string, change: Partial<BodyListed> = {}) =>
  BodyListed.parse({ code, name: code, kind: 'department', region: '510403', parent: null, ...change })
const ending = body('510403-JXJ')
const bodies = new Map(
  [
    ending,
    body('510403-TJJ'),
    body('510403-FGJ', { kind: 'coordinating-office' }),
    body('510403-OLD', { endedOn: '2025-01-01' }),
    body('510402-TJJ', { region: '510402' }),
  ].map((one) => [one.code, one]),
)
const known = { body: ending as BodyListed | undefined, bodies, owed: [] as string[], today: '2025-10-12' }
const end = (change: Partial<typeof known> = {}, successor: string | null = null) =>
  endingRefusal({ endedOn: '2025-10-01', successor }, { ...known, ...change })

describe('a body that is no more', () => {
  it('ends where it owes nothing, or hands what it owes to another body of its region', () => {
    expect(end()).toBeUndefined()
    expect(end({ owed: ['第3项'] }, '510403-TJJ')).toBeUndefined()
  })

  it('does not end with something owed and nobody to take it over, and says what', () => {
    expect(end({ owed: ['西区2025年清单第3项'] })).toMatchObject({ code: 'body-owes' })
    expect(end({ owed: ['西区2025年清单第3项'] })?.detail).toContain('西区2025年清单第3项')
    expect(end({ owed: Array.from({ length: 9 }, (_, index) => `第${index}项`) })?.detail).toContain('等 9 项')
  })

  it.each(['510402-TJJ', '510403-OLD', '510403-JXJ', '510403-NONE'])('hands nothing to %s', (successor) => {
    expect(end({ owed: ['第3项'] }, successor)).toMatchObject({ code: 'body-successor' })
  })

  it('ends once, is known, and is not the office its region reports through', () => {
    expect(end({ body: bodies.get('510403-OLD') })).toMatchObject({ code: 'body-ended' })
    expect(end({ body: undefined })).toMatchObject({ code: 'body-unknown' })
    expect(end({ body: bodies.get('510403-FGJ') })).toMatchObject({ code: 'body-office' })
  })
})

describe('the first period a successor reports', () => {
  const quarter = { year: 2025, frequency: 'quarter' as const, reported: ['2025Q1' as const] }

  it('is the first nobody reported, also one that is long overdue: nobody else is left to report it', () => {
    expect(takesOverFrom(quarter, { endedOn: '2025-10-01', today: '2025-10-12' })).toBe('2025Q2')
  })

  it('is, while the body still stands, the one in which it ends', () => {
    expect(takesOverFrom(quarter, { endedOn: '2025-12-01', today: '2025-10-12' })).toBe('2025Q4')
    expect(takesOverFrom(quarter, { endedOn: '2026-02-01', today: '2025-10-12' })).toBeNull()
  })

  it('never takes a report from who made it', () => {
    const all = periodsOf(2025, 'month')
    fc.assert(
      fc.property(fc.subarray(all), fc.constantFrom('2025-03-01', '2025-12-31', '2026-06-01'), (reported, endedOn) => {
        const from = takesOverFrom({ year: 2025, frequency: 'month', reported }, { endedOn, today: '2025-10-12' })
        if (from === null) return
        expect([yearOf(from), frequencyOf(from)]).toEqual([2025, 'month'])
        expect(reported.every((period) => comparePeriods(period, from) < 0)).toBe(true)
      }),
    )
  })
})
