import type { AddHook } from '@lianxi/schema/commands/hook'
import { HookView } from '@lianxi/schema/views/hook'
import { v7 } from 'uuid'
import { z } from 'zod'
import { type Reading, sql, type Tx } from '../client'
import type { Done, Refused } from '../people/accounts'
import { iso } from '../readers/base/parts'

export async function addHookInTx(
  tx: Tx,
  { zone, body, url, secret }: Omit<AddHook, 'idempotencyKey'>,
  by: string,
): Promise<Done | Refused> {
  const known = await tx.$queryRaw<unknown[]>(
    sql`SELECT FROM board.fact WHERE zone = ${zone} AND kind = 'body' AND code = ${body}`,
  )
  if (known.length === 0) return { ok: false, code: 'place-unknown' }
  const id = v7()
  await tx.$executeRaw(sql`
    INSERT INTO notice_hook (id, zone, body, url, secret, created_by)
    VALUES (${id}::uuid, ${zone}, ${body}, ${url}, ${secret}, ${by})`)
  return { ok: true, id }
}

/** What still waits for it is given up at its next attempt. */
export async function endHookInTx(tx: Tx, id: string): Promise<Done | Refused> {
  const ended = await tx.$executeRaw(
    sql`UPDATE notice_hook SET ended_at = clock_timestamp() WHERE id = ${id}::uuid AND ended_at IS NULL`,
  )
  return ended === 0 ? { ok: false, code: 'not-found' } : { ok: true, id }
}

export async function readHooks(db: Reading): Promise<HookView[]> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT h.id, h.zone, jsonb_build_object('code', h.body, 'name', coalesce(f.doc->>'name', h.body)) AS body, h.url,
      ${iso('h.created_at')} AS "createdAt", ${iso('d.delivered_at')} AS "deliveredAt", d.waiting, d.last_error AS "lastError"
    FROM notice_hook h
    LEFT JOIN board.fact f ON f.zone = h.zone AND f.kind = 'body' AND f.code = h.body
    CROSS JOIN LATERAL (
      SELECT max(delivered_at) AS delivered_at, (array_agg(last_error ORDER BY id DESC))[1] AS last_error,
        count(*) FILTER (WHERE delivered_at IS NULL AND failed_at IS NULL)::int AS waiting
      FROM notice_delivery WHERE channel = 'hook' AND target = h.id::text) d
    WHERE h.ended_at IS NULL ORDER BY h.zone, h.body, h.created_at`)
  return z.array(HookView).parse(rows)
}
