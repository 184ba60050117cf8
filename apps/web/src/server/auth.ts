import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { username } from 'better-auth/plugins'
import type { Database } from '@lianxi/db/client'
import { hashPassword, verifyPassword } from '@lianxi/db/people/password'
import { Username } from '@lianxi/schema/commands/account'
import type { Env } from './env'

/** Endpoints we do not offer: accounts are made by administrators, user names are the only way in. */
const CLOSED = [
  '/sign-up/email',
  '/sign-in/email',
  '/sign-in/social',
  '/is-username-available',
  // Changed through session.changePassword, which counts attempts; these two would let an open session guess.
  '/change-password',
  '/verify-password',
  '/update-user',
  '/delete-user',
  '/change-email',
  '/request-password-reset',
  '/reset-password',
  '/send-verification-email',
  '/verify-email',
  '/link-social',
]

/** Sessions lie in the database: a disabled account or a new password ends them at once. */
export function createAuth(prisma: Database, env: Env) {
  const origin = new URL(env.PUBLIC_URL)
  const local = origin.hostname === 'localhost' ? [`http://127.0.0.1:${origin.port || '80'}`] : []
  return betterAuth({
    appName: '联席',
    baseURL: env.PUBLIC_URL,
    basePath: '/api/auth',
    secret: env.AUTH_SECRET,
    trustedOrigins: [origin.origin, ...local],
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 40,
        usernameValidator: (name) => Username.safeParse(name.toLowerCase()).success,
      }),
    ],
    session: { expiresIn: Math.ceil(env.SESSION_HOURS * 3600), updateAge: 1800, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 600,
      customRules: { '/sign-in/username': { window: 60, max: env.LOGIN_PER_MINUTE } },
    },
    disabledPaths: CLOSED,
    advanced: {
      useSecureCookies: origin.protocol === 'https:',
      cookiePrefix: 'lianxi',
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'], trustedProxies: env.TRUSTED_PROXIES },
    },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  })
}
export type Auth = ReturnType<typeof createAuth>
