import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { openTcpProxy } from '@lianxi/testkit/tcp-proxy'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { readCells, readCounts } from '../testing/board'
import { addressOf, through } from '../testing/database-url'
import { planOf } from '../testing/plan'
import { openWorld } from '../testing/world'

describe('09 · a database outage', () => {
  test('nothing is parked, counted or lost by it; when the database is back the board catches up by itself', async () => {
    const world = await openWorld()
    const line = await openTcpProxy(addressOf(world.databaseUrl))
    world.endWith(line.close)
    const consumer = world.startConsumer({ databaseUrl: through(world.databaseUrl, line) })
    await world.say(...planOf(world.office))
    await world.applied(world.plan, 10n)

    line.cut()
    for (let n = 0; n < 5; n += 1) await world.say(buildTargetReport({ ...world.office, subject: `XQ-145-T${n}` }))
    await waitFor('the consumer to notice', () => consumer.status.waiting.get(world.target)?.startsWith('outage'))
    expect(await readCells(world.pool)).toHaveLength(1)

    line.mend()
    await world.applied(world.target, 5n)
    expect(await readCounts(world.pool)).toMatchObject({ events: '15', parked: '0' })
    const { rows } = await world.pool.query('SELECT FROM message_attempt')
    expect(rows).toEqual([])
    await waitFor('the end of waiting', () => consumer.status.waiting.size === 0)
    expect(consumer.crashes).toEqual([])
  })

  test('a server that ends every session in the middle of the work is an outage too', async () => {
    const world = await openWorld()
    const consumer = world.startConsumer()
    await world.say(...planOf(world.office))
    // Only who has worked has a session that can be ended: a fast machine said everything before the group was joined.
    await world.applied(world.plan, 10n)
    let ended = 0
    for (let n = 0; n < 40; n += 1) {
      await world.say(buildTargetReport({ ...world.office, subject: `XQ-145-T${n}` }))
      const { rowCount } = await world.pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'manual-worker'`,
      )
      ended += rowCount ?? 0
    }
    expect(ended).toBeGreaterThan(0)
    await world.applied(world.target, 40n)
    expect(await readCounts(world.pool)).toMatchObject({ events: '50', folded: '50', parked: '0' })
    expect(consumer.crashes).toEqual([])
  })
})
