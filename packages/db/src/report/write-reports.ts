import { decide } from '@lianxi/domain/report/decide'
import { keyOf } from '@lianxi/domain/report-sheet/identity'
import type { WriteReports } from '@lianxi/schema/commands/report-grid'
import type { NilResult } from '@lianxi/schema/views/result'
import type { Database } from '../client'
import { refusal } from './handle-report'
import { handleReports } from './handle-reports'
import { answersOf, type OnePress, requestOfRow } from './one-press'

/** Rows of a grid, saved or submitted by the form's own command; one that cannot go holds back no other. */
export async function writeReports(
  prisma: Database,
  press: OnePress & { input: WriteReports },
  type: 'save-draft' | 'submit',
): Promise<NilResult> {
  const { reports } = press.input
  const requests = reports.map((row) => {
    const { entry, correctionReason, warningReasons } = row
    return requestOfRow(press, row, { type, entry, correctionReason, warningReasons })
  })
  const answers = await handleReports(prisma, press.input, requests, decide)
  const byKey = new Map(requests.map(({ key }, index) => [keyOf(key), answers[index]]))
  return answersOf(reports, (key) => byKey.get(key) ?? refusal('not-found'))
}
