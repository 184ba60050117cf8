import { addRegionInTx } from '@lianxi/db/broker/add-place'
import type { Database } from '@lianxi/db/client'
import { createAccountInTx } from '@lianxi/db/people/accounts'
import { hashPassword } from '@lianxi/db/people/password'
import { refuse } from '@lianxi/domain/report/refusal'
import { v4 } from 'uuid'
import { DEMO_PASSWORD } from '../people'
import type { ZoneOffices } from './zone-offices'

/**
 * Registers what the zone has not got yet, by the same code as the administrator's page: the running worker makes
 * topics and rights, nothing is restarted. Repeating it is harmless.
 * @returns how many regions and accounts were new
 */
export async function switchOnZone(
  prisma: Database,
  { regions, accounts }: ZoneOffices,
): Promise<{ regions: number; accounts: number }> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const made = { regions: 0, accounts: 0 }
  for (const region of regions) {
    const done = await prisma.$transaction((tx) => addRegionInTx(tx, { ...region, idempotencyKey: v4() }))
    if (done.ok) made.regions += 1
    else if (done.code !== 'code-taken') throw new Error(`${region.name}：${refuse(done.code).message}`)
  }
  for (const { id, username, name, memberships } of accounts) {
    const done = await prisma.$transaction((tx) =>
      createAccountInTx(tx, { id, username, name, phone: null, passwordHash, memberships }),
    )
    if (done.ok) made.accounts += 1
    else if (done.code !== 'username-taken') throw new Error(`${username}：${refuse(done.code).message}`)
  }
  return made
}
