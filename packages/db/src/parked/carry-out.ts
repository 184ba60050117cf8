import type { ClientBase } from 'pg'
import { applyAgainInTx, type Tried } from './apply-again'
import { loadParkedInTx, type ParkedOne } from './load-parked'
import type { Batch } from './take-batch'

/** What became of one object; `settled`: it was not (or no longer) in the state the command is for. */
export type Told = Tried | { outcome: 'settled'; detail: null }

const RECORD = `
  WITH told AS (
    SELECT * FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[]) AS t (id, outcome, reason, detail)),
  item AS (
    UPDATE parked_command_item i SET outcome = t.outcome, detail = t.detail, done_at = clock_timestamp()
    FROM told t WHERE i.command_id = $1 AND i.object_id = t.id)
  UPDATE parked_message m SET tries = m.tries + 1, last_tried_at = clock_timestamp(),
    state = CASE t.outcome WHEN 'parked' THEN 'open' ELSE t.outcome END,
    reason = coalesce(t.reason, m.reason), detail = coalesce(t.detail, m.detail),
    settled_at = CASE WHEN t.outcome <> 'parked' THEN clock_timestamp() END,
    settled_by = CASE WHEN t.outcome <> 'parked' THEN $6 END
  FROM told t WHERE m.id = t.id AND t.outcome <> 'settled'`

/** Tries a batch's messages again and writes down what became of each, in one transaction. */
export async function retryInTx(tx: ClientBase, { commandId, ids, by }: Batch): Promise<void> {
  const loaded = await loadParkedInTx(tx, commandId, ids)
  const open = loaded.filter((one) => one.open)
  const [first] = open
  const tried =
    first === undefined
      ? new Map<unknown, Tried>()
      : await applyAgainInTx(
          tx,
          first.position,
          open.map(({ message }) => message),
        )
  const toldOf = ({ message }: ParkedOne): Told => tried.get(message) ?? { outcome: 'settled', detail: null }
  await record(
    tx,
    { commandId, by },
    loaded.map((one) => [one.id, toldOf(one)]),
  )
}

/** Writes down that a message could not be taken by any transaction; it stays open. */
export async function giveUpInTx(tx: ClientBase, { commandId, ids, by }: Batch, detail: string): Promise<void> {
  const told: Told = { outcome: 'parked', reason: 'unappliable', detail }
  const loaded = await loadParkedInTx(tx, commandId, ids)
  await record(
    tx,
    { commandId, by },
    loaded.map(({ id, open }) => [id, open ? told : { outcome: 'settled', detail: null }]),
  )
}

async function record(
  tx: ClientBase,
  { commandId, by }: { commandId: string; by: string },
  told: readonly (readonly [string, Told])[],
): Promise<void> {
  await tx.query(RECORD, [
    commandId,
    told.map(([id]) => id),
    told.map(([, { outcome }]) => outcome),
    told.map(([, one]) => ('reason' in one ? one.reason : null)),
    told.map(([, { detail }]) => detail),
    by,
  ])
}

const CHANGE = {
  discard: `UPDATE parked_message SET state = 'discarded', settled_at = clock_timestamp(), settled_by = $2, note = $3
    WHERE id = ANY ($1::bigint[]) AND state = 'open' RETURNING id`,
  reopen: `UPDATE parked_message SET state = 'open', settled_at = NULL, settled_by = NULL, note = NULL
    WHERE id = ANY ($1::bigint[]) AND state = 'discarded' RETURNING id`,
  resend: `UPDATE outbox SET refused_reason = NULL
    WHERE id = ANY ($1::bigint[]) AND refused_reason IS NOT NULL AND published_at IS NULL RETURNING id`,
} as const
const OUTCOME = { discard: 'discarded', reopen: 'reopened', resend: 'sent' } as const

/** Discards, reopens or sends again, and tells of each object whether it was; nothing of it touches the board. */
export async function changeAtOnceInTx(tx: ClientBase, kind: keyof typeof CHANGE, batch: Batch): Promise<void> {
  const { commandId, ids, by, reason } = batch
  const changed = await tx.query<{ id: string }>(CHANGE[kind], kind === 'discard' ? [ids, by, reason] : [ids])
  await tx.query(
    `UPDATE parked_command_item SET done_at = clock_timestamp(),
       outcome = CASE WHEN object_id = ANY ($3::bigint[]) THEN $4 ELSE 'settled' END
     WHERE command_id = $1 AND object_id = ANY ($2::bigint[]) AND outcome IS NULL`,
    [commandId, ids, changed.rows.map(({ id }) => id), OUTCOME[kind]],
  )
  if (kind === 'resend') await tx.query(`SELECT pg_notify('outbox', '')`)
}
