import { AuditRow, type AuditInput, type AuditList } from '@lianxi/schema/views/audit'
import { z } from 'zod'
import { join, type Reading, type Sql, sql } from '../../client'
import { dayInChina, iso, likePattern } from '../base/parts'

/** Who changed what outside a report's life, newest first; accounts by their names, which the audit keeps as ids. */
export async function readAudit(db: Reading, input: AuditInput): Promise<AuditList> {
  const { page, pageSize } = input
  const rows = await db.$queryRaw<{ total: number; row: unknown }[]>(sql`
    WITH page AS MATERIALIZED (
      SELECT a.id, (count(*) OVER ())::int AS total FROM audit_entry a WHERE ${filtered(input)}
      ORDER BY a.id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize})
    SELECT page.total, jsonb_build_object('id', a.id::text, 'at', ${iso('a.at')}, 'by', a.actor_name, 'action', a.action,
      'object', a.object, 'detail', a.detail,
      'about', (SELECT concat_ws(' ', u.username, u.name) FROM "user" u WHERE u.id = a.object)) AS row
    FROM page JOIN audit_entry a USING (id) ORDER BY a.id DESC`)
  return { page, pageSize, total: rows[0]?.total ?? 0, rows: z.array(AuditRow).parse(rows.map(({ row }) => row)) }
}

function filtered({ who, kind, day }: AuditInput): Sql {
  const part = who?.trim() ?? ''
  const conditions: Sql[] = [sql`true`]
  if (part !== '') conditions.push(sql`a.actor_name ILIKE ${likePattern(part)}`)
  if (kind !== undefined) conditions.push(sql`starts_with(a.action, ${`${kind}.`})`)
  if (day !== undefined) conditions.push(sql`${dayInChina('a.at')} = ${day}`)
  return join(conditions, ' AND ')
}
