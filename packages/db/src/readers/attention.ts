import { z } from 'zod'
import { figures, LastFigure } from '@lianxi/schema/views/cell'
import type { AttentionLine } from '@lianxi/schema/views/overview'
import { Attribute, FilingState, MatterKind, SubjectKind, WorkField } from '@lianxi/schema/vocabulary'
import { sql } from '../client'
import { objectionsOf, StoredFindings } from './cells'
import type { Frame } from './frame'
import { currentReport, figureJson, firstItem, iso, lastFigure } from './parts'
import { endingWith, endOf } from './periods'
import { bodyName, type Reference, regionName } from './reference'
import { cellStatus, isBad, isContested, markJson, StoredMark, worstFirst } from './status'

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

/** 需关注: what is returned, in conflict, overdue, objected to, or says itself that it has a problem; binding first. */
export async function readAttention(
  { db, reference, board, regions, period: { period } }: Frame,
  limit: number,
): Promise<{ lines: AttentionLine[]; total: number }> {
  const { zone } = reference
  const rows = await db.$queryRaw<{ line: unknown }[]>(sql`
    SELECT jsonb_build_object('total', (count(*) OVER ())::int, 'subject', p.subject, 'kind', p.kind, 'name', s.name,
      'field', s.domain, 'attribute', i.attribute, 'region', p.region, 'period', p.period, 'state', p.state, 'mark', ${markJson('st')}, 'bad', coalesce(${isBad('st', sql`i.attribute`)}, false),
      'late', p.late, 'conflict', p.conflict, 'objections', coalesce(to_jsonb(p.objections), '[]'), 'findings', p.findings,
      'dueAt', ${iso('p.due_at')}, 'unit', s.doc->>'unit', 'said', e.data->'content', 'now', ${figureJson('p')},
      'last', ${figureJson('last')}, 
      'returned', CASE WHEN p.state = 'returned' THEN p.verdict_state->(p.event_id::text) END) AS line
    FROM ${board.progress} p
    JOIN ${board.subject} s ON s.zone = p.zone AND s.code = p.subject
    ${currentReport('p', 'e')}
    ${firstItem('p', 'i', sql`p.year`, board)}
    ${lastFigure('p', 'last', sql`${endOf(period)}`, board)}
    ${cellStatus('p', 'st', board)}
    WHERE p.zone = ${zone.code} AND p.period = ANY(${endingWith(period)}) AND p.region = ANY(${regions})
      AND (p.state IN ('returned', 'overdue') OR p.conflict OR cardinality(p.objections) > 0 OR ${isBad('st', sql`i.attribute`)} OR ${isContested('st')}
        OR e.data->'content'->>'problems' <> '' OR jsonb_array_length(coalesce(e.data->'content'->'matters', '[]')) > 0)
    ORDER BY (i.attribute = 'binding') DESC NULLS LAST, (i.attribute = 'key') DESC NULLS LAST, ${isBad('st', sql`i.attribute`)} DESC NULLS LAST,
      CASE WHEN ${isBad('st', sql`i.attribute`)} THEN ${worstFirst('st')} END, p.conflict DESC,
      (p.state = 'returned') DESC, (jsonb_array_length(coalesce(e.data->'content'->'matters', '[]'))) DESC,
      (p.state = 'overdue') DESC, p.region, s.name COLLATE zh
    LIMIT ${limit}`)
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
