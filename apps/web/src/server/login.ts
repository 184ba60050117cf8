import { z } from 'zod'
import { forgetAttempts, takeAttempt } from '@lianxi/db/people/login-attempts'
import { isDisabled } from '@lianxi/db/people/members'
import { Username } from '@lianxi/schema/commands/account'
import type { Deps } from './deps'

const Credentials = z.object({ username: z.string().min(1).max(64), password: z.string().min(1).max(128) })

const WRONG = '用户名或密码不正确，或账号已停用。'
const SENTENCES: Partial<Record<number, string>> = {
  400: '请求有误，请刷新页面后重试。',
  401: WRONG,
  403: '请从本系统的页面登录。',
  422: WRONG,
  429: '登录过于频繁，请稍后再试。',
}

const refusal = (status: number, code: string, message: string, headers: Record<string, string> = {}): Response =>
  Response.json({ code, message }, { status, headers: { 'cache-control': 'no-store', ...headers } })

/**
 * better-auth's endpoints with the limit per account before them and Chinese sentences behind them. A wrong password,
 * an unknown name and a disabled account look alike.
 */
export async function handleAuth(request: Request, deps: Deps): Promise<Response> {
  const path = new URL(request.url).pathname
  return path.endsWith('/sign-in/username') && request.method === 'POST'
    ? signIn(request, deps)
    : inChinese(await deps.auth.handler(request))
}

async function signIn(request: Request, deps: Deps): Promise<Response> {
  const { prisma, env, log, auth, metrics } = deps
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => undefined)
  const parsed = Credentials.safeParse(body)
  if (!parsed.success) return refusal(400, 'BAD_REQUEST', '请填写用户名和密码。')
  const { username } = parsed.data
  // No such account can exist, so there is nothing to guess and nothing to count (PostgreSQL would not even store NUL).
  if (!Username.safeParse(username.toLowerCase()).success) return refusal(401, 'INVALID_USERNAME_OR_PASSWORD', WRONG)
  const limit = { max: env.LOGIN_MAX_ATTEMPTS, windowSeconds: env.LOGIN_WINDOW_SECONDS }
  const seconds = await takeAttempt(prisma, username, limit)
  if (seconds > 0) {
    metrics.logins.inc({ outcome: 'locked' })
    log.warn({ username, seconds }, 'login locked')
    const minutes = Math.ceil(seconds / 60)
    const message = `密码连续输错次数过多，请${minutes}分钟后再试，或请系统管理员重设密码。`
    return refusal(429, 'ACCOUNT_LOCKED', message, { 'retry-after': String(seconds) })
  }
  if (await isDisabled(prisma, username)) {
    metrics.logins.inc({ outcome: 'refused' })
    return refusal(401, 'INVALID_USERNAME_OR_PASSWORD', WRONG)
  }
  const response = await auth.handler(request)
  if (response.ok) await forgetAttempts(prisma, username)
  metrics.logins.inc({ outcome: response.ok ? 'ok' : response.status < 500 ? 'refused' : 'failed' })
  log.info({ username, status: response.status }, 'login')
  return inChinese(response)
}

/** Keeps status, code and cookies; the text becomes ours. */
async function inChinese(response: Response): Promise<Response> {
  if (response.ok || response.status < 400) return response
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined)
  const code = z.object({ code: z.string() }).safeParse(body)
  const message = SENTENCES[response.status] ?? '系统暂时无法处理，请稍后再试。'
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  headers.set('content-type', 'application/json')
  const said = { code: code.success ? code.data.code : `HTTP_${response.status}`, message }
  return new Response(JSON.stringify(said), { status: response.status, headers })
}
