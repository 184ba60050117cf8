import { ScramVerifier } from '@lianxi/schema/scram'
import { Slot } from '@lianxi/schema/vocabulary'
import type { Pool } from 'pg'
import { z } from 'zod'

/** What an administrator asked for and the broker has not been told yet. */
export type PendingCommand = { id: string; region: string; slot: Slot } & (
  | { kind: 'issue'; verifier: ScramVerifier }
  | { kind: 'revoke' }
)

const Row = z
  .object({ id: z.string(), region: z.string(), slot: Slot })
  .and(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('issue'), verifier: ScramVerifier }),
      z.object({ kind: z.literal('revoke') }),
    ]),
  )

/** In the order they were asked for. */
export async function readPendingCommands(pool: Pool): Promise<PendingCommand[]> {
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT id, region, slot, kind, iterations, salt, salted_password AS "saltedPassword"
     FROM credential_command WHERE finished_at IS NULL ORDER BY id`,
  )
  return rows.map(({ id, region, slot, kind, ...verifier }) =>
    Row.parse({ id, region, slot, kind, ...(kind === 'issue' && { verifier }) }),
  )
}

/** Done, or never to be done and why. The verifier goes: only the broker needs it from now on. */
export async function finishCommand(pool: Pool, id: string, failure: string | null): Promise<void> {
  await pool.query(
    `UPDATE credential_command SET finished_at = clock_timestamp(), failure = $2,
       iterations = NULL, salt = NULL, salted_password = NULL
     WHERE id = $1 AND finished_at IS NULL`,
    [id, failure],
  )
}
