import { createPrisma, type Database } from '@lianxi/db/client'
import { findLatestStamp } from '@lianxi/db/readers/stream-state'
import { type Auth, createAuth } from './auth'
import { type Env, readEnv } from './env'
import { createLive, type Live } from './live'
import { createLog, type Log } from './log'

export type Deps = { env: Env; prisma: Database; auth: Auth; live: Live; log: Log }

/** Composes the server's parts; tests compose their own with an environment of theirs. */
export function createDeps(env: Env): Deps {
  const log = createLog(env.LOG_LEVEL)
  const prisma = createPrisma(env.DATABASE_URL)
  const live = createLive(env.DATABASE_URL, () => findLatestStamp(prisma), log)
  return { env, prisma, auth: createAuth(prisma, env), live, log }
}

declare global {
  var lianxiDeps: Deps | undefined
}

/** The process's one set, made at the first request: building the pages needs no database. Survives reloads in dev. */
export function getDeps(): Deps {
  globalThis.lianxiDeps ??= createDeps(readEnv())
  return globalThis.lianxiDeps
}
