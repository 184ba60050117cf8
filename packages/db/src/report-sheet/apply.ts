import { decide } from '@lianxi/domain/report/decide'
import { keyOf } from '@lianxi/domain/report-sheet/identity'
import type { ApplyReportSheet } from '@lianxi/schema/commands/report-sheet'
import type { NilResult, ReportResult } from '@lianxi/schema/views/result'
import type { Database } from '../client'
import { refusal } from '../report/handle-report'
import { handleReports } from '../report/handle-reports'
import { answersOf, type OnePress, requestOfRow } from '../report/one-press'
import { officeReport } from '../report/row'
import { judgeSheet, type JudgedLine } from './judge'
import { findReportSheet } from './row'

export type Applying = OnePress & { input: ApplyReportSheet }

/**
 * Makes drafts of an upload's rows by the form's own command; one that cannot be saved holds back no other. A row that
 * already says what the file says is done; a newer version than the preview showed is a conflict.
 */
export async function applyReportSheet(prisma: Database, applying: Applying): Promise<NilResult> {
  const { input, actor } = applying
  const stored = await findReportSheet(prisma, input)
  const mine = stored !== undefined && actor.bodies.includes(stored.body)
  if (!mine) return answersOf(input.rows, () => refusal('not-found'))
  const { lines } = await judgeSheet(prisma, stored, actor, input.rows)
  const byKey = new Map(lines.map((line) => [keyOf(line.found), line]))
  const settled = new Map(input.rows.map((row) => [keyOf(row), settledAlready(byKey.get(keyOf(row)))]))
  const open = input.rows.flatMap((row) => {
    const line = byKey.get(keyOf(row))
    return settled.get(keyOf(row)) !== undefined || line === undefined ? [] : [requestOf(applying, row, line)]
  })
  const saved = await handleReports(prisma, { zone: input.zone, region: input.region }, open, decide)
  const savedByKey = new Map(open.map(({ key }, index) => [keyOf(key), saved[index]]))
  return answersOf(input.rows, (key) => settled.get(key) ?? savedByKey.get(key) ?? refusal('report-sheet-row'))
}

/** What needs no saving: done before, or not to be saved at all. */
function settledAlready(line: JudgedLine | undefined): ReportResult | undefined {
  if (line === undefined) return refusal('report-sheet-row')
  const { filing, judged } = line
  if (judged.state === 'same' && filing.stored !== undefined) {
    const { stored, state, known } = filing
    return { ok: true, report: officeReport(stored.id, state, known.kind, stored.updatedAt), findings: [] }
  }
  return judged.state === 'ready' || judged.state === 'conflict' ? undefined : refusal('report-sheet-row')
}

function requestOf(
  applying: Applying,
  row: ApplyReportSheet['rows'][number],
  { judged: { entry, warningReasons } }: JudgedLine,
) {
  const command = { type: 'save-draft' as const, entry, correctionReason: null, warningReasons }
  return requestOfRow(applying, row, command, { ...row, id: applying.input.id })
}
