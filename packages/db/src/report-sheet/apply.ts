import { decide } from '@lianxi/domain/report/decide'
import { keyOf } from '@lianxi/domain/report-sheet/identity'
import { refuse } from '@lianxi/domain/report/refusal'
import type { ApplyReportSheet } from '@lianxi/schema/commands/report-sheet'
import type { NilResult, ReportResult } from '@lianxi/schema/views/result'
import { v5 as uuidv5 } from 'uuid'
import type { Database } from '../client'
import { handleReports } from '../report/handle-reports'
import { officeReport } from '../report/row'
import { judgeSheet, type JudgedLine } from './judge'
import { findReportSheet } from './row'

export type Applying = {
  input: ApplyReportSheet
  actor: { id: string; name: string; bodies: string[] }
  procedure: string
  traceparent: string
}

const no = (code: 'not-found' | 'report-sheet-row'): ReportResult => ({
  ...{ ok: false, refusal: refuse(code), findings: [], conflict: null },
})

/**
 * Makes drafts of an upload's rows by the form's own command; one that cannot be saved holds back no other. A row that
 * already says what the file says is done; a newer version than the preview showed is a conflict.
 */
export async function applyReportSheet(prisma: Database, applying: Applying): Promise<NilResult> {
  const { input, actor } = applying
  const stored = await findReportSheet(prisma, input)
  const mine = stored !== undefined && actor.bodies.includes(stored.body)
  if (!mine) return { results: input.rows.map(({ subject, period }) => ({ subject, period, result: no('not-found') })) }
  const { lines } = await judgeSheet(prisma, stored, actor, input.rows)
  const byKey = new Map(lines.map((line) => [keyOf(line.found), line]))
  const asked = input.rows.map((row) => ({ row, settled: settledAlready(byKey.get(keyOf(row))) }))
  const open = asked.flatMap(({ row, settled }) => {
    const line = byKey.get(keyOf(row))
    return settled !== undefined || line === undefined ? [] : [requestOf(applying, row, line)]
  })
  const saved = await handleReports(prisma, { zone: input.zone, region: input.region }, open, decide)
  const savedByKey = new Map(open.map(({ key }, index) => [keyOf(key), saved[index]]))
  return {
    results: asked.map(({ row, settled }) => ({
      ...{ subject: row.subject, period: row.period },
      result: settled ?? savedByKey.get(keyOf(row)) ?? no('report-sheet-row'),
    })),
  }
}

/** What needs no saving: done before, or not to be saved at all. */
function settledAlready(line: JudgedLine | undefined): ReportResult | undefined {
  if (line === undefined) return no('report-sheet-row')
  const { filing, judged } = line
  if (judged.state === 'same' && filing.stored !== undefined) {
    const { stored, state, known } = filing
    return { ok: true, report: officeReport(stored.id, state, known.kind, stored.updatedAt), findings: [] }
  }
  return judged.state === 'ready' || judged.state === 'conflict' ? undefined : no('report-sheet-row')
}

function requestOf(
  { input, actor, procedure, traceparent }: Applying,
  row: ApplyReportSheet['rows'][number],
  { judged: { entry, warningReasons } }: JudgedLine,
) {
  const { zone, region, idempotencyKey, id } = input
  return {
    key: { zone, region, subject: row.subject, period: row.period },
    command: { type: 'save-draft' as const, entry, correctionReason: null, warningReasons },
    actor,
    press: { userId: actor.id, key: uuidv5(keyOf(row), idempotencyKey), procedure, input: { ...row, id } },
    ...{ expectedVersion: row.expectedVersion, traceparent },
  }
}
