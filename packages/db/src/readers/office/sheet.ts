import type { ReportSheetInput } from '@lianxi/schema/commands/report-sheet'
import {
  type ReportSheets,
  type ReportSheetView,
  type SheetLine,
  SheetRowState,
} from '@lianxi/schema/views/report-sheet'
import type { Database } from '../../client'
import { judgeSheet, type JudgedLine, type SheetReader } from '../../report-sheet/judge'
import { findReportSheet } from '../../report-sheet/row'
import { endingWith } from '../base/periods'
import { bodyName, readReference, regionName } from '../base/reference'

const SHOWN = 200
const NOTICES_SHOWN = 50
/** What wants somebody's eyes stands first. */
const ORDER = SheetRowState.options

/** An uploaded 报送表 and what of it would become drafts now; null: there is none of this region's the viewer may see. */
export async function findReportSheetView(
  db: Database,
  asked: { zone: string; region: string; id: string },
  reader: SheetReader,
): Promise<ReportSheetView | null> {
  const stored = await findReportSheet(db, asked)
  if (stored === undefined || !reader.bodies.includes(stored.body)) return null
  const [reference, { lines, notices }] = await Promise.all([
    readReference(db, stored.zone),
    judgeSheet(db, stored, reader),
  ])
  const count = (state: SheetRowState) => lines.filter(({ judged }) => judged.state === state).length
  const { zone, period, id, fileName } = stored
  const told = lines.filter(saysSomething).sort((a, b) => rank(a) - rank(b))
  return {
    ...{ zone, period, id, fileName, notices: notices.slice(0, NOTICES_SHOWN) },
    ...{ region: regionName(reference, stored.region), body: bodyName(reference, stored.body) },
    ...{ uploadedBy: stored.actorName, uploadedAt: stored.createdAt.toISOString() },
    counts: {
      ...{ rows: lines.length, faulty: count('faulty'), conflict: count('conflict'), locked: count('locked') },
      ...{ ready: count('ready'), same: count('same'), untouched: count('untouched') },
      asking: lines.filter(({ judged }) => judged.asking && judged.state !== 'faulty').length,
    },
    lines: told.slice(0, SHOWN).map(lineOf),
    unlisted: Math.max(0, told.length - SHOWN),
    ready: lines.filter(({ judged }) => judged.state === 'ready').map(targetOf),
    conflicts: lines.filter(({ judged }) => judged.state === 'conflict').map(targetOf),
    drafts: lines.filter(isSubmittable).map(targetOf),
  }
}

const rank = ({ judged: { state, asking } }: JudgedLine): number => ORDER.indexOf(state) - (asking ? 0.5 : 0)

const targetOf = ({ found: { subject, period }, filing }: JudgedLine) => ({
  ...{ subject, period, expectedVersion: filing.state.version },
})

/** A draft that says what the file says, without a fault or a question. */
const isSubmittable = ({ judged, filing: { state } }: JudgedLine): boolean =>
  judged.state === 'same' &&
  ['draft', 'sent-back', 'returned'].includes(state.state) &&
  state.entry !== null &&
  !judged.asking

/** Neither left as it went out nor only repeating what was reported long ago. */
const saysSomething = (line: JudgedLine): boolean =>
  line.judged.state === 'same' ? line.judged.asking || isSubmittable(line) : line.judged.state !== 'untouched'

function lineOf({ found, filing, judged }: JudgedLine): SheetLine {
  const { table, row, subject, period } = found
  const { state, why, faults, fields } = judged
  return {
    ...{ sheet: table.sheet.name, row: row.number, subject, period, name: filing.known.doc.name },
    ...{ state, why, version: filing.state.version, faults, fields },
  }
}

const UPLOADS = 10

/** The bodies the viewer reports for, and the period's uploads of lately: each can be opened again. */
export async function readReportSheets(
  db: Database,
  { zone, region, period }: Omit<ReportSheetInput, 'body'>,
  bodies: readonly string[],
): Promise<ReportSheets> {
  const [reference, uploads] = await Promise.all([
    readReference(db, zone),
    db.reportSheet.findMany({
      where: { zone, region, body: { in: [...bodies] }, period: { in: endingWith(period) } },
      select: { id: true, fileName: true, body: true, actorName: true, createdAt: true },
      orderBy: { createdAt: 'desc' },
      take: UPLOADS,
    }),
  ])
  return {
    bodies: bodies.map((code) => bodyName(reference, code)),
    uploads: uploads.map(({ id, fileName, body, actorName, createdAt }) => ({
      ...{ id, fileName, body: bodyName(reference, body) },
      ...{ uploadedBy: actorName, uploadedAt: createdAt.toISOString() },
    })),
  }
}
