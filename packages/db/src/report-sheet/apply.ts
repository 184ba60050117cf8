import { decide } from '@lianxi/domain/report/decide'
import { keyOf } from '@lianxi/domain/report-sheet/identity'
import { refuse } from '@lianxi/domain/report/refusal'
import type { ApplyReportSheet } from '@lianxi/schema/commands/report-sheet'
import type { NilResult, ReportResult } from '@lianxi/schema/views/result'
import { v5 as uuidv5 } from 'uuid'
import type { Database } from '../client'
import { handleReport } from '../report/handle-report'
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
 * Makes drafts of an upload's rows: each by the form's own command in a transaction of its own, so one that cannot be
 * saved holds back no other. A row that already says what the file says is done; a newer version is a conflict.
 */
export async function applyReportSheet(prisma: Database, applying: Applying): Promise<NilResult> {
  const { input, actor } = applying
  const stored = await findReportSheet(prisma, input)
  const mine = stored !== undefined && actor.bodies.includes(stored.body)
  const lines = mine ? (await judgeSheet(prisma, stored, actor, input.rows)).lines : []
  const byKey = new Map(lines.map((line) => [keyOf(line.found), line]))
  const results: NilResult['results'] = []
  for (const row of input.rows) {
    const line = byKey.get(keyOf(row))
    const result = mine ? await saveRow(prisma, applying, row, line) : no('not-found')
    results.push({ subject: row.subject, period: row.period, result })
  }
  return { results }
}

type Row = ApplyReportSheet['rows'][number]

async function saveRow(prisma: Database, applying: Applying, row: Row, line: JudgedLine | undefined) {
  const { input, actor, procedure, traceparent } = applying
  const { zone, region, idempotencyKey } = input
  if (line === undefined) return no('report-sheet-row')
  const { filing, judged } = line
  if (judged.state === 'same' && filing.stored !== undefined) {
    const { stored, state, known } = filing
    return { ok: true as const, report: officeReport(stored.id, state, known.kind, stored.updatedAt), findings: [] }
  }
  if (judged.state !== 'ready' && judged.state !== 'conflict') return no('report-sheet-row')
  const { entry, warningReasons } = judged
  return handleReport(
    prisma,
    {
      key: { zone, region, subject: row.subject, period: row.period },
      command: { type: 'save-draft', entry, correctionReason: null, warningReasons },
      actor,
      press: { userId: actor.id, key: uuidv5(keyOf(row), idempotencyKey), procedure, input: { ...row, id: input.id } },
      ...{ expectedVersion: row.expectedVersion, traceparent },
    },
    decide,
  )
}
