import type { ClientBase } from 'pg'
import type { IncomingMessage, Position } from '../apply/incoming'
import { readHeaders } from '../apply/stored-headers'

/** A parked message of a command, as it once arrived. `open`: nobody settled it meanwhile. */
export type ParkedOne = { id: string; position: Position; open: boolean; message: IncomingMessage }

type Row = {
  id: string
  topic: string
  partition: number
  offset: string
  state: string
  key: Buffer | null
  headers: unknown
  value: Buffer | null
  appended_at: Date
}

/** Locks what of a command is still to be done, so that nothing settles the same message twice. */
const LOAD = `
  SELECT m.id, m.topic, m.partition, m."offset", m.state, m.key, m.headers, m.value, m.appended_at
  FROM parked_command_item i JOIN parked_message m ON m.id = i.object_id
  WHERE i.command_id = $1 AND i.outcome IS NULL AND m.id = ANY ($2::bigint[])
  ORDER BY m.topic, m.partition, m."offset" FOR UPDATE`

/** The stored messages in offset order, byte for byte, each at its original offset and append time. */
export async function loadParkedInTx(tx: ClientBase, commandId: string, ids: readonly string[]): Promise<ParkedOne[]> {
  const { rows } = await tx.query<Row>(LOAD, [commandId, ids])
  return rows.map(({ id, topic, partition, offset, state, key, headers, value, appended_at: appendedAt }) => ({
    id,
    position: { topic, partition },
    open: state === 'open',
    message: { offset: BigInt(offset), key, value, headers: readHeaders(headers), appendedAt },
  }))
}
