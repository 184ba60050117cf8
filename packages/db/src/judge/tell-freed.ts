import { noticeOfOverrideOver } from '@lianxi/domain/notice/of-statuses'
import { Status } from '@lianxi/schema/status-vocabulary'
import { SubjectKind } from '@lianxi/schema/vocabulary'
import type { ClientBase } from 'pg'
import { insertNoticesInTx } from '../notice/insert'
import type { StatusChanges } from './write-status'

/** Overrides the secretariat took back itself are no news to it. */
const TOLD = `
  SELECT o.override, clock() AS now,
    coalesce((SELECT s.name FROM board.subject s WHERE s.zone = o.zone AND s.code = o.subject), o.subject) AS name,
    (SELECT min(b.code) FROM board.fact b
      WHERE b.zone = o.zone AND b.kind = 'body' AND b.doc->>'kind' = 'secretariat') AS body
  FROM jsonb_to_recordset($1::jsonb) AS o (override text, zone text, subject text)
  WHERE NOT EXISTS (SELECT FROM board.fact e WHERE e.zone = o.zone AND e.kind = 'status-override-ended'
    AND e.code = o.override AND jsonb_exists(e.doc, 'reason'))`
type Told = { override: string; now: Date; name: string; body: string | null }

/** Tells the secretariat which of its overrides are over by themselves, each once. */
export async function tellFreedInTx(tx: ClientBase, freed: StatusChanges['freed']): Promise<void> {
  if (freed.length === 0) return
  const asked = freed.map(({ row, override }) => ({ override: override.event, zone: row.zone, subject: row.subject }))
  const { rows } = await tx.query<Told>(TOLD, [JSON.stringify(asked)])
  const told = new Map(rows.map((row) => [row.override, row]))
  const notices = freed.flatMap(({ row: { zone, subject, region, period, kind, status }, override }) => {
    const about = told.get(override.event)
    if (about === undefined) return []
    const { name, body, now } = about
    const cell = { zone, subject, region, period, kind: SubjectKind.parse(kind), name, body, at: now.toISOString() }
    const notice = noticeOfOverrideOver(cell, override, Status.parse(status))
    return notice === undefined ? [] : [notice]
  })
  await insertNoticesInTx((text, parameters) => tx.query(text, parameters), notices)
}
