import { changeOf, correctionOf } from '@lianxi/domain/report/change'
import { ProjectProgressReported, TargetProgressReported } from '@lianxi/schema/events/reports'
import { zoneTopic } from '@lianxi/schema/topics'
import type { Applied, AppliedInput, AppliedRow, JudgedLately } from '@lianxi/schema/views/applied'
import { LastFigure } from '@lianxi/schema/views/cell'
import { StatusShown } from '@lianxi/schema/views/judging'
import { SubjectKind, WorkField } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Database, empty, type Reading, sql } from '../../client'
import { entryOfContent } from '../../report/row'
import { StoredFindings, unansweredOf } from '../base/cells'
import { currentReport, figureJson, iso, lastFigure, periodEnd, progressTable } from '../base/parts'
import { endingWith, pickPeriod, readPeriods } from '../base/periods'
import { readReference, type Reference, regionName, zoneName } from '../base/reference'
import { toVerdict, VerdictRow } from '../board/reports-made'
import { askedItself } from '../duty/served'
import { readNow, readStreamState } from '../moment/stream-state'

const Row = z.object({
  subject: z.string(),
  kind: SubjectKind,
  name: z.string(),
  field: WorkField,
  unit: z.string().nullable(),
  late: z.boolean(),
  findings: StoredFindings,
  report: z.string(),
  appliedAt: z.string(),
  data: z.union([TargetProgressReported, ProjectProgressReported]),
  replaced: z.unknown(),
  previous: LastFigure.nullable(),
  shown: StatusShown.nullable(),
})
const NamedVerdict = VerdictRow.extend({ name: z.string() })
type Stored = { row: unknown; total: number }

/** What a page holds; who has judged these sees the next. */
const SHOWN = 100

/**
 * What came to the board in a period and those that end with it and nobody has confirmed or returned: old beside new,
 * warnings with their reasons. `judged`: regions whose reports the viewer judges.
 */
export async function readApplied(db: Database, input: AppliedInput, judged: readonly string[]): Promise<Applied> {
  const { zone } = input
  const stream = await readStreamState(db, zone)
  const [reference, periods, now] = await Promise.all([readReference(db, zone), readPeriods(db, zone), readNow(db)])
  const period = pickPeriod(periods, input.period, now)
  const regions = judged.filter((code) => input.region === undefined || input.region === code)
  const which = { zone, regions, periods: endingWith(period.period), asking: input.show === 'asking' }
  const [rows, lately] = await Promise.all([readRows(db, which), readJudged(db, reference, which)])
  return {
    ...{ zone: zoneName(reference), period, periods, stream },
    regions: judged.map((code) => regionName(reference, code)),
    rows: rows.map(({ row }) => toRow(reference, Row.parse(row))),
    total: rows[0]?.total ?? 0,
    judged: lately,
  }
}

type Which = { zone: string; regions: readonly string[]; periods: readonly string[]; asking: boolean }

/** Of so many events last said to the zone the verdicts are looked for; ids are in the order of time. */
const LATELY = 300

async function readJudged(
  db: Reading,
  reference: Reference,
  { zone, regions, periods }: Which,
): Promise<JudgedLately[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('type', e.type, 'eventId', e.event_id, 'at', ${iso('e.occurred_at')}, 'data', e.data,
      'name', coalesce(s.name, e.subject)) AS row
    FROM (SELECT * FROM ingested_event WHERE topic = ${zoneTopic(zone, 'meeting')}
      ORDER BY event_id DESC LIMIT ${LATELY}) e
    LEFT JOIN board.subject s ON s.zone = ${zone} AND s.code = e.subject
    WHERE e.type IN ('lianxi.report.returned.v1', 'lianxi.report.confirmed.v1')
      AND e.region = ANY(${[...regions]}) AND e.period = ANY(${[...periods]})
    ORDER BY e.event_id DESC`)
  return rows.map(({ row }) => {
    const { name, ...said } = NamedVerdict.parse(row)
    return { ...toVerdict(reference, said), report: said.data.report, name }
  })
}

function readRows(db: Reading, { zone, regions, periods, asking }: Which): Promise<Stored[]> {
  return db.$queryRaw<Stored[]>(sql`
    SELECT t.total, jsonb_build_object('subject', p.subject, 'kind', p.kind, 'name', s.name, 'field', s.domain,
      'unit', s.doc->>'unit', 'late', p.late, 'findings', p.findings, 'report', e.event_id, 'data', e.data,
      'appliedAt', ${iso('c.stamp')}, 'previous', ${figureJson('last')},
      'replaced', (SELECT o.data->'content' FROM ingested_event o
        WHERE o.topic = e.topic AND o.event_id = (e.data->>'replaces')::uuid),
      'shown', (SELECT jsonb_build_object('status', st.status, 'sentence', st.sentence) FROM status st
        WHERE (st.zone, st.subject, st.region, st.period) = (p.zone, p.subject, p.region, p.period))) AS row
    FROM (SELECT p.zone, p.subject, p.region, p.period, count(*) OVER ()::int AS total
      FROM ${progressTable} p ${asking ? currentReport('p', 'e') : empty}
      WHERE p.zone = ${zone} AND p.region = ANY(${[...regions]}) AND p.period = ANY(${[...periods]})
        AND p.state = 'reported' AND NOT p.confirmed AND ${askedItself('p')}
        AND ${asking ? sql`(p.findings IS NOT NULL OR jsonb_array_length(e.data->'warnings') > 0)` : sql`true`}
      ORDER BY p.reported_at DESC, p.subject, p.region LIMIT ${SHOWN}) t
    JOIN ${progressTable} p ON (p.zone, p.subject, p.region, p.period) = (t.zone, t.subject, t.region, t.period)
    JOIN board.subject s ON s.zone = p.zone AND s.code = p.subject
    ${currentReport('p', 'e')}
    JOIN chunk c ON c.id = e.chunk_id
    ${lastFigure('p', 'last', periodEnd('p'))}
    ORDER BY c.stamp DESC, p.subject, p.region`)
}

function toRow(reference: Reference, { data, replaced, findings, ...row }: z.infer<typeof Row>): AppliedRow {
  const { period, revision, correctionReason, reportedBy, approvedBy, warnings, content, attachments = [] } = data
  const entry = entryOfContent(row.kind, content)
  const published = replaced === null ? null : entryOfContent(row.kind, replaced)
  const unanswered = unansweredOf(findings).map((found) => ({ ...found, reason: null }))
  return {
    ...row,
    ...{ period, revision, correctionReason, reportedBy, approvedBy, entry, evidence: attachments },
    region: regionName(reference, data.region),
    published,
    change: changeOf(entry, row.previous),
    corrected: correctionOf(entry, published),
    findings: [...warnings, ...unanswered],
  }
}
