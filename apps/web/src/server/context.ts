import { findPerson, type Member } from '@lianxi/db/people/members'
import type { Deps } from './deps'

export type Person = { id: string; name: string; username: string; memberships: Member[] }
export type Context = { deps: Deps; person: Person | null }

/** Who asks: the session's person, read anew at every request, so that a disabled account is out at once. */
export async function createContext(deps: Deps, headers: Headers): Promise<Context> {
  const session = await deps.auth.api.getSession({ headers })
  if (session === null) return { deps, person: null }
  return { deps, person: (await findPerson(deps.prisma, session.user.id)) ?? null }
}
