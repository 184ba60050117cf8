import { z } from 'zod'
import { keyOf } from '@lianxi/domain/report-sheet/identity'
import { checkEntry } from '@lianxi/domain/report/check'
import { explanation } from '@lianxi/domain/report/explanation'
import { changeOf, correctionOf } from '@lianxi/domain/report/change'
import type { Entry } from '@lianxi/schema/commands/entry'
import { EvidenceNamed } from '@lianxi/schema/events/reports'
import { comparePeriods } from '@lianxi/schema/period'
import type { LastFigure } from '@lianxi/schema/views/cell'
import type { Queue, QueueRow } from '@lianxi/schema/views/office'
import { type Database, sql } from '../../client'
import { namedOf } from '../../evidence/read'
import { checkContextOf, filingOf, knownJson, onBoardOf, parseKnown, reportRow } from '../../report/known'
import { type Office, readServed, type SheetFiling } from '../../report-sheet/filings'
import { parseStored, reportJson, stateOf } from '../../report/row'
import { StatusShown } from '@lianxi/schema/views/judging'
import { previewOf, restsOn } from '@lianxi/domain/judge/preview'
import { readJudgings, type JudgingOf } from '../status/judging'
import { actionsOf, type Viewer } from '../office/actions'
import { endingWith } from '../base/periods'
import { readReference, regionName } from '../base/reference'
import { readStreamState } from '../moment/stream-state'

type QueueInput = { zone: string; region: string; period?: string | undefined }
const WaitingRow = z.object({
  ...{ subject: z.string(), period: z.string(), stored: z.unknown(), known: z.unknown() },
  evidence: z.array(EvidenceNamed),
  shown: StatusShown.nullable(),
})
const QUEUE_LENGTH = 200

/** What waits for the approver: old value, new value, change, warnings with the reasons given; oldest first. */
export async function readQueue(db: Database, { zone, region, period }: QueueInput, viewer: Viewer): Promise<Queue> {
  const stream = await readStreamState(db, zone)
  const [reference, rows] = await Promise.all([
    readReference(db, zone),
    db.$queryRaw<unknown[]>(sql`
      SELECT r.subject, r.period, ${reportJson} AS stored, ${knownJson(reportRow)} AS known,
        ${namedOf('r')} AS evidence, (SELECT jsonb_build_object('status', st.status, 'sentence', st.sentence)
          FROM status st WHERE (st.zone, st.subject, st.region, st.period) = (r.zone, r.subject, r.region, r.period)) AS shown
      FROM report r
      WHERE r.zone = ${zone} AND r.region = ${region} AND r.state = 'submitted'
        AND (${period ?? null}::text IS NULL OR r.period = ANY(${period === undefined ? [] : endingWith(period)}))
      ORDER BY r.submitted_at, r.subject LIMIT ${QUEUE_LENGTH}`),
  ])
  const waiting = z.array(WaitingRow).parse(rows)
  const judgingOf = await readJudgings(
    db,
    { zone, region },
    waiting.map(({ subject }) => subject),
  )
  const around = { viewer, judgingOf, served: await readAllServed(db, { zone, region }, waiting) }
  const found = waiting.flatMap(
    (row) => findRow({ zone, region, subject: row.subject, period: row.period }, row, around) ?? [],
  )
  return { region: regionName(reference, region), rows: found, stream }
}

type Served = Map<string, SheetFiling[]>
type Around = { viewer: Viewer; judgingOf: JudgingOf; served: Served }

function readAllServed(db: Database, office: Office, waiting: readonly z.infer<typeof WaitingRow>[]): Promise<Served> {
  const serving = waiting.flatMap(({ subject, period, known: stored }) => {
    const known = parseKnown(stored)
    return known === undefined ? [] : [{ subject, period, known }]
  })
  return readServed(db, office, serving)
}

type Key = { zone: string; region: string; subject: string; period: string }

function findRow(
  key: Key,
  row: z.infer<typeof WaitingRow>,
  { viewer, judgingOf, served }: Around,
): QueueRow | undefined {
  const [known, stored] = [parseKnown(row.known), parseStored(row.stored)]
  if (known === undefined || stored === undefined) return undefined
  const state = stateOf(stored, onBoardOf(known))
  if (state.entry === null || state.submitted === null) return undefined
  const check = checkContextOf(key, known, {
    correction: state.published !== null,
    served: served.get(keyOf(key)) ?? [],
  })
  const past = check.history.filter((figure) => comparePeriods(figure.period, key.period) < 0).at(-1)
  const previous: LastFigure | null = past === undefined ? null : { ...past, reportedAt: null }
  const reasons = new Map(state.warningReasons.map(({ code, reason }) => [code, reason]))
  const findings = checkEntry(state.entry, check, explanation(state, state.correctionReason))
  return {
    subject: key.subject,
    kind: known.kind,
    name: known.doc.name,
    field: known.doc.domain,
    unit: check.unit,
    period: key.period,
    dueAt: null,
    version: state.version,
    revision: state.revision,
    correctionReason: explanation(state, state.correctionReason),
    entry: state.entry,
    published: state.published?.entry ?? null,
    previous,
    change: changeOf(state.entry, previous),
    corrected: correctionOf(state.entry, state.published?.entry ?? null),
    findings: findings.map((finding) => ({ ...finding, reason: reasons.get(finding.code) ?? null })),
    submittedByName: state.submitted.name,
    submittedAt: state.submitted.at,
    evidence: row.evidence,
    shown: { now: row.shown, ...thenOf(judgingOf(key), state.entry, row.evidence.length > 0) },
    approve: actionsOf(filingOf(key, known, viewer.bodies), state, viewer, known.now).approve,
  }
}

/** What will be shown once it is approved, and by which period's figure: the form said the same while it was typed. */
function thenOf(
  judging: ReturnType<JudgingOf>,
  entry: Entry,
  evidence: boolean,
): Pick<QueueRow['shown'], 'then' | 'rests'> {
  if (judging === null) return { then: null }
  const judged = previewOf(judging, entry, evidence)
  if (judged === undefined) return { then: null }
  return { then: { status: judged.status, sentence: judged.sentence }, rests: restsOn(judging, entry) }
}
