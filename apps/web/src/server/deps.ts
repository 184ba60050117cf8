import { createPrismaOn, type Database } from '@lianxi/db/client'
import { createPool } from '@lianxi/db/pool'
import { type ChangeSets, createChangeSets } from '@lianxi/db/readers/changes/sets'
import { findLatestStamp, readStreamState } from '@lianxi/db/readers/moment/stream-state'
import { type Auth, createAuth } from './auth'
import { type Env, readEnv } from './env'
import { inLine } from './in-line'
import { createLive, type Live } from './live'
import { createLog, type Log } from './log'
import { createMetrics, type Metrics } from './metrics'
import { createPictures, type Pictures } from './pictures'
import { createPresent, type Present } from './present'

/** What boards that cannot change answered, what the present did, and by which connections both are read. */
export type Answers = { pictures: Pictures; present: Present; db: Database }

export type Deps = {
  env: Env
  prisma: Database
  /** For statements that may last for seconds: their few connections are others than those of everything else. */
  heavy: Database
  auth: Auth
  live: Live
  log: Log
  metrics: Metrics
  /** Answers about one thing. */
  narrow: Answers
  /**
   * The same store for answers about the whole board: they are read a few at a time, by connections of their own, so that
   * who signs in, saves a form or is given what is kept never waits behind them.
   */
  wide: Answers
  /**
   * What changed between two stamps, and which rows a long table has: tens of thousands, so bounded by their number, and
   * read two at a time.
   */
  rowSets: Pictures
  changeSets: ChangeSets
  /** What is public of a zone, by stamp and day: long, so only a few. */
  released: Pictures
  /** Tags of the open data, by what they were made of. */
  tags: Pictures
}

/**
 * Characters of JSON; in memory they take about four times as much, and what is drawn of them up to half of that. Besides
 * these the process needs 200 MB, and the rows below; the image allows it a heap of 768 MB.
 */
const ANSWERS_KEPT = 24_000_000
const lengthOf = (answer: unknown): number => JSON.stringify(answer).length
/**
 * Readings of the whole board at once, and connections they have together. Each keeps a processor of PostgreSQL busy; with
 * four of them, what two processors draw of kept answers came to nothing while reports came in.
 */
const WIDE_READINGS = 2
const WIDE_CONNECTIONS = 2

/** About 350 bytes each. */
const ROWS_KEPT = 200_000
const rowsOf = (answer: unknown): number => {
  const rows = typeof answer === 'object' && answer !== null && 'found' in answer ? answer.found : answer
  return Array.isArray(rows) ? rows.length + 1 : 1
}

/** Readings of those at once, and connections they have together. */
const HEAVY_READINGS = 2
const HEAVY_CONNECTIONS = 2

/** A zone of 20,000 public items takes about 5 MB. */
const RELEASED_KEPT = 6

/** Composes the server's parts; tests compose their own with an environment of theirs. */
export function createDeps(env: Env): Deps {
  const log = createLog(env.LOG_LEVEL)
  const pool = createPool(env.DATABASE_URL, { max: 10, applicationName: 'lianxi-web' })
  const patient = (max: number, name: string) =>
    createPool(env.DATABASE_URL, { max, applicationName: `lianxi-web-${name}`, waitMs: 0 })
  const [widePool, heavyPool] = [patient(WIDE_CONNECTIONS, 'wide'), patient(HEAVY_CONNECTIONS, 'heavy')]
  const [prisma, heavy] = [createPrismaOn(pool), createPrismaOn(heavyPool)]
  const live = createLive({
    url: env.DATABASE_URL,
    findLatestStamp: () => findLatestStamp(prisma),
    readState: (zone) => readStreamState(prisma, zone),
    log,
  })
  const metrics = createMetrics({ prompt: pool, pools: [pool, widePool, heavyPool], streams: live.count })
  const kept = createPictures(ANSWERS_KEPT, lengthOf)
  const answersOf = (pictures: Pictures, db: Database): Answers => {
    return { pictures, present: createPresent(pictures, { slowMs: env.SLOW_READING_MS }), db }
  }
  const narrow = answersOf(kept, prisma)
  const wide = answersOf(inLine(kept, WIDE_READINGS), createPrismaOn(widePool))
  const [released, tags] = [createPictures(RELEASED_KEPT), createPictures()]
  const rowSets = inLine(createPictures(ROWS_KEPT, rowsOf), HEAVY_READINGS)
  const [auth, changeSets] = [createAuth(prisma, env), createChangeSets(rowSets.recall)]
  return { env, prisma, heavy, auth, live, log, metrics, narrow, wide, rowSets, changeSets, released, tags }
}

declare global {
  var lianxiDeps: Deps | undefined
}

/** The process's one set, made at the first request: building the pages needs no database. Survives reloads in dev. */
export function getDeps(): Deps {
  globalThis.lianxiDeps ??= createDeps(readEnv())
  return globalThis.lianxiDeps
}
