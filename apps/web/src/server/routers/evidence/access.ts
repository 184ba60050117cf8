import { readReference } from '@lianxi/db/readers/base/reference'
import { type Access, type Granted, isZoneWide } from '../../access'
import type { Deps } from '../../deps'

export const READERS: Access = {
  roles: ['reporter', 'approver', 'coordinator', 'secretariat', 'leader', 'oversight'],
  scope: 'zone',
}
export const WRITERS: Access = { roles: ['reporter', 'coordinator'], scope: 'region' }

/**
 * What of a report's evidence a person reads: all of it in its office; what a report named when it was published in the
 * zone's own bodies and in the region that confirms it; nothing else.
 */
export async function sightOfEvidence(
  { members }: Granted,
  { zone, region }: { zone: string; region: string },
  { prisma }: Deps,
): Promise<'all' | 'published' | 'nothing'> {
  if (members.some((member) => !isZoneWide(member.role) && member.region === region)) return 'all'
  if (members.some(({ role }) => isZoneWide(role))) return 'published'
  const { zone: mechanism } = await readReference(prisma, zone)
  const above = mechanism.confirmations.filter((step) => step.region === region).map(({ by }) => by)
  return members.some((member) => member.region !== null && above.includes(member.region)) ? 'published' : 'nothing'
}
