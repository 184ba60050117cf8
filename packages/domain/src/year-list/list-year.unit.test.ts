import { expect, it } from 'vitest'
import { listYears } from './list-year'

it('takes the years of the plans and of the next one, and none before them', () => {
  expect(listYears([])).toBeNull()
  const plans = [
    { periodStart: 2021, periodEnd: 2025 },
    { periodStart: 2020, periodEnd: 2024 },
  ]
  expect(listYears(plans)).toEqual({ first: 2020, last: 2030 })
})
