import { z } from 'zod'
import { Mode } from '@lianxi/schema/views/session'

const Environment = z.object({
  DATABASE_URL: z.url(),
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  AUTH_SECRET: z.string().min(32, 'AUTH_SECRET: at least 32 characters, random'),
  LIANXI_MODE: Mode.default('production'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Addresses of reverse proxies whose X-Forwarded-For is believed, comma-separated CIDR. */
  TRUSTED_PROXIES: z
    .string()
    .default('127.0.0.1/32,::1/128')
    .transform((list) => list.split(',').flatMap((proxy) => (proxy.trim() === '' ? [] : [proxy.trim()]))),
  LOGIN_MAX_ATTEMPTS: z.coerce.number().int().min(1).default(5),
  LOGIN_WINDOW_SECONDS: z.coerce.number().int().min(1).default(900),
  /** Logins from one address; whole offices sit behind one. */
  LOGIN_PER_MINUTE: z.coerce.number().int().min(1).default(120),
  /** Whoever sends it as a bearer reads /api/metrics; without it nobody does. */
  METRICS_TOKEN: z.string().min(16, 'METRICS_TOKEN: at least 16 characters, random').optional(),
  /** A reading of the board that took longer is shown a few times as long, under its own 数据截至, while reports come in. */
  SLOW_READING_MS: z.coerce.number().int().min(0).default(500),
  SESSION_HOURS: z.coerce.number().min(0.0001).max(720).default(12),
})
export type Env = z.infer<typeof Environment>

const DEFAULT_SECRETS = /change|secret|example|default|lianxi-demo/i

/**
 * The environment, read once. Variables that are set but empty count as absent.
 * @throws with the names of what is missing or wrong; production also refuses secrets that look like a default
 */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) throw new Error(`environment:\n${z.prettifyError(parsed.error)}`)
  const env = parsed.data
  if (env.LIANXI_MODE === 'production' && DEFAULT_SECRETS.test(env.AUTH_SECRET)) {
    throw new Error('AUTH_SECRET looks like a default; production needs a random one (openssl rand -hex 32)')
  }
  return env
}

/** Names of the migrations this build was made for, put in by next.config.ts; none where it is not built (tests). */
export const EXPECTED_MIGRATIONS = (process.env.LIANXI_MIGRATIONS ?? '').split(',').filter((name) => name !== '')
