import { fileURLToPath } from 'node:url'

/** The repository's root. */
export const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url))

/** A Chromium of the user's choice; undefined: the usual places. */
export const chromiumPath = process.env['LIANXI_CHROMIUM']

/** The environment of a measured copy: ours, without what would tie it to our own running system. */
export function copyEnvironment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const tied = ['DATABASE_URL', 'WORKER_DATABASE_URL', 'MIGRATOR_URL', 'KAFKA_BROKERS', 'PUBLIC_URL', 'WORKER_PORT']
  const kept = Object.entries(process.env).filter(([name]) => !tied.includes(name) && !name.startsWith('npm_'))
  return { ...Object.fromEntries(kept), NODE_ENV: undefined, ...own }
}
