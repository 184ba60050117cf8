import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { askFor } from '@lianxi/db/testing/parked'
import { describe, expect, test } from 'vitest'
import { nextOffsetOf, openWorld, type World } from '../testing/world'
import { startProcess, untilReady } from '../testing/worker-process'

/** Three reports of one cell; the first two cannot be stored, as a fault of ours would have it, and are parked. */
async function parkTwoOfThree(world: World): Promise<void> {
  await world.pool.query(`ALTER TABLE ingested_event ADD CONSTRAINT fault CHECK (data->'content'->>'value' > '2')`)
  const report = (value: string) => buildTargetReport({ ...world.office, content: { value } })
  await world.say(report('1.1'), report('1.2'), report('3.5'))
}
const mendTheFault = (world: World) => world.pool.query('ALTER TABLE ingested_event DROP CONSTRAINT fault')

type Parked = { id: string; offset: string; state: string; settled_by: string | null }
const parkedOf = async (world: World) =>
  (await world.pool.query<Parked>('SELECT id, "offset", state, settled_by FROM parked_message ORDER BY "offset"')).rows
const cellsOf = async (world: World) =>
  (
    await world.pool.query<{ value: number; reports: number }>(
      'SELECT value::float AS value, reports FROM board.progress',
    )
  ).rows
const settled = (world: World) =>
  waitFor(
    'the messages to be settled',
    () => parkedOf(world),
    (rows) => rows.length === 2 && rows.every(({ state }) => state !== 'open'),
  )

describe('26 · parked messages are work', () => {
  test('a worker killed in the middle of a retry leaves nothing half done; another carries it out, once', async () => {
    const world = await openWorld()
    await parkTwoOfThree(world)
    const first = startProcess(world)
    await untilReady(first)
    await world.applied(world.target, 3n)
    expect(await cellsOf(world)).toEqual([{ value: 3.5, reports: 1 }])
    await mendTheFault(world)

    // The topic's fence is held here, so the retry stands in the middle of its transaction, waiting.
    const holder = await world.pool.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT FROM consumer_offset WHERE topic = $1 FOR UPDATE', [world.target])
    const ids = (await parkedOf(world)).map(({ id }) => id)
    const command = await askFor(world.pool, 'retry', ids)
    await waitFor('the retry to wait for the fence', async () => {
      const { rowCount } = await world.pool.query(
        `SELECT FROM pg_stat_activity WHERE application_name = 'lianxi-parked' AND datname = current_database()
           AND wait_event_type = 'Lock'`,
      )
      return (rowCount ?? 0) > 0
    })
    first.signal('SIGKILL')
    await first.exited
    await holder.query('COMMIT')
    holder.release()
    expect(await parkedOf(world)).toMatchObject([{ state: 'open' }, { state: 'open' }])

    startProcess(world)
    expect(await settled(world)).toMatchObject([
      { offset: '0', state: 'applied', settled_by: '管理员' },
      { offset: '1', state: 'applied', settled_by: '管理员' },
    ])
    // The newest still stands, all three are counted, and the topic goes on where it was.
    expect(await cellsOf(world)).toEqual([{ value: 3.5, reports: 3 }])
    expect(await nextOffsetOf(world.pool, world.target)).toBe(3n)
    const { rows } = await world.pool.query(
      'SELECT outcome, count(*)::int AS n FROM parked_command_item WHERE command_id = $1 GROUP BY outcome',
      [command],
    )
    expect(rows).toEqual([{ outcome: 'applied', n: 2 }])
  })

  test('what an older build did not know is tried again when a newer one starts', async () => {
    const world = await openWorld()
    await parkTwoOfThree(world)
    const older = startProcess(world)
    await untilReady(older)
    await world.applied(world.target, 3n)
    await older.stop()
    // This build knows the type; so one that did not would have left them.
    await world.pool.query(`UPDATE parked_message SET reason = 'unknown-type'`)
    await mendTheFault(world)

    startProcess(world)
    expect(await settled(world)).toMatchObject([
      { state: 'applied', settled_by: '系统' },
      { state: 'applied', settled_by: '系统' },
    ])
    expect(await cellsOf(world)).toEqual([{ value: 3.5, reports: 3 }])
    const { rows } = await world.pool.query('SELECT actor_name, action FROM audit_entry')
    expect(rows).toEqual([{ actor_name: '系统', action: 'admin.parked.retry' }])
  })
})
