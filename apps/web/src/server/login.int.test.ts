import { createAccountInTx } from '@lianxi/db/people/accounts'
import { hashPassword } from '@lianxi/db/people/password'
import { beforeAll, expect, it } from 'vitest'
import { createContext } from './context'
import { handleAuth } from './login'
import { call, createServerWorld, outcome, type ServerWorld } from './testing/server-world'

const PASSWORD = 'correct-horse-battery'
const ADDRESS = 'http://localhost:3000'
let server: ServerWorld

async function account(username: string): Promise<string> {
  const passwordHash = await hashPassword(PASSWORD)
  const membership = {
    zone: 'Z-PX',
    body: '510403-FGJ',
    bodyName: '西区发展和改革局',
    region: '510403',
    role: 'reporter',
  } as const
  const made = await server.deps.prisma.$transaction((tx) =>
    createAccountInTx(tx, { username, name: username, phone: null, passwordHash, memberships: [membership] }),
  )
  if (!made.ok) throw new Error(made.code)
  return made.id
}

function post(path: string, body: object, address = '203.0.113.7'): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: ADDRESS, 'x-forwarded-for': address }
  const request = new Request(`${ADDRESS}/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return handleAuth(request, server.deps)
}
const signIn = (username: string, password: string, address?: string) =>
  post('/sign-in/username', { username, password }, address)

/** What a browser would send back. */
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

const dueList = async (cookie: string) => {
  const context = await createContext(server.deps, new Headers({ cookie }))
  return outcome(call(context, 'office.dueList', { zone: 'Z-PX', region: '510403' }, 'query'))
}

beforeAll(async () => {
  server = await createServerWorld({ LOGIN_MAX_ATTEMPTS: '3', LOGIN_WINDOW_SECONDS: '3600' })
})

it('a user name and a password open a session; the cookie is not for scripts', async () => {
  await account('xiqu-a')
  const response = await signIn('XiQu-A', PASSWORD)
  expect(response.status).toBe(200)
  expect(response.headers.getSetCookie().join()).toMatch(/lianxi\.session_token=.*HttpOnly.*SameSite=Lax/i)
  expect(await dueList(cookieOf(response))).toBe('allowed')
  expect(await dueList('lianxi.session_token=forged.signature')).toBe('UNAUTHORIZED')
})

it('the limit is the account’s, from whatever address, and also for many tries at once', async () => {
  await account('xiqu-b')
  const tries = await Promise.all(
    Array.from({ length: 8 }, (_, n) => signIn('xiqu-b', `wrong-password-${n}`, `203.0.113.${n}`)),
  )
  expect(tries.map(({ status }) => status).sort()).toEqual([401, 401, 401, 429, 429, 429, 429, 429])
  const locked = await signIn('xiqu-b', PASSWORD)
  expect([locked.status, await locked.json()]).toMatchObject([429, { code: 'ACCOUNT_LOCKED' }])
  await account('xiqu-c')
  expect((await signIn('xiqu-c', PASSWORD, '203.0.113.1')).status).toBe(200)
})

it('a success gives the attempts back; a window that ran out begins anew', async () => {
  await account('xiqu-d')
  for (let round = 0; round < 3; round += 1) {
    expect((await signIn('xiqu-d', 'wrong-password')).status).toBe(401)
    expect((await signIn('xiqu-d', PASSWORD)).status).toBe(200)
  }
  for (let n = 0; n < 4; n += 1) await signIn('xiqu-d', 'wrong-password')
  expect((await signIn('xiqu-d', PASSWORD)).status).toBe(429)
  await server.world.sql(`UPDATE login_attempt SET window_start = window_start - interval '2 hours'`)
  expect((await signIn('xiqu-d', PASSWORD)).status).toBe(200)
})

it('a wrong password, an unknown name and a disabled account look alike', async () => {
  const id = await account('xiqu-e')
  await server.world.sql('UPDATE "user" SET disabled = true WHERE id = $1', [id])
  const answers = await Promise.all([
    signIn('xiqu-a', 'wrong-password'),
    signIn('nobody-here', PASSWORD),
    signIn('xiqu-e', PASSWORD),
  ])
  const bodies = await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`))
  expect(new Set(bodies).size).toBe(1)
  expect(bodies[0]).toContain('用户名或密码不正确，或账号已停用。')
})

it('what can be no user name is answered like an unknown one and is not kept', async () => {
  const count = () => server.deps.prisma.loginAttempt.count()
  const before = await count()
  for (const username of ['xiqu\u0000a', '西区填报人', "' OR 1=1"]) {
    const response = await signIn(username, PASSWORD)
    expect([response.status, await response.json()]).toMatchObject([401, { code: 'INVALID_USERNAME_OR_PASSWORD' }])
  }
  expect(await count()).toBe(before)
})

it('an account that is disabled, and a session that ran out, are out at the next request', async () => {
  const id = await account('xiqu-f')
  const cookie = cookieOf(await signIn('xiqu-f', PASSWORD))
  await server.world.sql('UPDATE "user" SET disabled = true WHERE id = $1', [id])
  expect(await dueList(cookie)).toBe('UNAUTHORIZED')
  await server.world.sql('UPDATE "user" SET disabled = false WHERE id = $1', [id])
  expect(await dueList(cookie)).toBe('allowed')
  await server.world.sql(`UPDATE session SET expires_at = now() - interval '1 second' WHERE user_id = $1`, [id])
  expect(await dueList(cookie)).toBe('UNAUTHORIZED')
})

it.each([
  ['/sign-up/email', { email: 'a@b.cn', password: PASSWORD, name: 'a' }],
  ['/sign-in/email', { email: 'xiqu-a@users.invalid', password: PASSWORD }],
  ['/update-user', { name: 'b' }],
])('%s is closed', async (path, body) => {
  expect((await post(path, body)).status).toBeGreaterThanOrEqual(400)
})

it('the audit and the sessions of an administrator’s reset: the old session is out', async () => {
  const id = await account('xiqu-g')
  const cookie = cookieOf(await signIn('xiqu-g', PASSWORD))
  const admin = {
    id: 'root',
    name: '管理员',
    username: 'root',
    memberships: [{ zone: null, body: 'SYSTEM', bodyName: '系统管理', region: null, role: 'admin' as const }],
  }
  const input = {
    idempotencyKey: crypto.randomUUID(),
    userId: id,
    password: 'another-long-password',
  }
  const reset = () => call({ deps: server.deps, person: admin }, 'admin.accounts.resetPassword', input, 'mutation')
  expect([await reset(), await reset()]).toEqual([
    { ok: true, id },
    { ok: true, id },
  ])
  expect(await dueList(cookie)).toBe('UNAUTHORIZED')
  expect((await signIn('xiqu-g', 'another-long-password')).status).toBe(200)
  const entries = await server.deps.prisma.auditEntry.findMany({ where: { object: id } })
  expect(entries).toHaveLength(1)
  expect(JSON.stringify(entries[0]?.detail)).not.toContain('password')
})
