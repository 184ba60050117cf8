import { findPerson, type Member } from '@lianxi/db/people/members'
import type { Deps } from './deps'

export type Person = { id: string; name: string; username: string; memberships: Member[] }
/** `headers`: as they came; `answer`: what goes back with the answer, such as a new session's cookie. */
export type Context = { deps: Deps; person: Person | null; headers: Headers; answer: Headers }

/** Who asks: the session's person, read anew at every request, so that a disabled account is out at once. */
export async function createContext(deps: Deps, headers: Headers, answer = new Headers()): Promise<Context> {
  const session = await deps.auth.api.getSession({ headers })
  const person = session === null ? null : ((await findPerson(deps.prisma, session.user.id)) ?? null)
  return { deps, person, headers, answer }
}
