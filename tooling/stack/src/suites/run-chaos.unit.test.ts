import { expect, it } from 'vitest'
import { tallyOfChaos } from './run-chaos'

const clean = { findings: [] }
const report = { size: { kills: 2 }, survived: [{}, {}], verdict: { checks: [clean, clean, clean] } }

it('counts faults survived and questions without a finding', () => {
  expect(tallyOfChaos(report, 0)).toEqual({ passed: 5, failed: 0, skipped: 0 })
})

it('counts a fault that was not survived and a question that found something', () => {
  const bad = { ...report, survived: [{}], verdict: { checks: [clean, { findings: [{}, {}] }] } }
  expect(tallyOfChaos(bad, 1)).toEqual({ passed: 2, failed: 2, skipped: 0 })
})

it('never passes a run that ended badly', () => {
  expect(tallyOfChaos(report, 1).failed).toBe(1)
})
