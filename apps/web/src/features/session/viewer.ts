import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { ZoneCode } from '@lianxi/schema/codes'
import type { ZoneName } from '@lianxi/schema/views/common'
import type { MembershipView, SessionView } from '@lianxi/schema/views/session'
import type { Role } from '@lianxi/schema/vocabulary'
import { serverCaller } from '@/server/caller'
import { inZone, ZONE_COOKIE } from './chosen-zone'

/** One look-up a request, shared by layout and page; the zone that was chosen last stands first. */
export const getSession = cache(async (): Promise<SessionView> => {
  const api = await serverCaller()
  return inZone(await api.session.me(), (await cookies()).get(ZONE_COOKIE)?.value)
})

export type Viewer = SessionView & { user: NonNullable<SessionView['user']> }

/** Who is looking; nobody → the login page, and from there back to `path`. */
export async function getViewer(path: string): Promise<Viewer> {
  const session = await getSession()
  if (session.user === null) redirect(`/login?next=${encodeURIComponent(path)}`)
  return { ...session, user: session.user }
}

export const hasRole = (viewer: Pick<SessionView, 'memberships'>, ...roles: Role[]): boolean =>
  viewer.memberships.some((membership) => roles.includes(membership.role))

/** The zone of the address if the viewer belongs to it, else the viewer's first. */
export function zoneOf(viewer: SessionView, asked: string | undefined): ZoneName | undefined {
  const code = ZoneCode.safeParse(asked)
  return viewer.zones.find((zone) => zone.code === code.data) ?? viewer.zones[0]
}

export type Office = MembershipView & { zone: string; region: string; regionName: string }

/** The membership that makes the viewer part of a reporting office; the address may choose among several. */
export function officeOf(
  viewer: SessionView,
  roles: Role[],
  asked: { region?: string | undefined },
): Office | undefined {
  const offices = viewer.memberships.flatMap((membership) => {
    const { zone, region, regionName, role } = membership
    return zone !== null && region !== null && roles.includes(role)
      ? [{ ...membership, zone, region, regionName: regionName ?? region }]
      : []
  })
  return offices.find((office) => office.region === asked.region) ?? offices[0]
}
