import { beforeAll, expect, it } from 'vitest'
import { openPools } from '../testing/open-pools'
import { createStatistics } from './statistics'

const { pool: worker, admin } = await openPools()
beforeAll(async () => {
  await admin.query(`INSERT INTO board.verdict (zone, subject, region, period, state, event_id, valid_from)
    SELECT 'Z-PX', 'S' || n, '510403', '2025Q3', '{}', gen_random_uuid(), now() FROM generate_series(1, 50) AS n`)
})

/** -1: nobody has looked at the table yet. */
const known = async (table: string) =>
  (await admin.query<{ rows: number }>('SELECT reltuples AS rows FROM pg_class WHERE oid = $1::regclass', [table]))
    .rows[0]?.rows

it('makes statistics as the board doubles, by a worker that may not do so itself', async () => {
  const statistics = createStatistics(worker, 'board')
  await statistics.grownBy(999)
  expect(await known('board.verdict')).toBe(-1)
  await statistics.grownBy(1)
  expect(await known('board.verdict')).toBe(50)
  await admin.query('DELETE FROM board.verdict')
  await statistics.grownBy(999)
  expect(await known('board.verdict')).toBe(50)
  await statistics.grownBy(1)
  expect(await known('board.verdict')).toBe(0)
})

it('waits for as many events as the board has, whoever brought them', async () => {
  await admin.query(`UPDATE board_clock SET events = 5000`)
  const statistics = createStatistics(worker, 'board')
  await statistics.grownBy(1_000)
  await admin.query(`INSERT INTO board.verdict (zone, subject, region, period, state, event_id, valid_from)
    SELECT 'Z-PX', 'S' || n, '510403', '2025Q3', '{}', gen_random_uuid(), now() FROM generate_series(1, 7) AS n`)
  await statistics.grownBy(4_999)
  expect(await known('board.verdict')).toBe(0)
  await statistics.grownBy(1)
  expect(await known('board.verdict')).toBe(7)
})

it('lets nobody name another table through it, and keeps no commit waiting when it cannot', async () => {
  await expect(worker.query('SELECT public.refresh_statistics($1)', ['pg_catalog'])).rejects.toThrow(
    'no board is called',
  )
  const rival = await admin.connect()
  await rival.query('BEGIN')
  await rival.query('SELECT pg_advisory_xact_lock(5104007)')
  await createStatistics(worker, 'board').grownBy(5_000) // another one is at it: done is done
  await rival.query('ROLLBACK')
  rival.release()
})
