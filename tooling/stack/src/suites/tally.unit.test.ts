import { describe, expect, it } from 'vitest'
import { add, summaryLine, tallyOf } from './tally'

const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, success: true, testResults: [] }

describe('tallyOf', () => {
  it('counts passed, failed and skipped tests', () => {
    const counted = tallyOf({ ...report, numFailedTests: 2, numPendingTests: 1, success: false })
    expect(counted).toEqual({ passed: 3, failed: 2, skipped: 1, faults: [] })
  })

  it('counts a file that could not be loaded', () => {
    const testResults = [{ name: '/a/b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }]
    const counted = tallyOf({ ...report, success: false, testResults })
    expect(counted).toMatchObject({ failed: 1, faults: ['b.test.ts\n    no such module'] })
  })

  it('says of a failed test where it stands and how its message begins', () => {
    const failureMessages = [Array.from({ length: 40 }, (_, line) => `line ${line + 1}`).join('\n')]
    const assertionResults = [
      { fullName: 'a thing is right', status: 'passed', failureMessages: [] },
      { fullName: 'a thing is wrong', status: 'failed', failureMessages },
    ]
    const testResults = [{ name: '/a/b.test.ts', status: 'failed', message: '', assertionResults }]
    const [fault, ...more] = tallyOf({ ...report, numFailedTests: 1, success: false, testResults }).faults ?? []
    expect(fault).toMatch(/^b\.test\.ts · a thing is wrong\n {4}line 1\n/)
    expect(fault).toContain('line 8')
    expect([fault?.includes('line 9'), more]).toEqual([false, []])
  })

  it('counts a run that failed outside its tests', () => {
    expect(tallyOf({ ...report, success: false }).failed).toBe(1)
  })
})

it('says the sum on one plain line', () => {
  const sum = add({ passed: 1, failed: 0, skipped: 0 }, { passed: 2, failed: 1, skipped: 4 })
  expect(summaryLine(sum)).toBe('3 passed, 1 failed')
})
