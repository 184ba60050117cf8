import { createAccountInTx } from '@lianxi/db/people/accounts'
import { hashPassword } from '@lianxi/db/people/password'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { beforeAll, expect, it } from 'vitest'
import { createContext } from './context'
import { handleAuth } from './login'
import { call, createServerWorld, outcome, type ServerWorld } from './testing/server-world'

const GIVEN = 'given-by-the-administrator'
const OWN = 'known-only-to-myself'
const ADDRESS = 'http://localhost:3000'
let server: ServerWorld

/** An account without any membership: a password is everybody's own business. */
async function account(username: string): Promise<string> {
  const passwordHash = await hashPassword(GIVEN)
  const made = await server.deps.prisma.$transaction((tx) =>
    createAccountInTx(tx, { username, name: username, phone: null, passwordHash, memberships: [] }),
  )
  if (!made.ok) throw new Error(made.code)
  return made.id
}

function post(path: string, body: object, cookie = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: ADDRESS, 'x-forwarded-for': '203.0.113.7', cookie }
  return handleAuth(
    new Request(`${ADDRESS}/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
    server.deps,
  )
}
const signIn = (username: string, password: string) => post('/sign-in/username', { username, password })

/** What a browser would send back. */
const cookieOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
const signedIn = async (username: string) => cookieOf((await signIn(username, GIVEN)).headers)

const isIn = async (cookie: string) => (await createContext(server.deps, new Headers({ cookie }))).person !== null

async function change(cookie: string, current: string, password: string) {
  const context = await createContext(server.deps, new Headers({ cookie }))
  const result = DoneResult.parse(await call(context, 'session.changePassword', { current, password }, 'mutation'))
  return { result, cookie: cookieOf(context.answer) }
}
const audited = (object: string) => server.deps.prisma.auditEntry.findMany({ where: { object } })

beforeAll(async () => {
  server = await createServerWorld({ LOGIN_MAX_ATTEMPTS: '3', LOGIN_WINDOW_SECONDS: '3600' })
})

it('the new password counts from now on; this session goes on, the person’s others end, nobody else’s', async () => {
  const id = await account('own-a')
  await account('own-b')
  const [here, elsewhere, somebody] = [await signedIn('own-a'), await signedIn('own-a'), await signedIn('own-b')]
  const changed = await change(here, GIVEN, OWN)
  expect(changed.result).toEqual({ ok: true, id })
  expect(await Promise.all([changed.cookie, here, elsewhere, somebody].map(isIn))).toEqual([true, false, false, true])
  expect([(await signIn('own-a', GIVEN)).status, (await signIn('own-a', OWN)).status]).toEqual([401, 200])
})

it('is written to the audit without a password; a refusal is not', async () => {
  const id = await account('own-c')
  const { cookie } = await change(await signedIn('own-c'), GIVEN, OWN)
  await change(cookie, 'wrong-password', GIVEN)
  expect(await audited(id)).toMatchObject([
    { actorId: id, actorName: 'own-c', action: 'session.changePassword', detail: {} },
  ])
})

it.each([
  ['password-wrong', 'current', 'wrong-password', OWN],
  ['password-short', 'password', GIVEN, 'elevenchars'],
  ['password-same', 'password', GIVEN, GIVEN],
])('%s is said and changes nothing', async (code, field, current, password) => {
  const username = `own-${code}`
  const id = await account(username)
  const cookie = await signedIn(username)
  const { result } = await change(cookie, current, password)
  expect(result).toMatchObject({
    ok: false,
    refusal: { code, field, message: expect.stringMatching(/密码/) as string },
  })
  expect(await isIn(cookie)).toBe(true)
  expect((await signIn(username, GIVEN)).status).toBe(200)
  expect(await audited(id)).toEqual([])
})

it('counts with the login: whoever has an open session cannot guess, not even many at once', async () => {
  await account('own-d')
  const cookie = await signedIn('own-d')
  const tries = await Promise.all(Array.from({ length: 6 }, (_, n) => change(cookie, `wrong-password-${n}`, OWN)))
  const codes = tries.map(({ result }) => (result.ok ? 'changed' : result.refusal.code))
  expect(codes.sort()).toEqual([
    ...Array<string>(3).fill('password-wrong'),
    ...Array<string>(3).fill('too-many-attempts'),
  ])
  expect((await change(cookie, GIVEN, OWN)).result).toMatchObject({ refusal: { code: 'too-many-attempts' } })
  expect((await signIn('own-d', GIVEN)).status).toBe(429)
})

it('what costs no look at the password costs no attempt, and a success gives them back', async () => {
  await account('own-e')
  let cookie = await signedIn('own-e')
  for (let n = 0; n < 5; n += 1) await change(cookie, 'wrong-password', 'short')
  for (let n = 0; n < 2; n += 1) await change(cookie, 'wrong-password', OWN)
  cookie = (await change(cookie, GIVEN, OWN)).cookie
  for (let n = 0; n < 2; n += 1) await change(cookie, 'wrong-password', GIVEN)
  expect((await change(cookie, OWN, GIVEN)).result).toMatchObject({ ok: true })
})

it('a session that has ended changes nothing', async () => {
  await account('own-f')
  const cookie = await signedIn('own-f')
  const context = await createContext(server.deps, new Headers({ cookie }))
  await change(cookie, GIVEN, OWN)
  const late = call(context, 'session.changePassword', { current: OWN, password: GIVEN }, 'mutation')
  expect(await outcome(late)).toBe('UNAUTHORIZED')
  expect((await signIn('own-f', OWN)).status).toBe(200)
})

it.each([
  ['/change-password', { currentPassword: GIVEN, newPassword: OWN }],
  ['/verify-password', { password: GIVEN }],
])('%s of the library, which counts nothing, is closed', async (path, body) => {
  const username = `own-g${path.slice(1, 2)}`
  await account(username)
  expect((await post(path, body, await signedIn(username))).status).toBe(404)
  expect((await signIn(username, GIVEN)).status).toBe(200)
})
