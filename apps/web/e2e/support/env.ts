import { z } from 'zod'

const Environment = z.object({
  /** stack.json of the running services; with `web` in it that system is used as it is. */
  LIANXI_STACK_FILE: z.string().optional(),
  /** A browser of the user's; Debian's otherwise. */
  CHROMIUM_PATH: z.string().default('/usr/bin/chromium'),
  /** Where screenshots and printed pages go; not kept otherwise. */
  LIANXI_SCREENSHOTS: z.string().optional(),
  /** Rows of the plan that a story brings from Excel to duties: an even number; the figure in the README is of 300. */
  LIANXI_PLAN_ROWS: z.coerce.number().int().min(110).multipleOf(2).default(120),
  /** What a story may read the web's counts with; a running system must have been started with the same. */
  METRICS_TOKEN: z.string().default('token-of-the-stories'),
})

export const env = Environment.parse(process.env)

/** The browser's: without a locale that has them, Chromium keeps no file under a name of Chinese signs. */
export const browserEnvironment = (): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
  LANG: 'C.UTF-8',
})

/** The own system's environment: nothing of another one leaks into it. */
export function ownEnvironment(home: string, port: number): NodeJS.ProcessEnv {
  const foreign =
    /^(DATABASE_URL|WORKER_DATABASE_URL|MIGRATOR_URL|KAFKA_|RELAY_|LIANXI_|VITEST|NODE_ENV|PORT$|PUBLIC_URL)/
  const kept = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || foreign.test(name) ? [] : [[name, value] as const],
  )
  return {
    ...Object.fromEntries(kept),
    LIANXI_HOME: home,
    LIANXI_MODE: 'demo',
    NODE_ENV: 'production',
    PORT: String(port),
    METRICS_TOKEN: env.METRICS_TOKEN,
  }
}
