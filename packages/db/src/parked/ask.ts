import type { ParkedCommandKind, ParkedSelection } from '@lianxi/schema/commands/parked'
import { type Sql, sql, type Tx } from '../client'
import type { Actor, Done, Refused } from '../people/accounts'
import { filtered } from './filter'

export type Asked = { kind: Exclude<ParkedCommandKind, 'resend'>; selection: ParkedSelection; reason: string | null }

/** Only what is in the state the command is for; what is settled meanwhile is told by the worker. */
const NEEDS = { retry: 'open', discard: 'open', reopen: 'discarded' } as const

const selected = (selection: ParkedSelection): Sql =>
  'ids' in selection
    ? sql`m.id = ANY (${selection.ids}::bigint[])`
    : sql`m.id <= ${selection.upTo}::bigint AND ${filtered(selection.filter)}`

/**
 * Writes what somebody asks for as a command, frozen to the messages it means now. The worker carries it out.
 * Refused when nothing of the selection can be treated so (any more).
 */
export function askForParkedInTx(tx: Tx, actor: Actor, { kind, selection, reason }: Asked): Promise<Done | Refused> {
  if (kind === 'discard' && (reason ?? '').trim() === '') return Promise.resolve({ ok: false, code: 'reason-required' })
  const chosen = sql`SELECT m.id FROM parked_message m WHERE m.state = ${NEEDS[kind]} AND ${selected(selection)}`
  return insertCommandInTx(tx, actor, { kind, reason, chosen })
}

/** Asks to send events again that the broker had refused. */
export function askToResendInTx(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Done | Refused> {
  const chosen = sql`SELECT m.id FROM outbox m
    WHERE m.id = ANY (${[...ids]}::bigint[]) AND m.refused_reason IS NOT NULL AND m.published_at IS NULL`
  return insertCommandInTx(tx, actor, { kind: 'resend', reason: null, chosen })
}

async function insertCommandInTx(
  tx: Tx,
  actor: Actor,
  { kind, reason, chosen }: { kind: ParkedCommandKind; reason: string | null; chosen: Sql },
): Promise<Done | Refused> {
  const [row] = await tx.$queryRaw<{ id: string | null; messages: string }[]>(sql`
    WITH chosen AS (${chosen}),
    command AS (
      INSERT INTO parked_command (kind, reason, asked_by, asked_by_name)
      SELECT ${kind}, ${reason}, ${actor.id}, ${actor.name} WHERE EXISTS (SELECT FROM chosen) RETURNING id),
    items AS (
      INSERT INTO parked_command_item (command_id, object_id) SELECT command.id, chosen.id FROM command, chosen)
    SELECT (SELECT id::text FROM command) AS id, (SELECT count(*)::text FROM chosen) AS messages`)
  if (row === undefined || row.id === null) return { ok: false, code: 'parked-settled' }
  return { ok: true, id: row.id, audit: { messages: row.messages, reason } }
}
