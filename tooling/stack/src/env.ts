import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { Refusal } from './refusal'

/** The repository's root; every path of the tooling starts here, wherever it is called from. */
export const REPOSITORY = path.resolve(fileURLToPath(import.meta.url), '../../../..')

const text = z.string().min(1).optional()
const Environment = z.object({
  LIANXI_HOME: text,
  LIANXI_MODE: z.enum(['demo', 'production', 'test']).default('demo'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  WORKER_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  PUBLIC_URL: z.url().optional(),
  AUTH_SECRET: text,
  DATABASE_URL: text,
  WORKER_DATABASE_URL: text,
  MIGRATOR_URL: text,
  POSTGRES_ADMIN_URL: text,
  KAFKA_BROKERS: text,
  KAFKA_SSL: z.stringbool().default(false),
  KAFKA_USERNAME: text,
  KAFKA_PASSWORD: text,
  RELAY_KAFKA_USERNAME: text,
  RELAY_KAFKA_PASSWORD: text,
  KAFKA_ADMIN_USERNAME: z.string().min(1).default('admin'),
  KAFKA_ADMIN_PASSWORD: text,
  /** Regions and zones, where several installations share a broker; empty: all. The worker has the same. */
  WORKER_TOPIC_OWNERS: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter((owner) => owner !== '')),
  JAVA_HOME: text,
})
type Environment = z.infer<typeof Environment>

/** Empty variables (`PORT=` in a compose file) count as absent. */
const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
export const environment: Environment = parse()

function parse(): Environment {
  const parsed = Environment.safeParse(given)
  if (parsed.success) return parsed.data
  throw new Refusal(`环境变量有误 · environment variables that cannot be used:\n${z.prettifyError(parsed.error)}`)
}

/** Whether somebody said what this system is, or it is the demo because nobody did. */
export const isModeGiven = 'LIANXI_MODE' in given

/** `LIANXI_HOME`, or `.lianxi` in the repository. Relative paths start where the command was called. */
export const HOME = environment.LIANXI_HOME ? path.resolve(environment.LIANXI_HOME) : path.join(REPOSITORY, '.lianxi')

/** The environment of a child process: ours plus what it alone needs. */
export function childEnvironment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    CHECKPOINT_DISABLE: '1',
    ...extra,
  }
}
