import { EVENTS } from '@lianxi/schema/events/registry'
import type { ParkedReason } from '@lianxi/schema/events/parked-reason'
import type { Pool } from 'pg'
import { inParkedTransaction, inTurn } from './in-turn'

/** Reasons that only say that the message is newer than the build that read it. */
const NEWER_THAN_BUILD: readonly ParkedReason[] = ['unknown-type', 'newer-version']
const WHY = '本版本系统已能识别该事件类型，自动重试。'

/**
 * Whether a type is known is decided by this build alone, and a retry leaves none of these reasons behind: so each
 * message is asked for once by each build that could know better. Command, objects and audit in one statement.
 */
const ASK = `
  WITH known AS (
    SELECT m.id FROM parked_message m
    WHERE m.state = 'open' AND m.reason = ANY ($1)
      AND EXISTS (SELECT FROM jsonb_array_elements(m.headers) h WHERE h->>0 = 'ce_type' AND h->>1 = ANY ($2))
      AND NOT EXISTS (SELECT FROM parked_command_item i JOIN parked_command c ON c.id = i.command_id
                      WHERE i.object_id = m.id AND i.outcome IS NULL AND c.kind <> 'resend')),
  command AS (
    INSERT INTO parked_command (kind, reason, asked_by_name)
    SELECT 'retry', $3, '系统' WHERE EXISTS (SELECT FROM known) RETURNING id),
  items AS (
    INSERT INTO parked_command_item (command_id, object_id) SELECT command.id, known.id FROM command, known),
  audit AS (
    INSERT INTO audit_entry (actor_name, action, object, detail)
    SELECT '系统', 'admin.parked.retry', command.id::text,
      jsonb_build_object('reason', $3::text, 'messages', (SELECT count(*)::text FROM known)) FROM command)
  SELECT count(*)::int AS n FROM known`

/**
 * Asks, in the system's name, for a retry of what an older build did not know and this one does.
 * @returns how many messages; `busy` when another worker is at it
 */
export function askForKnownNow(pool: Pool): Promise<number | 'busy'> {
  return inTurn(pool, () =>
    inParkedTransaction(pool, async (tx) => {
      const { rows } = await tx.query<{ n: number }>(ASK, [NEWER_THAN_BUILD, Object.keys(EVENTS), WHY])
      return rows[0]?.n ?? 0
    }),
  )
}
