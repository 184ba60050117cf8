import { findPerson, type Member } from '@lianxi/db/people/members'
import type { Deps } from './deps'

export type Person = { id: string; name: string; username: string; memberships: Member[] }
/** `headers`: as they came; `answer`: what goes back with the answer, such as a new session's cookie. */
export type Context = { deps: Deps; person: Person | null; headers: Headers; answer: Headers }

/**
 * Who asks: the session's person, both read anew at every request, so that whoever signed out or was disabled is out at
 * once. Cookies that want renewing go with the answer.
 */
export async function createContext(deps: Deps, headers: Headers, answer = new Headers()): Promise<Context> {
  const { response: found, headers: renewed } = await deps.auth.api.getSession({ headers, returnHeaders: true })
  for (const cookie of renewed.getSetCookie()) answer.append('set-cookie', cookie)
  const person = found === null ? null : ((await findPerson(deps.prisma, found.session.token)) ?? null)
  return { deps, person, headers, answer }
}
