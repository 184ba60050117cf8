import { decide } from '@lianxi/domain/report/decide'
import { keyOf } from '@lianxi/domain/report-sheet/identity'
import type { SubmitDrafts } from '@lianxi/schema/commands/report-sheet'
import type { NilResult } from '@lianxi/schema/views/result'
import type { Database } from '../client'
import { refusal } from '../report/handle-report'
import { handleReports } from '../report/handle-reports'
import { answersOf, type OnePress, requestOfRow } from '../report/one-press'
import { readFilings } from './filings'

export type Submitting = OnePress & { input: SubmitDrafts }

/** Submits drafts as they stand, by the form's own command; one that cannot go holds back no other. */
export async function submitDrafts(prisma: Database, submitting: Submitting): Promise<NilResult> {
  const { zone, region, reports } = submitting.input
  const filings = await readFilings(prisma, { zone, region }, reports)
  const requests = reports.flatMap((report) => {
    const state = filings.get(keyOf(report))?.state
    if (state === undefined || state.entry === null) return []
    const { entry, correctionReason, warningReasons } = state
    return [requestOfRow(submitting, report, { type: 'submit', entry, correctionReason, warningReasons })]
  })
  const answers = await handleReports(prisma, { zone, region }, requests, decide)
  const byKey = new Map(requests.map(({ key }, index) => [keyOf(key), answers[index]]))
  return answersOf(reports, (key) => byKey.get(key) ?? refusal('not-found'))
}
