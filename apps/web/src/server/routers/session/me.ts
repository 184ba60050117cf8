import { readOwn } from '@lianxi/db/notice/read-notices'
import { countOpenParked } from '@lianxi/db/parked/read-list'
import { countOpenAsks } from '@lianxi/db/readers/duty/extension-asks'
import { readNow } from '@lianxi/db/readers/moment/stream-state'
import { readReference, regionName, zoneName } from '@lianxi/db/readers/base/reference'
import { SessionView } from '@lianxi/schema/views/session'
import { z } from 'zod'
import { openProcedure } from '../../trpc'

const NOBODYS = { unread: 0, noticeEmail: null }

export const me = openProcedure
  .meta({ access: 'anyone' })
  .input(z.void())
  .output(SessionView)
  .query(async ({ ctx: { deps, person } }) => {
    const memberships = person?.memberships ?? []
    const zones = [...new Set(memberships.flatMap(({ zone }) => (zone === null ? [] : [zone])))]
    const guided = memberships.flatMap(({ role, zone }) => (role === 'secretariat' && zone !== null ? [zone] : []))
    const administers = memberships.some(({ role }) => role === 'admin')
    const [now, parked, asks, notices, references] = await Promise.all([
      readNow(deps.prisma),
      administers ? countOpenParked(deps.prisma) : 0,
      guided.length === 0 ? [] : countOpenAsks(deps.prisma, guided),
      person === null ? NOBODYS : readOwn(deps.prisma, person.id),
      Promise.all(zones.map((zone) => readReference(deps.prisma, zone))),
    ])
    const nameOf = (zone: string | null, region: string | null) => {
      const reference = references.find((known) => known.zone.code === zone)
      return reference === undefined || region === null ? null : regionName(reference, region).name
    }
    return {
      mode: deps.env.LIANXI_MODE,
      now: now.toISOString(),
      user: person === null ? null : { id: person.id, name: person.name, username: person.username },
      memberships: memberships.map((member) => ({ ...member, regionName: nameOf(member.zone, member.region) })),
      ...{ ...notices, parked, asks },
      zones: references.map(zoneName),
    }
  })
