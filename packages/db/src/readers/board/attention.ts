import { z } from 'zod'
import { figures, LastFigure } from '@lianxi/schema/views/cell'
import type { AttentionLine } from '@lianxi/schema/views/overview'
import { Attribute, FilingState, MatterKind, SubjectKind, WorkField } from '@lianxi/schema/vocabulary'
import { raw, sql } from '../../client'
import { objectionsOf, StoredFindings } from '../base/cells'
import type { Frame } from '../moment/frame'
import { currentReport, figureJson, iso, lastFigure, reportTopic, subjectOf, troubled } from '../base/parts'
import { endingWith, endOf } from '../base/periods'
import { bodyName, type Reference, regionName } from '../base/reference'
import { cellStatus, isBad, markJson, StoredMark, worstFirst } from '../status/read'
import { isWatched } from './watched'

const Said = z.object({
  problems: z.string(),
  nextStep: z.string(),
  matters: z.array(z.object({ kind: MatterKind, text: z.string() })).optional(),
})
const Row = z.object({
  total: z.int(),
  subject: z.string(),
  kind: SubjectKind,
  name: z.string(),
  field: WorkField,
  attribute: Attribute.nullable(),
  region: z.string(),
  period: z.string(),
  state: FilingState,
  mark: StoredMark,
  bad: z.boolean(),
  late: z.boolean(),
  conflict: z.boolean(),
  objections: z.array(z.string()),
  findings: StoredFindings,
  dueAt: z.string().nullable(),
  unit: z.string().nullable(),
  said: Said.nullable(),
  returned: z
    .object({ reason: z.string().nullable(), by: z.string(), person: z.string(), occurredAt: z.string() })
    .nullable(),
  now: z.object(figures),
  last: LastFigure.nullable(),
})

/** 需关注, binding first. */
export async function readAttention(
  { db, reference, board, regions, period: { period } }: Frame,
  limit: number,
): Promise<{ lines: AttentionLine[]; total: number }> {
  const { zone } = reference
  const within = (
    alias: string,
  ) => sql`${raw(alias)}.zone = ${zone.code} AND ${raw(alias)}.period = ANY(${endingWith(period)})
    AND ${raw(alias)}.region = ANY(${regions})`
  const bad = isBad('st')
  // Chosen by what is short, so that only the lines that are shown are looked up. The judge has written beside each
  // status which attribute the cell's item has; only of a cell that nobody judged it is looked up.
  const rows = await db.$queryRaw<{ line: unknown }[]>(sql`
    WITH told AS MATERIALIZED (${troubled(endingWith(period), regions)}),
    found AS (
      SELECT p.zone, p.subject, p.region, p.period, p.year, p.conflict, p.state, st.status IS NOT NULL AS judged,
        st.attribute, ${bad} AS bad, CASE WHEN ${bad} THEN ${worstFirst('st')} END AS worst,
        told.event_id IS NOT NULL AS troubled
      FROM (SELECT p.* FROM ${board.progress} p WHERE ${within('p')}) p
      LEFT JOIN (SELECT st.* FROM ${board.status} st WHERE ${within('st')}) st ON st.subject = p.subject
        AND st.region = p.region AND st.period = p.period
      LEFT JOIN told ON told.event_id = p.event_id AND told.topic = ${reportTopic('p')}
      WHERE ${isWatched('p', 'st', sql`told.event_id IS NOT NULL`)}),
    chosen AS (
      SELECT w.*, row_number() OVER () AS n FROM (
      SELECT f.zone, f.subject, f.region, f.period, f.bad, s.name, s.domain, a.attribute, (count(*) OVER ())::int AS total
      FROM found f
      JOIN ${board.subject} s ON s.zone = ${zone.code} AND s.code = f.subject
      LEFT JOIN LATERAL (SELECT i.attribute FROM ${board.item} i
        WHERE NOT f.judged AND i.zone = ${zone.code} AND i.subject = f.subject AND i.region = f.region AND i.year = f.year
        ORDER BY i.position, i.code LIMIT 1) i ON true
      CROSS JOIN LATERAL (SELECT coalesce(f.attribute, i.attribute) AS attribute) a
      ORDER BY (a.attribute = 'binding') DESC NULLS LAST, (a.attribute = 'key') DESC NULLS LAST, f.bad DESC,
        f.worst, f.conflict DESC, (f.state = 'returned') DESC, f.troubled DESC, (f.state = 'overdue') DESC,
        f.region, s.name COLLATE zh LIMIT ${limit}) w)
    SELECT jsonb_build_object('total', c.total, 'subject', p.subject, 'kind', p.kind, 'name', c.name,
      'field', c.domain, 'attribute', c.attribute, 'region', p.region, 'period', p.period, 'state', p.state,
      'mark', ${markJson('st')}, 'bad', c.bad, 'late', p.late, 'conflict', p.conflict,
      'objections', coalesce(to_jsonb(p.objections), '[]'), 'findings', p.findings,
      'dueAt', ${iso('p.due_at')}, 'unit', s.doc->>'unit', 'said', e.data->'content', 'now', ${figureJson('p')},
      'last', ${figureJson('last')},
      'returned', CASE WHEN p.state = 'returned' THEN p.verdict_state->(p.event_id::text) END) AS line
    FROM chosen c
    JOIN LATERAL (SELECT p.* FROM ${board.progress} p WHERE p.zone = c.zone AND p.subject = c.subject
      AND p.region = c.region AND p.period = c.period LIMIT 1) p ON true
    ${subjectOf(zone.code, sql`c.subject`, 's', board)}
    ${currentReport('p', 'e')}
    ${lastFigure('p', 'last', sql`${endOf(period)}`, board)}
    ${cellStatus('p', 'st', board)}
    ORDER BY c.n`)
  const lines = rows.map(({ line }) => Row.parse(line))
  return { lines: lines.map((line) => toLine(reference, line)), total: lines[0]?.total ?? 0 }
}

function toLine(reference: Reference, row: z.infer<typeof Row>): AttentionLine {
  const { total: _total, bad, conflict, said, now, returned, objections, findings, ...same } = row
  const problems = said?.problems ?? ''
  const matters = said?.matters ?? []
  const reasons: AttentionLine['reasons'] = [
    ...(row.state === 'returned' ? (['returned'] as const) : []),
    ...(conflict ? (['conflict'] as const) : []),
    ...(row.state === 'overdue' ? (['overdue'] as const) : []),
    ...(matters.length > 0 ? (['matter'] as const) : []),
    ...(problems === '' ? [] : (['problem'] as const)),
    ...(objections.length > 0 ? (['objection'] as const) : []),
    ...(bad ? (['status'] as const) : []),
    ...(row.mark?.objection?.answer === null ? (['contested'] as const) : []),
  ]
  return {
    ...same,
    ...now,
    region: regionName(reference, row.region),
    reasons,
    returned: returned === null ? null : verdictOf(reference, returned),
    problems: problems === '' ? null : problems,
    matters,
    nextStep: said === null || said.nextStep === '' ? null : said.nextStep,
    objections: objectionsOf(objections, findings),
  }
}

function verdictOf(reference: Reference, verdict: NonNullable<z.infer<typeof Row>['returned']>) {
  const { reason, by, person, occurredAt } = verdict
  return { reason: reason ?? '', by: bodyName(reference, by).name, person, at: occurredAt }
}
