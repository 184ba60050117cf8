import { ownPercent } from '@lianxi/domain/partner/shares'
import type { InvitableView } from '@lianxi/schema/views/partner'
import type { Reading } from '../../client'
import { readParties } from './parties'
import { readKnownPartnerships } from './said'
import { readToday } from '../moment/stream-state'

/** Whom a zone can ask into one of its projects: regions first, then bodies, of every other zone. */
export async function readInvitable(db: Reading, zone: string, subject: string): Promise<InvitableView> {
  const [parties, partnerships] = await Promise.all([
    readParties(db, await readToday(db)),
    readKnownPartnerships(db, zone, subject),
  ])
  const zones = [...parties].flatMap(([code, one]) => {
    const standing = [...one.parties.values()].filter(({ stands }) => stands)
    const partners = [false, true].flatMap((isBody) =>
      standing
        .filter(({ body }) => (body !== null) === isBody)
        .map((party) => ({ code: party.code, name: party.name })),
    )
    return code === zone || partners.length === 0 ? [] : [{ zone: { code, name: one.name }, partners }]
  })
  return { zones, openPercent: ownPercent(partnerships) }
}
