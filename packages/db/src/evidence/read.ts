import { z } from 'zod'
import { EvidenceView } from '@lianxi/schema/commands/evidence'
import type { ReportKey } from '@lianxi/schema/commands/report'
import { raw, type Reading, type Sql, sql } from '../client'
import { iso } from '../readers/base/parts'

const found = ({ zone, subject, region, period }: ReportKey): Sql =>
  sql`a.zone = ${zone} AND a.subject = ${subject} AND a.region = ${region} AND a.period = ${period}
    AND a.uploaded_at IS NOT NULL`

/** A report's evidence, oldest first; `publishedOnly` for whoever is not of its office. */
export async function readEvidence(db: Reading, key: ReportKey, publishedOnly: boolean): Promise<EvidenceView[]> {
  const rows = await db.$queryRaw<{ view: unknown }[]>(sql`
    SELECT jsonb_build_object('id', a.id, 'name', a.file_name, 'mediaType', a.media_type, 'size', a.size,
      'sha256', a.sha256, 'uploadedBy', a.actor_name, 'uploadedAt', ${iso('a.uploaded_at')},
      'published', a.published_event IS NOT NULL) AS view
    FROM attachment a WHERE ${found(key)} AND (a.published_event IS NOT NULL OR NOT ${publishedOnly}::boolean)
    ORDER BY a.uploaded_at, a.id`)
  return z.array(EvidenceView).parse(rows.map(({ view }) => view))
}

const named = sql`coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.file_name, 'size', a.size,
  'sha256', a.sha256) ORDER BY a.uploaded_at, a.id), '[]')`

/** As the event names them. */
export const namedJson = (key: ReportKey): Sql => sql`(SELECT ${named} FROM attachment a WHERE ${found(key)})`

/** The same of a report row of an outer query. */
export const namedOf = (report: string): Sql => {
  const r = raw(report)
  return sql`(SELECT ${named} FROM attachment a WHERE a.zone = ${r}.zone AND a.subject = ${r}.subject
    AND a.region = ${r}.region AND a.period = ${r}.period AND a.uploaded_at IS NOT NULL)`
}

/** What an approved report names belongs to it for good. */
export const publishEvidence = (key: ReportKey, eventId: string): Sql => sql`
  UPDATE attachment a SET published_event = ${eventId}::uuid WHERE ${found(key)} AND a.published_event IS NULL`
