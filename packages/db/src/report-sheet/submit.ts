import { decide } from '@lianxi/domain/report/decide'
import { keyOf } from '@lianxi/domain/report-sheet/identity'
import { refuse } from '@lianxi/domain/report/refusal'
import type { SubmitDrafts } from '@lianxi/schema/commands/report-sheet'
import type { NilResult } from '@lianxi/schema/views/result'
import { v5 as uuidv5 } from 'uuid'
import type { Database } from '../client'
import { handleReports } from '../report/handle-reports'
import type { Applying } from './apply'
import { readFilings } from './filings'

export type Submitting = Omit<Applying, 'input'> & { input: SubmitDrafts }

/** Submits drafts as they stand, by the form's own command; one that cannot go holds back no other. */
export async function submitDrafts(prisma: Database, submitting: Submitting): Promise<NilResult> {
  const { input, actor, procedure, traceparent } = submitting
  const { zone, region, idempotencyKey, reports } = input
  const filings = await readFilings(prisma, { zone, region }, reports)
  const requests = reports.flatMap((report) => {
    const state = filings.get(keyOf(report))?.state
    if (state === undefined || state.entry === null) return []
    const { entry, correctionReason, warningReasons } = state
    const { subject, period, expectedVersion } = report
    return [
      {
        key: { zone, region, subject, period },
        command: { type: 'submit' as const, entry, correctionReason, warningReasons },
        press: { userId: actor.id, key: uuidv5(keyOf(report), idempotencyKey), procedure, input: report },
        ...{ actor, expectedVersion, traceparent },
      },
    ]
  })
  const answers = await handleReports(prisma, { zone, region }, requests, decide)
  const byKey = new Map(requests.map(({ key }, index) => [keyOf(key), answers[index]]))
  const missing = { ok: false as const, refusal: refuse('not-found'), findings: [], conflict: null }
  return {
    results: reports.map((report) => ({
      ...{ subject: report.subject, period: report.period },
      result: byKey.get(keyOf(report)) ?? missing,
    })),
  }
}
