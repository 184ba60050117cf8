import { adviceOn, parkedReasonLabel } from '@lianxi/schema/events/parked-reason'
import { findText } from '@lianxi/schema/events/read-json'
import { ParkedMessageView, ParkedRecord, ParkedRow } from '@lianxi/schema/views/parked'
import type { OwnParkedFetch, OwnParkedRecords } from '@lianxi/schema/views/parked'
import { type Database, type Sql, sql } from '../client'
import { readPairs } from '../apply/stored-headers'
import { iso } from '../readers/base/parts'
import { parkedJson } from './read-list'
import { showBytes, visible } from './show-bytes'

type Stored = {
  row: unknown
  more: Record<string, unknown>
  headers: unknown
  key: Uint8Array | null
  value: Uint8Array | null
}

/** A region's own messages only; null: the administrator's look at all of them. */
const of = (region: string | null): Sql => (region === null ? sql`true` : sql`m.region = ${region}`)

/** A message with its headers, payload and history; undefined: no such message there. */
export async function findParked(
  db: Database,
  id: string,
  region: string | null,
): Promise<ParkedMessageView | undefined> {
  const [found] = await db.$queryRaw<Stored[]>(sql`
    SELECT ${parkedJson} AS row, m.headers, m.key, m.value,
      jsonb_build_object('partition', m.partition, 'parkedAt', ${iso('m.parked_at')}, 'lastTriedAt', ${iso('m.last_tried_at')},
        'history', coalesce((SELECT jsonb_agg(jsonb_build_object('command', c.id::text, 'kind', c.kind, 'reason', c.reason,
            'by', c.asked_by_name, 'askedAt', ${iso('c.asked_at')}, 'doneAt', ${iso('i.done_at')}, 'outcome', i.outcome,
            'detail', i.detail) ORDER BY c.id DESC)
          FROM parked_command_item i JOIN parked_command c ON c.id = i.command_id AND c.kind <> 'resend'
          WHERE i.object_id = m.id), '[]')) AS more
    FROM parked_message m WHERE m.id = ${id}::bigint AND ${of(region)}`)
  if (found === undefined) return undefined
  const shown = (bytes: Buffer) => visible(findText(bytes) ?? `0x${bytes.toString('hex')}`).slice(0, 2_000)
  return ParkedMessageView.parse({
    ...found.more,
    row: ParkedRow.parse(found.row),
    headers: readPairs(found.headers).map(([name, value]) => ({
      name: shown(name),
      value: value === null ? null : shown(value),
    })),
    payload: showBytes(found.value),
  })
}

/** A message's payload, byte for byte, in base64; null: it has none, or there is no such message. */
export async function findPayload(db: Database, id: string, region: string | null): Promise<string | null> {
  const [found] = await db.$queryRaw<{ value: Uint8Array | null }[]>(
    sql`SELECT m.value FROM parked_message m WHERE m.id = ${id}::bigint AND ${of(region)}`,
  )
  return found?.value ? Buffer.from(found.value).toString('base64') : null
}

type Fetched = Omit<Stored, 'row'>

/** A region's messages with every byte, for its engineers; in the order they were parked. */
export async function fetchParked(
  db: Database,
  { region, state, after, limit }: OwnParkedFetch,
): Promise<OwnParkedRecords> {
  const rows = await db.$queryRaw<Fetched[]>(sql`
    SELECT m.key, m.headers, m.value, jsonb_build_object('id', m.id::text, 'topic', m.topic, 'partition', m.partition,
      'offset', m."offset"::text, 'appendedAt', ${iso('m.appended_at')}, 'state', m.state, 'reason', m.reason,
      'detail', m.detail, 'tries', m.tries, 'note', m.note) AS more
    FROM parked_message m WHERE m.region = ${region} AND m.state = ${state} AND m.id > ${after}::bigint
    ORDER BY m.id LIMIT ${limit}`)
  const messages = rows.map(({ more, key, headers, value }) => {
    const reason = String(more['reason'])
    return ParkedRecord.parse({
      ...more,
      ...{ reasonLabel: parkedReasonLabel(reason), advice: adviceOn(reason) },
      key: told(key),
      headers: readPairs(headers).map(([name, said]) => [name.toString(), told(said)]),
      value: told(value),
    })
  })
  return { messages, next: messages.length === limit ? (messages.at(-1)?.id ?? null) : null }
}

/** Text where it is text, so that a person can read it; else base64. */
function told(bytes: Uint8Array | null): { text: string } | { base64: string } | null {
  if (bytes === null) return null
  const text = findText(bytes)
  return text === undefined ? { base64: Buffer.from(bytes).toString('base64') } : { text }
}

export async function countOpen(db: Database, region: string): Promise<number> {
  return db.parkedMessage.count({ where: { region, state: 'open' } })
}
