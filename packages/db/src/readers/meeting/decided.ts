import { FilingState } from '@lianxi/schema/vocabulary'
import type { DecidedCounts, DecidedItem, DecidedMatter } from '@lianxi/schema/views/meeting'
import { BAD_STATUSES } from '@lianxi/schema/views/status'
import { Period } from '@lianxi/schema/period'
import { Attribute } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Reading, sql } from '../../client'
import { CURRENT } from '../base/board'
import { periodEnd, progressTable } from '../base/parts'
import { bodyName, type Reference, regionName } from '../base/reference'
import { whereOf } from '../plan/where'
import { SubjectDoc } from '../plan/subject-doc'
import { cellStatus, markJson, StoredMark } from '../status/read'

const Asked = z.object({
  region: z.string(),
  list: z.string(),
  year: z.int(),
  leadBody: z.string(),
  deadline: z.string(),
  attribute: Attribute,
  period: Period.nullable(),
  state: FilingState.nullable(),
  late: z.boolean(),
  mark: StoredMark,
})
const Row = z.object({ plan: z.string(), subject: SubjectDoc, asked: z.array(Asked) })

/**
 * The matters of documents in the order of their text, each with who is asked for it by an adopted list (of each region
 * the latest year's) and the last period that has opened.
 */
async function readRows(db: Reading, zone: string, documents: readonly string[]) {
  if (documents.length === 0) return []
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('plan', s.plan, 'subject', jsonb_build_object('kind', s.kind, 'doc', s.doc),
      'asked', coalesce((
        SELECT jsonb_agg(jsonb_build_object('region', i.region, 'list', i.list, 'year', i.year,
          'leadBody', i.doc->'leadBody', 'deadline', i.doc->'deadline', 'attribute', i.attribute,
          'period', p.period, 'state', p.state, 'late', coalesce(p.late, false), 'mark', ${markJson('st')}) ORDER BY i.region)
        FROM (
          SELECT DISTINCT ON (o.region) o.* FROM board.item o WHERE o.zone = s.zone AND o.subject = s.code
          ORDER BY o.region, o.year DESC, o.position, o.code) i
        LEFT JOIN LATERAL (
          SELECT p.* FROM ${progressTable} p
          WHERE p.zone = i.zone AND p.subject = i.subject AND p.region = i.region AND p.year = i.year
          ORDER BY ${periodEnd('p')} DESC LIMIT 1) p ON true
        ${cellStatus('p', 'st', CURRENT)}), '[]')) AS row
    FROM board.subject s WHERE s.zone = ${zone} AND s.plan = ANY (${[...documents]}::text[])
    ORDER BY s.plan, (s.doc->'source'->>'line')::int NULLS LAST, s.code`)
  return rows.map(({ row }) => Row.parse(row))
}

export type Decided = { document: string; matter: DecidedMatter }

/** What the documents decided, and what became of it, as far as the viewer sees the regions. */
export async function readDecided(
  db: Reading,
  reference: Reference,
  { documents, regions }: { documents: readonly string[]; regions: readonly string[] },
): Promise<Decided[]> {
  const seen = new Set(regions)
  const rows = await readRows(db, reference.zone.code, documents)
  return rows.map(({ plan, subject: { kind, doc }, asked }) => {
    const shown = asked.filter(({ region }) => seen.has(region))
    const matter = {
      ...{ subject: doc.code, kind, name: doc.name, where: whereOf(doc.source), stated: doc.statedBodies ?? '' },
      items: shown.map(({ leadBody, list, region, ...item }) => ({
        ...item,
        region: regionName(reference, region),
        list: { code: list, name: reference.lists.get(list)?.name ?? list },
        body: bodyName(reference, leadBody),
      })),
      elsewhere: asked.length - shown.length,
    }
    return { document: plan, matter }
  })
}

const isDone = ({ mark }: DecidedItem): boolean => mark?.status === 'achieved'
const isBad = ({ state, mark }: DecidedItem): boolean =>
  state === 'overdue' ||
  (mark !== null && (mark.status === 'behind' || BAD_STATUSES.some((status) => status === mark.status)))

/** How much of it is asked for, done, and in need of somebody; a matter counts once. */
export const countDecided = (matters: readonly DecidedMatter[]): DecidedCounts => ({
  matters: matters.length,
  listed: matters.filter(({ items, elsewhere }) => items.length + elsewhere > 0).length,
  done: matters.filter(({ items, elsewhere }) => items.length > 0 && elsewhere === 0 && items.every(isDone)).length,
  bad: matters.filter(({ items }) => items.some(isBad)).length,
})
