import { describe, expect, it } from 'vitest'
import { add, summaryLine, tallyOf } from './tally'

const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, success: true, testResults: [] }

describe('tallyOf', () => {
  it('counts passed, failed and skipped tests', () => {
    const counted = tallyOf({ ...report, numFailedTests: 2, numPendingTests: 1, success: false })
    expect(counted).toEqual({ passed: 3, failed: 2, skipped: 1 })
  })

  it('counts a file that could not be loaded', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }]
    expect(tallyOf({ ...report, success: false, testResults }).failed).toBe(1)
  })

  it('counts a run that failed outside its tests', () => {
    expect(tallyOf({ ...report, success: false }).failed).toBe(1)
  })
})

it('says the sum on one plain line', () => {
  const sum = add({ passed: 1, failed: 0, skipped: 0 }, { passed: 2, failed: 1, skipped: 4 })
  expect(summaryLine(sum)).toBe('3 passed, 1 failed')
})
