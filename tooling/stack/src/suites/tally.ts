import path from 'node:path'
import { z } from 'zod'

/** `faults`: what failed and how it began to say so; a run can fail without any. */
export type Tally = { passed: number; failed: number; skipped: number; faults?: readonly string[] }

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  faults: [...(a.faults ?? []), ...(b.faults ?? [])],
})

/** The parts of Vitest's JSON report that are counted. */
const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
})

const MOST_LINES = 8
const asFault = (what: string, messages: readonly string[]): string =>
  [what, ...messages.flatMap((message) => message.split('\n').slice(0, MOST_LINES))].join('\n    ')

/** The end of a long log is what people see first: it must say what failed. */
const faultsOf = (files: z.infer<typeof Report>['testResults']): string[] =>
  files.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.basename(name)
    if (assertionResults.length === 0) return status === 'failed' ? [asFault(file, [message])] : []
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => asFault(`${file} · ${test.fullName}`, test.failureMessages ?? []))
  })

/** A file that could not even be loaded has no tests to count: it counts as one failed. */
export function tallyOf(json: unknown): Tally {
  const report = Report.parse(json)
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + broken
  return {
    passed: report.numPassedTests,
    // A failed teardown or an unhandled rejection fails the run without failing a test.
    failed: failed === 0 && !report.success ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    faults: faultsOf(report.testResults),
  }
}

/** The last line of `npm test`, for people and machines alike. */
export const summaryLine = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`
