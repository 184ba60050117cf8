import { ZoneCode } from '@lianxi/schema/codes'
import { encodeEvent } from '@lianxi/schema/events/encode'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { StatusOverridden } from '@lianxi/schema/events/statuses'
import type { PoolClient } from 'pg'
import { v7 } from 'uuid'
import type { OutgoingEvent } from '../outbox/insert'

/** Overrides whose moment (domain time) has come and whose end is not on the board yet, in the order of their moments. */
export async function readEndedOverrides(client: PoolClient, now: Date): Promise<OutgoingEvent[]> {
  const { rows } = await client.query<{ zone: string; override: string; doc: unknown }>(
    `SELECT o.zone, o.code AS override, o.doc FROM board.fact o
     WHERE o.kind = 'status-override' AND (o.doc->>'endsAt')::timestamptz <= $1
       AND NOT EXISTS (SELECT FROM board.fact e
         WHERE e.zone = o.zone AND e.kind = 'status-override-ended' AND e.code = o.code)
     ORDER BY (o.doc->>'endsAt')::timestamptz, o.zone, o.code`,
    [now],
  )
  return rows.flatMap(({ zone, override, doc }) => {
    const { subject, region, period, endsAt, by } = StatusOverridden.parse(doc)
    if (endsAt === null) return []
    const data = { override, subject, region, period, endsAt }
    const event: LianxiEvent = { type: 'lianxi.status.override-ended.v1', data }
    const saying = { id: v7(), zone: ZoneCode.parse(zone), source: by, time: new Date(endsAt).toISOString() }
    return [{ ...encodeEvent(event, saying), dedupeKey: `calendar:${zone}:${event.type}:${override}` }]
  })
}
