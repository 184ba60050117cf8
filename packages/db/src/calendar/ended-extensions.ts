import { BodyCode, ZoneCode } from '@lianxi/schema/codes'
import { encodeEvent } from '@lianxi/schema/events/encode'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { PoolClient } from 'pg'
import { v7 } from 'uuid'
import type { OutgoingEvent } from '../outbox/insert'

type Ended = { zone: string; by: string; period: string; region: string; body: string; subject: string; dueAt: Date }

/** Extensions whose moment (domain time) has come and whose end is not on the board yet, in the order of their moments. */
export async function readEndedExtensions(client: PoolClient, now: Date): Promise<OutgoingEvent[]> {
  const { rows } = await client.query<Ended>(
    `SELECT zone, by, period, region, body, subject, due_at AS "dueAt" FROM board.extension
     WHERE due_at <= $1 AND (ended_at IS NULL OR ended_at < due_at) ORDER BY due_at, zone, period, body, subject`,
    [now],
  )
  return rows.map(encodeEnd)
}

/** The moment is part of the key: an extension of an extension ends anew. */
function encodeEnd({ zone, by, period, region, body, subject, dueAt }: Ended): OutgoingEvent {
  const at = dueAt.toISOString()
  const event: LianxiEvent = {
    type: 'lianxi.duty.extension-ended.v1',
    data: { region, body, subject: subject === '' ? null : subject, period, dueAt: at },
  }
  const saying = { id: v7(), zone: ZoneCode.parse(zone), source: BodyCode.parse(by), time: at }
  return {
    ...encodeEvent(event, saying),
    dedupeKey: `calendar:${zone}:${event.type}:${period}:${body}:${subject}:${at}`,
  }
}
