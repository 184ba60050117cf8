import type { Pool, PoolClient } from 'pg'
import { BEGIN } from '../apply/begin'
import { takeBoardInTx } from '../apply/board-clock'
import { storableReason } from '../apply/classify-error'
import { judgeSubject, type StatusRow } from './judge-subject'
import { loadRuleSetsInTx, loadSubjectsInTx } from './load-subjects'
import { leaveQueueInTx, markFailedInTx, queueNewsInTx, readQueueInTx, type SubjectKey } from './queue'
import { tellFreedInTx } from './tell-freed'
import { compareStatusesInTx, writeStatusesInTx } from './write-status'

const JUDGE_LOCK = 5_104_030

/** To be counted up with every change of the rules in `domain` and of their sentences: then everything is judged again. */
const RESOLVER = 7

/** Two thousand cells at most: read and judged in a fraction of a second. */
const BATCH = 100

/** `busy`: another worker judges. `judged`: there may be more. */
export type JudgeStep =
  | { kind: 'busy' }
  | { kind: 'idle'; failed: number }
  | { kind: 'judged'; subjects: number; changed: number; failures: { key: SubjectKey; error: Error }[] }

/**
 * One step of judging: reads what is new on the board, judges the subjects that wait longest and writes the statuses
 * that changed, all in one transaction; so a killed worker leaves nothing half done and the next one goes on. The board
 * is held for the writing alone: what changes between reading and writing is news, and is judged again.
 * @throws on an outage: then nothing was written
 */
export async function runJudgeStep(pool: Pool, judge: typeof judgeSubject = judgeSubject): Promise<JudgeStep> {
  const tx = await pool.connect()
  try {
    await tx.query(BEGIN)
    const lock = await tx.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [JUDGE_LOCK])
    const step: JudgeStep = lock.rows[0]?.mine === true ? await judgeInTx(tx, judge) : { kind: 'busy' }
    await tx.query('COMMIT')
    tx.release()
    return step
  } catch (error) {
    tx.release(true) // the connection's state is unknown; closing it also rolls back
    throw error
  }
}

async function judgeInTx(tx: PoolClient, judge: typeof judgeSubject): Promise<JudgeStep> {
  const more = await queueNewsInTx(tx, RESOLVER)
  const keys = await readQueueInTx(tx, BATCH)
  if (keys.length === 0) {
    return more
      ? { kind: 'judged', subjects: 0, changed: 0, failures: [] }
      : { kind: 'idle', failed: await countFailed(tx) }
  }
  const { rows, judged, failures } = await judgeAll(tx, keys, judge)
  const changes = await compareStatusesInTx(tx, judged, rows)
  const changed = changes.changed.length + changes.gone.length
  if (changed > 0) {
    const { stamp } = await takeBoardInTx(tx, { events: 0, writes: 'own' })
    await writeStatusesInTx(tx, stamp, changes)
    await tellFreedInTx(tx, changes.freed)
    await tx.query('INSERT INTO judgement (stamp, subjects, changed) VALUES ($1, $2, $3)', [
      stamp,
      judged.length,
      changed,
    ])
    await tx.query(`SELECT pg_notify('board', $1)`, [stamp])
  }
  for (const { key, error } of failures) await markFailedInTx(tx, key, storableReason(error))
  await leaveQueueInTx(tx, judged)
  return { kind: 'judged', subjects: judged.length, changed, failures }
}

type Judged = { rows: StatusRow[]; judged: SubjectKey[]; failures: { key: SubjectKey; error: Error }[] }

/** Rules that throw are a fault of ours in one subject: the others are judged all the same. */
async function judgeAll(tx: PoolClient, keys: readonly SubjectKey[], judge: typeof judgeSubject): Promise<Judged> {
  const subjects = await loadSubjectsInTx(tx, keys)
  const ruleSets = await loadRuleSetsInTx(tx, [...new Set(keys.map(({ zone }) => zone))])
  const found: Judged = { rows: [], judged: [], failures: [] }
  for (const { key, read } of subjects) {
    try {
      found.rows.push(...judge(read(), ruleSets.get(key.zone) ?? []))
      found.judged.push(key)
    } catch (error) {
      found.failures.push({ key, error: error instanceof Error ? error : new Error(String(error)) })
    }
  }
  return found
}

async function countFailed(tx: PoolClient): Promise<number> {
  const { rows } = await tx.query<{ failed: number }>(
    'SELECT count(*)::int AS failed FROM judge_queue WHERE failed IS NOT NULL',
  )
  return rows[0]?.failed ?? 0
}
