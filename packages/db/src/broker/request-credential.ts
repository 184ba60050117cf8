import type { ScramVerifier } from '@lianxi/schema/scram'
import type { Slot } from '@lianxi/schema/vocabulary'
import { sql, type Tx } from '../client'
import type { Actor, Done, Refused } from '../people/accounts'
import { lockPlaceInTx } from './publish'

type Which = { region: string; slot: Slot }
type Last = { kind: 'issue' | 'revoke'; pending: boolean; failed: boolean }

async function lastInTx(tx: Tx, { region, slot }: Which): Promise<{ known: boolean; last: Last | undefined }> {
  await lockPlaceInTx(tx, `credential ${region}`)
  const known = await tx.$queryRaw<unknown[]>(sql`
    SELECT FROM board.fact WHERE kind = 'region' AND code = ${region} AND doc->>'reporting' = 'true' LIMIT 1`)
  const [last] = await tx.$queryRaw<Last[]>(sql`
    SELECT kind, finished_at IS NULL AS pending, failure IS NOT NULL AS failed FROM credential_command
    WHERE region = ${region} AND slot = ${slot} AND (failure IS NULL OR kind = 'revoke') ORDER BY id DESC LIMIT 1`)
  return { known: known.length > 0, last }
}

/**
 * Asks the worker to make a credential, or with `replace` to give one in use a new password. Only the salted form is
 * kept, until the broker has it.
 */
export async function requestIssueInTx(
  tx: Tx,
  { region, slot, replace }: Which & { replace: boolean },
  verifier: ScramVerifier,
  by: Actor,
): Promise<Done | Refused> {
  const { known, last } = await lastInTx(tx, { region, slot })
  if (!known) return { ok: false, code: 'place-unknown' }
  if (last?.pending === true) return { ok: false, code: 'credential-pending' }
  if (last?.kind === 'issue' && !replace) return { ok: false, code: 'credential-in-use' }
  const { iterations, salt, saltedPassword } = verifier
  await tx.$executeRaw(sql`
    INSERT INTO credential_command (region, slot, kind, requested_by, requested_by_name, iterations, salt, salted_password)
    VALUES (${region}, ${slot}, 'issue', ${by.id}, ${by.name}, ${iterations}, ${salt}, ${saltedPassword})`)
  return { ok: true, id: `region-${region}-${slot}` }
}

/** Asks the worker to take a credential's rights and then the credential itself. A failed one may be asked for again. */
export async function requestRevokeInTx(
  tx: Tx,
  { region, slot, reason }: Which & { reason: string },
  by: Actor,
): Promise<Done | Refused> {
  const { last } = await lastInTx(tx, { region, slot })
  if (last?.pending === true) return { ok: false, code: 'credential-pending' }
  if (last === undefined || (last.kind === 'revoke' && !last.failed)) return { ok: false, code: 'credential-absent' }
  await tx.$executeRaw(sql`
    INSERT INTO credential_command (region, slot, kind, requested_by, requested_by_name, reason)
    VALUES (${region}, ${slot}, 'revoke', ${by.id}, ${by.name}, ${reason})`)
  return { ok: true, id: `region-${region}-${slot}` }
}
