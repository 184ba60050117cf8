import { keyOf } from '@lianxi/domain/report-sheet/identity'
import { markRow, type MarkedRow } from '@lianxi/domain/report-sheet/marked-row'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import type { Database } from '../client'
import { judgeSheet, type JudgedLine, type SheetReader } from './judge'
import type { StoredSheet } from './row'
import { readReportTemplate, type ReportTemplate } from './template'

export type MarkedSheet = Pick<ReportTemplate, 'identity'> & { rows: Record<SubjectKind, MarkedRow[]> }

/** Rows that go back to the office: what was wrong, what nobody explained, and what somebody else changed meanwhile. */
const comesBack = ({ judged: { state, faults, asking } }: JudgedLine): boolean =>
  state === 'faulty' || state === 'conflict' || (asking && faults.length > 0 && (state === 'ready' || state === 'same'))

/** The rows of an upload that could not all be taken, as the same template with what was typed and why at each cell. */
export async function readMarkedSheet(db: Database, stored: StoredSheet, reader: SheetReader): Promise<MarkedSheet> {
  const { zone, region, body, period } = stored
  const [template, { lines }] = await Promise.all([
    readReportTemplate(db, { zone, region, body, period }),
    judgeSheet(db, stored, reader),
  ])
  const fresh = new Map([...template.rows.project, ...template.rows.target].map((row) => [row['key'], row]))
  const rows: MarkedSheet['rows'] = { project: [], target: [] }
  const kept = new Set<string>()
  for (const line of lines.filter(comesBack)) {
    const { found, judged } = line
    const key = keyOf(found)
    const row = fresh.get(key)
    if (row === undefined || kept.has(key)) continue
    kept.add(key)
    const said = judged.why === null ? [] : [{ ...CONFLICT, sheet: '', row: 0, message: judged.why }]
    const sheet = rows[found.table.kind]
    sheet.push(markRow(found, { ...row, no: sheet.length + 1 }, [...judged.faults, ...said]))
  }
  const identity = { ...template.identity, rows: template.identity.rows.filter(({ key }) => kept.has(key)) }
  return { identity, rows }
}

const CONFLICT = { level: 'warning', column: null, head: null, cell: '' } as const
