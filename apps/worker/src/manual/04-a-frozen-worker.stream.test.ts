import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { readCells, readCounts } from '../testing/board'
import { withSetting } from '../testing/database-url'
import { askHealth, startProcess, untilReady } from '../testing/worker-process'
import { openWorld, type World } from '../testing/world'

/** Sessions of the frozen worker that wait for a lock, or sit in a transaction without working. */
const sessions = async (world: World, condition: string) => {
  const { rows } = await world.pool.query<{ n: string }>(
    `SELECT count(*) AS n FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'lianxi-consumer' AND ${condition}`,
  )
  return Number(rows[0]?.n)
}

describe('04 · a worker frozen inside its transaction', () => {
  test('loses the fence to the server’s timeout; another worker applies; thawed, it goes on without harm', async () => {
    const world = await openWorld()
    const frozen = startProcess(world, {
      group: `${world.group}-frozen`,
      databaseUrl: withSetting(
        withSetting(world.databaseUrl, 'idle_in_transaction_session_timeout=1s'),
        'lock_timeout=60s', // the test, not the server, says how long the worker waits for the clock
      ),
    })
    await untilReady(frozen)

    // Holding the board clock stops the worker inside its transaction, with the fence of the partition in its hand.
    const clock = await world.pool.connect()
    await clock.query('BEGIN')
    await clock.query('SELECT FROM board_clock FOR UPDATE')
    await world.say(buildTargetReport({ ...world.office }))
    await waitFor('the worker to wait for the clock', () => sessions(world, `wait_event_type = 'Lock'`))
    frozen.signal('SIGSTOP')
    const second = world.startConsumer()
    await waitFor('the second worker to step back', () => second.status.waiting.get(world.target)?.startsWith('held'))
    await clock.query('ROLLBACK')
    clock.release()
    // The frozen worker's session gets the clock and does nothing with it, until the server ends it.
    await world.applied(world.target, 1n)
    expect(await readCounts(world.pool)).toMatchObject({ events: '1', folded: '1', parked: '0' })

    frozen.signal('SIGCONT')
    await waitFor('the thawed worker to find its transaction gone', () =>
      frozen.lines.some(({ msg, why }) => msg === 'partition paused' && why === 'outage'),
    )
    await second.stop()
    await world.say(buildTargetReport({ ...world.office, subject: 'XQ-145-T002' }))
    await world.applied(world.target, 2n)
    expect(await readCells(world.pool)).toMatchObject([{ reports: 1 }, { reports: 1 }])
    await waitFor(
      'its health',
      () => askHealth(frozen, '/health'),
      (answer) => answer?.status === 200,
    )
  })
})
