import type { SessionView } from '@lianxi/schema/views/session'

/** A cookie: links inside a zone's pages do not carry the zone, so the last one that an address named holds for them. */
export const ZONE_COOKIE = 'zone'

/** Parts of a session with what is of the chosen zone first; one the person does not belong to is not chosen. */
export function inZone<Of extends Pick<SessionView, 'zones' | 'memberships'>>(
  session: Of,
  chosen: string | undefined,
): Of {
  if (!session.zones.some(({ code }) => code === chosen)) return session
  const first = <Part>(parts: readonly Part[], zoneOf: (part: Part) => string | null) =>
    parts.toSorted((a, b) => Number(zoneOf(b) === chosen) - Number(zoneOf(a) === chosen))
  return {
    ...session,
    zones: first(session.zones, ({ code }) => code),
    memberships: first(session.memberships, ({ zone }) => zone),
  }
}
