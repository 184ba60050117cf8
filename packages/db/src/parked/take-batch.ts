import type { ClientBase } from 'pg'
import type { ParkedCommandKind } from '@lianxi/schema/commands/parked'

export type Batch = {
  commandId: string
  kind: ParkedCommandKind
  by: string
  reason: string | null
  /** Objects of one partition, in its order. */
  ids: string[]
  /** Tries of the first of them of which nobody heard again. */
  unheard: number
}

const MAX_MESSAGES = 500
/** A batch's payloads are in memory at once. */
const MAX_BYTES = 4_000_000
/** After so many unheard tries a message is tried alone, so that only the one at fault fails. */
const ALONE_AFTER = 2

const COMMAND = `
  SELECT id, kind, reason, asked_by_name AS by FROM parked_command WHERE finished_at IS NULL ORDER BY id LIMIT 1`

const PENDING = `
  SELECT i.object_id AS id, i.starts, m.topic, m.partition, coalesce(length(m.value), 0) AS bytes
  FROM parked_command_item i LEFT JOIN parked_message m ON m.id = i.object_id AND $2 <> 'resend'
  WHERE i.command_id = $1 AND i.outcome IS NULL
  ORDER BY m.topic, m.partition, m."offset", i.object_id LIMIT ${MAX_MESSAGES}`

type Pending = { id: string; starts: number; topic: string | null; partition: number | null; bytes: number }

/**
 * The next objects of the oldest unfinished command, with a note that a try begins: a process that dies of it leaves
 * the note. A command with nothing left is finished.
 * @returns `idle`: no command is unfinished; `finished`: one was closed
 */
export async function takeBatchInTx(tx: ClientBase): Promise<Batch | 'idle' | 'finished'> {
  const commands = await tx.query<{ id: string; kind: ParkedCommandKind; reason: string | null; by: string }>(COMMAND)
  const [command] = commands.rows
  if (command === undefined) return 'idle'
  const pending = await tx.query<Pending>(PENDING, [command.id, command.kind])
  const taken = runOf(pending.rows)
  const [first] = taken
  if (first === undefined) {
    await tx.query('UPDATE parked_command SET finished_at = clock_timestamp() WHERE id = $1', [command.id])
    return 'finished'
  }
  const ids = taken.map(({ id }) => id)
  await tx.query(
    'UPDATE parked_command_item SET starts = starts + 1 WHERE command_id = $1 AND object_id = ANY ($2::bigint[])',
    [command.id, ids],
  )
  return {
    commandId: command.id,
    kind: command.kind,
    by: command.by,
    reason: command.reason,
    ids,
    unheard: first.starts,
  }
}

/** The first rows that belong to one partition and fit into memory; one alone that was tried in vain before. */
function runOf(rows: readonly Pending[]): Pending[] {
  const [first] = rows
  if (first === undefined) return []
  if (first.starts >= ALONE_AFTER) return [first]
  let bytes = 0
  const end = rows.findIndex((row, index) => {
    bytes += row.bytes
    const elsewhere = row.topic !== first.topic || row.partition !== first.partition
    return elsewhere || row.starts >= ALONE_AFTER || (index > 0 && bytes > MAX_BYTES)
  })
  return rows.slice(0, end === -1 ? rows.length : end)
}

/** The try ended without saying anything about the messages: an outage. */
export const forgetTriesInTx = (tx: ClientBase, { commandId, ids }: Batch) =>
  tx.query(
    `UPDATE parked_command_item SET starts = greatest(starts - 1, 0) WHERE command_id = $1 AND object_id = ANY ($2::bigint[])`,
    [commandId, ids],
  )
