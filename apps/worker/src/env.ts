import { Mode } from '@lianxi/schema/views/session'
import { WorkerPartName } from '@lianxi/schema/views/worker-state'
import { z } from 'zod'

const list = (value: string) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
const words = z.string().transform(list)

const days = words.transform((list) => list.map(Number)).pipe(z.array(z.int().min(1).max(30)))

const Environment = z
  .object({
    WORKER_DATABASE_URL: z.string().min(1),
    KAFKA_BROKERS: words.pipe(z.array(z.string()).min(1)),
    KAFKA_USERNAME: z.string().optional(),
    KAFKA_PASSWORD: z.string().optional(),
    KAFKA_MECHANISM: z.enum(['scram-sha-256', 'scram-sha-512']).default('scram-sha-512'),
    KAFKA_SSL: z.stringbool().default(false),
    RELAY_KAFKA_USERNAME: z.string().optional(),
    RELAY_KAFKA_PASSWORD: z.string().optional(),
    KAFKA_ADMIN_USERNAME: z.string().default('admin'),
    KAFKA_ADMIN_PASSWORD: z.string().optional(),
    WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(9464),
    WORKER_HOST: z.string().default('0.0.0.0'),
    /** Given: the parts of the process. Absent: all, `admin` only where the broker's admin is known. */
    WORKER_PARTS: words.pipe(z.array(WorkerPartName).min(1)).optional(),
    WORKER_GROUP: z.string().default('lianxi-worker'),
    /** Regions and zones this worker reads; empty: all. A broker shared by several installations needs it. */
    WORKER_TOPIC_OWNERS: words.default([]),
    /** How long the group waits for a silent worker before another gets its topics. */
    WORKER_SESSION_MS: z.coerce.number().int().min(6_000).max(300_000).default(30_000),
    WORKER_POLL_MS: z.coerce.number().int().min(100).default(5_000),
    WORKER_PROBE_MS: z.coerce.number().int().min(100).default(30_000),
    WORKER_CALENDAR_MS: z.coerce.number().int().min(100).default(2_000),
    WORKER_ADMIN_MS: z.coerce.number().int().min(100).default(1_000),
    /** Mail of notices: where it is handed over and in whose name; without it none is sent. */
    SMTP_URL: z.url().optional(),
    SMTP_FROM: z.string().default('联席 <no-reply@localhost>'),
    /** The web's address, for links in mails. */
    PUBLIC_URL: z.url().optional(),
    /** Private networks that notices' hooks may reach, comma-separated CIDR. */
    NOTICE_HOOK_NETWORKS: words.pipe(z.array(z.union([z.cidrv4(), z.cidrv6()]))).default([]),
    REMIND_DAYS_BEFORE: days.default([3, 1]),
    REMIND_DAYS_AFTER: days.default([1]),
    LIANXI_MODE: Mode.default('production'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  })
  .refine((env) => (env.KAFKA_USERNAME === undefined) === (env.KAFKA_PASSWORD === undefined), {
    message: 'KAFKA_USERNAME and KAFKA_PASSWORD belong together',
  })
  .refine((env) => (env.RELAY_KAFKA_USERNAME === undefined) === (env.RELAY_KAFKA_PASSWORD === undefined), {
    message: 'RELAY_KAFKA_USERNAME and RELAY_KAFKA_PASSWORD belong together',
  })
  .refine((env) => env.WORKER_PARTS?.includes('admin') !== true || env.KAFKA_ADMIN_PASSWORD !== undefined, {
    message: 'the part admin needs KAFKA_ADMIN_PASSWORD',
  })
  .transform((env) => ({ ...env, WORKER_PARTS: env.WORKER_PARTS ?? partsFor(env.KAFKA_ADMIN_PASSWORD) }))

const partsFor = (adminPassword: string | undefined): WorkerPartName[] =>
  WorkerPartName.options.filter((part) => part !== 'admin' || adminPassword !== undefined)

export type Env = z.infer<typeof Environment>

/** The process's environment, parsed once; throws a sentence naming every variable that is wrong or missing. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  // Empty variables (`KAFKA_USERNAME=` in a compose file) count as absent.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) throw new Error(`The worker's environment is not usable:\n${z.prettifyError(parsed.error)}`)
  return parsed.data
}
