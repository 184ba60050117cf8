import { expect, it } from 'vitest'
import { alike } from './words'

const due = (period: string, state: 'reported' | 'overdue', late = false) => ({ period, state, late, dueAt: null })

it('says once what stands alike in periods that follow each other', () => {
  const quarters = [
    due('2025Q1', 'reported'),
    due('2025Q2', 'reported'),
    due('2025Q3', 'reported', true),
    due('2025Q4', 'overdue'),
  ]
  expect(alike(quarters)).toEqual([
    { periods: ['2025Q1', '2025Q2'], state: 'reported', late: false },
    { periods: ['2025Q3'], state: 'reported', late: true },
    { periods: ['2025Q4'], state: 'overdue', late: false },
  ])
})
