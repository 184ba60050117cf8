import { regionTopic } from '@lianxi/schema/topics'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import type { Pool } from 'pg'
import { beforeEach } from 'vitest'
import type { ParkedCommandKind } from '@lianxi/schema/commands/parked'
import { applyChunk, parkMessage } from '../apply/apply-chunk'
import { runParkedStep } from '../parked/run-commands'
import { emptyBoard } from './board-rows'
import type { MessageLog } from './message-log'
import { openPools, type Pools } from './open-pools'

export const TARGET = regionTopic('510403', 'target')
export const report = (period = '2025Q3', value = '1.5') =>
  buildTargetReport({ period, content: { ...buildTargetReport().data.content, value } })

type ParkedRow = {
  id: string
  offset: string
  state: string
  reason: string
  tries: number
  settled_by: string | null
  note: string | null
}
type ParkedWorld = Pools & {
  /** Delivers everything of a topic; the messages at these offsets are parked although they are good. */
  deliver: (log: MessageLog, topic: string, parked?: number[]) => Promise<void>
  parked: () => Promise<ParkedRow[]>
  /** What became of a command's objects, in the order of their ids. */
  outcomes: (command: string) => Promise<(string | null)[]>
  count: (from: string) => Promise<number | undefined>
}

/** A database of this file's own, emptied before each test. */
export async function openParkedWorld(): Promise<ParkedWorld> {
  const { urlOf, pool, admin } = await openPools()
  beforeEach(async () => {
    await emptyBoard(admin)
    await admin.query('TRUNCATE outbox, audit_entry')
  })
  return {
    urlOf,
    pool,
    admin,
    deliver: async (log, topic, parked = []) => {
      for (let at = 0; at < log.messages(topic).length; at += 1) {
        const chunk = log.chunk(topic, at, at + 1)
        await (parked.includes(at) ? parkMessage(pool, chunk, '测试') : applyChunk(pool, chunk))
      }
    },
    parked: async () => {
      const { rows } = await admin.query<ParkedRow>(
        `SELECT id, "offset", state, reason, tries, settled_by, note FROM parked_message ORDER BY "offset"`,
      )
      return rows
    },
    outcomes: async (command) => {
      const { rows } = await admin.query<{ outcome: string | null }>(
        'SELECT outcome FROM parked_command_item WHERE command_id = $1 ORDER BY object_id',
        [command],
      )
      return rows.map(({ outcome }) => outcome)
    },
    count: async (from) => (await admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`)).rows[0]?.n,
  }
}

/** Asks as the web does; `pool` may write commands. */
export async function askFor(
  pool: Pool,
  kind: ParkedCommandKind,
  ids: readonly string[],
  reason: string | null = null,
): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `WITH command AS (INSERT INTO parked_command (kind, reason, asked_by, asked_by_name) VALUES ($1, $2, 'u', '管理员') RETURNING id),
     items AS (INSERT INTO parked_command_item (command_id, object_id) SELECT id, unnest($3::bigint[]) FROM command)
     SELECT id FROM command`,
    [kind, reason, ids],
  )
  return rows[0]?.id ?? ''
}

/** Carries out everything that was asked; the number of batches. */
export async function carryOutAll(worker: Pool): Promise<number> {
  for (let batches = 0; ;) {
    const step = await runParkedStep(worker)
    if (step.kind !== 'again') return batches
    if (step.batch !== undefined) batches += 1
  }
}
