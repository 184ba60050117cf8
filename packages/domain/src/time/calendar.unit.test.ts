import fc from 'fast-check'
import { periodsOf } from '@lianxi/schema/period'
import { expect, it } from 'vitest'
import { momentsOf } from './calendar'

const rule = {
  frequency: 'quarter',
  opensAfterDays: 1,
  dueAfterDays: 15,
  closesAfterDays: 75,
  dueTime: '18:00',
} as const

it('opens a quarter at midnight in China on the day after it, and falls due at six in the evening', () => {
  expect(momentsOf('2025Q3', rule)).toEqual({
    opensAt: new Date('2025-09-30T16:00:00Z'),
    dueAt: new Date('2025-10-15T10:00:00Z'),
    closesAt: new Date('2025-12-14T10:00:00Z'),
  })
})

it('knows the ends of February and of the year', () => {
  const monthly = { ...rule, frequency: 'month' } as const
  expect(momentsOf('2024-02', monthly).opensAt).toEqual(new Date('2024-02-29T16:00:00Z'))
  expect(momentsOf('2025', { ...rule, frequency: 'year' }).opensAt).toEqual(new Date('2025-12-31T16:00:00Z'))
})

it('never falls due before it opens, nor closes before it is due', () => {
  const frequencies = fc.constantFrom('month', 'quarter', 'half', 'year')
  fc.assert(
    fc.property(
      frequencies,
      fc.integer({ min: 2021, max: 2040 }),
      fc.nat(90),
      fc.nat(90),
      (frequency, year, due, more) => {
        for (const period of periodsOf(year, frequency)) {
          const moments = momentsOf(period, {
            ...rule,
            frequency,
            dueAfterDays: 1 + due,
            closesAfterDays: 1 + due + more,
          })
          expect(moments.opensAt < moments.dueAt && moments.dueAt <= moments.closesAt).toBe(true)
        }
      },
    ),
  )
})
