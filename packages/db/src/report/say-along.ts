import { alongside, type SaidAlong } from '@lianxi/domain/report/alongside'
import type { ReportCommand } from '@lianxi/domain/report/decide'
import { evolve, type Person, type ReportState } from '@lianxi/domain/report/state'
import type { ReportKey } from '@lianxi/schema/commands/report'
import { encodeEvent } from '@lianxi/schema/events/encode'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { v7 as uuidv7 } from 'uuid'
import { sql, type Tx, textIn } from '../client'
import { insertOutboxInTx } from '../outbox/insert'
import { servedBy } from '../readers/duty/served'
import { readServed, type SheetFiling } from '../report-sheet/filings'
import { type ImportedReport, type ImportedRevision, importReportsInTx } from './import'
import { bodyOf, keyRow, type Known } from './known'

/** Whose report it is, who speaks when, and the request's trace. */
type Deed = { filing: ReportKey; actor: Person; now: string; source: string; traceparent?: string }
type Said = SaidAlong & { id: string; other: SheetFiling }

/**
 * Says what was just published of a report of the subjects it serves too, in the same transaction: each has its own
 * event and its own report with its revisions. The caller holds the report's lock, and they are written under it only.
 */
export async function sayAlongInTx(
  tx: Tx,
  publish: LianxiEvent,
  { known, next, served }: { known: Known; next: ReportState; served: readonly SheetFiling[] },
  { filing: key, actor, now, source, traceparent }: Deed,
): Promise<void> {
  const { zone, region, period } = key
  const serving = { name: known.doc.name, unit: unitOf(known), state: next }
  const said = served.flatMap((other): Said[] => {
    const id = uuidv7()
    const it = { subject: other.known.doc.code, unit: unitOf(other.known), state: other.state }
    const along = alongside(publish, serving, it, { eventId: id, actor, now })
    return along === undefined ? [] : [{ id, other, ...along }]
  })
  const changed = said.filter(({ steps }) => steps.length > 0)
  await importReportsInTx(
    textIn(tx),
    changed.map((one) => reportOf({ zone, region, period }, one, { body: bodyOf(known), now })),
  )
  const traced = traceparent === undefined ? {} : { traceparent }
  await insertOutboxInTx(
    textIn(tx),
    said.map(({ id, event }) => encodeEvent(event, { id, zone, source, time: now, ...traced })),
  )
}

const unitOf = (known: Known): string | null => (known.kind === 'target' ? known.doc.unit : null)

type Around = { body: string; now: string }

function reportOf(
  office: Omit<ReportKey, 'subject'>,
  { id, other, steps, event }: Said,
  { body, now }: Around,
): ImportedReport {
  const { known, stored, state } = other
  return {
    ...{ id: stored?.id ?? uuidv7(), key: { ...office, subject: known.doc.code }, kind: known.kind },
    ...{ body, state: steps.reduce(evolve, state), steps, updatedAt: now },
    revisions: 'content' in event.data && 'revision' in event.data ? [revisionOf(id, event.data, now)] : [],
  }
}

type Reported = Pick<ImportedRevision, 'content' | 'revision'> & {
  correctionReason: string | null
  reportedBy: string
  approvedBy: string
}
const revisionOf = (eventId: string, data: Reported, publishedAt: string): ImportedRevision => ({
  ...{ eventId, publishedAt, revision: data.revision, content: data.content },
  ...{ reason: data.correctionReason, submittedBy: data.reportedBy, approvedBy: data.approvedBy },
})

/** What is known of the subjects a report serves, read under the report's lock. */
export async function readServedInTx(tx: Tx, key: ReportKey, known: Known | undefined): Promise<SheetFiling[]> {
  if (known === undefined || known.serves.length === 0) return []
  const served = await readServed(tx, key, [{ subject: key.subject, period: key.period, known }])
  return [...served.values()].flat()
}

/**
 * Whoever returns or confirms what stands for a subject that is served judges the report that serves it: the figure is
 * one, and its office writes it in one place.
 */
export async function atItsSourceInTx<Request extends { key: ReportKey; command: ReportCommand }>(
  tx: Tx,
  request: Request,
): Promise<Request> {
  const { key, command } = request
  if (command.type !== 'return' && command.type !== 'confirm') return request
  const [source] = await tx.$queryRaw<{ subject: string; report: string }[]>(sql`
    SELECT r.subject, r.published_event::text AS report FROM (${keyRow(key)}) k
    JOIN report r ON r.zone = k.zone AND r.region = k.region AND r.period = k.period AND r.subject = ${servedBy('k')}
    JOIN report own ON own.zone = k.zone AND own.region = k.region AND own.period = k.period AND own.subject = k.subject
    WHERE own.published_event = ${command.report}::uuid AND r.published_event IS NOT NULL`)
  if (source === undefined) return request
  return { ...request, key: { ...key, subject: source.subject }, command: { ...command, report: source.report } }
}
