import type { ClientBase, Pool } from 'pg'
import { takeBoardInTx } from '../apply/board-clock'
import { createPool } from '../pool'
import { compareBoards, type TableComparison } from './compare'
import { analyzeNextSchema, createNextSchema, dropNextSchema, swapInTx } from './next-schema'
import { createReplay, type Replay } from './replay'

/** Held for as long as a rebuild runs; the second is for migrations (Prisma's own): none may change the tables meanwhile. */
const REBUILD_LOCK = 5_104_006
const PRISMA_LOCK = 72_707_369

export type RebuildOptions = {
  /** Address of the database as the role that owns its schema. */
  url: string
  /** Puts the rebuilt board in the other's place once it is compared. */
  swap: boolean
  /** Aborted: the rebuild ends behind the step it is in and takes back what it made. */
  signal: AbortSignal
  onProgress: (progress: Progress) => void
}
/** `total` grows while the stream runs. */
export type Progress = { folded: number; total: number }

export type RebuildResult =
  | { kind: 'compared'; events: number; tables: TableComparison[]; swapped: boolean }
  /** Another rebuild is running. */
  | { kind: 'busy' }
  /** A migration is being applied. */
  | { kind: 'migrating' }
  | { kind: 'cancelled' }

/**
 * Folds everything in `ingested_event` again, chunk by chunk under the stamps it had, beside the board that stands,
 * and compares each row of both. Offices and stream go on meanwhile; the board is held only while the last few chunks
 * are folded. Without `swap` everything is left as it was.
 * @throws on an outage, and when a stored event cannot be folded any more: the board that stands is untouched
 */
export async function rebuildBoard(options: RebuildOptions): Promise<RebuildResult> {
  const pool = createPool(options.url, { max: 2, applicationName: 'lianxi-rebuild' })
  const next = createPool(options.url, { max: 1, applicationName: 'lianxi-rebuild', board: 'board_next' })
  try {
    return await underLock(pool, (control) => rebuildUnderLock({ control, pool, next }, options))
  } finally {
    await next.end()
    await pool.end()
  }
}

/** One rebuild at a time, and no migration beside it. */
async function underLock(pool: Pool, work: (control: ClientBase) => Promise<RebuildResult>): Promise<RebuildResult> {
  const control = await pool.connect()
  try {
    if (!(await tryLock(control, REBUILD_LOCK))) return { kind: 'busy' }
    if (!(await tryLock(control, PRISMA_LOCK))) return { kind: 'migrating' }
    return await work(control)
  } finally {
    // Given back by hand where that works: a closed connection's locks last until the server notices.
    await control.query('SELECT pg_advisory_unlock_all()').catch(() => undefined)
    control.release(true)
  }
}

async function tryLock(client: ClientBase, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [lock])
  return rows[0]?.mine === true
}

/** `control` holds the locks and, at the end, the board; `next` finds the rebuilt tables. */
type Connections = { control: ClientBase; pool: Pool; next: Pool }

async function rebuildUnderLock(connections: Connections, options: RebuildOptions): Promise<RebuildResult> {
  const { control, next } = connections
  const { swap, signal, onProgress } = options
  await createNextSchema(control)
  try {
    const total = await countEvents(control)
    const replay = createReplay(next, (folded) => onProgress({ folded, total: Math.max(total, folded) }))
    await replay.catchUp(signal)
    await analyzeNextSchema(control)
    if (signal.aborted) return { kind: 'cancelled' }
    const tables = await compareAtOneMoment(connections, replay)
    if (signal.aborted) return { kind: 'cancelled' }
    if (swap) await swapBoards(connections, replay)
    return { kind: 'compared', events: replay.folded(), tables, swapped: swap }
  } finally {
    await control.query('ROLLBACK') // a failure may have left the board held
    await dropNextSchema(control)
  }
}

async function countEvents(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ events: string }>('SELECT events FROM board_clock')
  return Number(rows[0]?.events ?? 0)
}

/** Once the board is held nothing is written: what follows then is all that is left, and it must be folded. */
const TO_THE_END = new AbortController().signal

/** The board is held until both sides are at the same chunk and a snapshot has seen it; comparing then holds nobody up. */
async function compareAtOneMoment({ control, pool }: Connections, replay: Replay): Promise<TableComparison[]> {
  const snapshot = await pool.connect()
  try {
    await control.query('BEGIN')
    await control.query('SELECT FROM board_clock FOR UPDATE')
    await replay.catchUp(TO_THE_END)
    await snapshot.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await snapshot.query('SELECT FROM board_clock') // a snapshot is taken by the first query
    await control.query('ROLLBACK')
    return await compareBoards(snapshot)
  } finally {
    snapshot.release(true)
  }
}

/**
 * The stamp of the swap makes open pages ask again. Renaming without holding the board would lose a writer in flight,
 * which has found the old tables already; readers in flight finish on them before they are dropped.
 */
async function swapBoards({ control }: Connections, replay: Replay): Promise<void> {
  await replay.catchUp(TO_THE_END)
  await control.query('BEGIN')
  const { stamp } = await takeBoardInTx(control, { events: 0, writes: 'any' })
  await replay.catchUp(TO_THE_END)
  await swapInTx(control)
  await control.query(`SELECT pg_notify('board', $1)`, [stamp])
  await control.query('COMMIT')
}
