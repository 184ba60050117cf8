import type { Database } from '@lianxi/db/client'
import type { NewMembership } from '@lianxi/db/people/accounts'
import { SYSTEM_BODY } from '@lianxi/db/people/create-admin'
import { readBodyOptions } from '@lianxi/db/readers/admin/accounts'
import type { MembershipGiven } from '@lianxi/schema/commands/account'

/**
 * A membership with what the zone's plan topic says of the body. Undefined: no such body there. Administrators belong
 * to the system's own body, and nobody else does: whoever runs the system cannot report.
 */
export async function findMemberships(
  prisma: Database,
  given: MembershipGiven[],
): Promise<NewMembership[] | undefined> {
  const options = await readBodyOptions(prisma)
  const found = given.map(({ zone, body, role }): NewMembership | undefined => {
    if (role === 'admin') return { zone: null, ...SYSTEM_BODY, region: null, role }
    const option = options.find((known) => known.zone === zone && known.code === body)
    return option === undefined ? undefined : { zone, body, bodyName: option.name, region: option.region, role }
  })
  return found.some((membership) => membership === undefined) ? undefined : found.flatMap((one) => one ?? [])
}
