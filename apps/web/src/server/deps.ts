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

/** What boards that cannot change answered, and what the present did. */
export type Answers = { pictures: Pictures; present: Present }

export type Deps = {
  env: Env
  prisma: Database
  /** For what may read for seconds: its few connections are others than those of everything else. */
  heavy: Database
  auth: Auth
  live: Live
  log: Log
  metrics: Metrics
  answers: Answers
  /** The same store for readings that last: they wait in a line of their own, and nobody behind them. */
  heavyAnswers: Answers
  /**
   * What changed between two stamps, and which rows a long table has: tens of thousands, so bounded by their number, and
   * read two at a time.
   */
  rowSets: Pictures
  changeSets: ChangeSets
  /** What is public of a zone, by stamp and day: long, so only a few. */
  released: Pictures
}

/**
 * Characters of JSON; in memory they take about four times as much, and what is drawn of them up to half of that. Besides
 * these the process needs 200 MB, and the rows below; the image allows it a heap of 768 MB.
 */
const ANSWERS_KEPT = 24_000_000
const lengthOf = (answer: unknown): number => JSON.stringify(answer).length
/** Readings for answers at once; each asks several things at the same time, and forms want connections too. */
const READINGS = 3

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
  const heavyPool = createPool(env.DATABASE_URL, {
    ...{ max: HEAVY_CONNECTIONS, applicationName: 'lianxi-web-heavy', waitMs: 0 },
  })
  const [prisma, heavy] = [createPrismaOn(pool), createPrismaOn(heavyPool)]
  const live = createLive({
    url: env.DATABASE_URL,
    findLatestStamp: () => findLatestStamp(prisma),
    readState: (zone) => readStreamState(prisma, zone),
    log,
  })
  const metrics = createMetrics({ pools: [pool, heavyPool], streams: live.count })
  const kept = createPictures(ANSWERS_KEPT, lengthOf)
  const answersOf = (pictures: Pictures): Answers => ({
    pictures,
    present: createPresent(pictures, { slowMs: env.SLOW_READING_MS }),
  })
  const [answers, heavyAnswers] = [answersOf(inLine(kept, READINGS)), answersOf(kept)]
  const released = createPictures(RELEASED_KEPT)
  const rowSets = inLine(createPictures(ROWS_KEPT, rowsOf), HEAVY_READINGS)
  const [auth, changeSets] = [createAuth(prisma, env), createChangeSets(rowSets.recall)]
  return { env, prisma, heavy, auth, live, log, metrics, answers, heavyAnswers, rowSets, changeSets, released }
}

declare global {
  var lianxiDeps: Deps | undefined
}

/** The process's one set, made at the first request: building the pages needs no database. Survives reloads in dev. */
export function getDeps(): Deps {
  globalThis.lianxiDeps ??= createDeps(readEnv())
  return globalThis.lianxiDeps
}
