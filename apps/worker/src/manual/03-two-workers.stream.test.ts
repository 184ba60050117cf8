import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { readCells, readCounts } from '../testing/board'
import { openWorld } from '../testing/world'

describe('03 · two workers on one partition', () => {
  test('both read every message, each is applied once, and stamps are the order of commits', async () => {
    const world = await openWorld()
    // Two groups: Kafka gives the partition to both at once, as it can for a moment within one group.
    const workers = [
      world.startConsumer({ group: `${world.group}-1` }),
      world.startConsumer({ group: `${world.group}-2` }),
    ]
    for (let n = 0; n < 60; n += 1) await world.say(buildTargetReport({ ...world.office, subject: `XQ-145-T${n}` }))
    await world.applied(world.target, 60n)
    expect(await readCells(world.pool)).toHaveLength(60)
    expect(await readCounts(world.pool)).toMatchObject({ events: '60', folded: '60', parked: '0' })
    const folded = () => workers.reduce((sum, { status }) => sum + status.counters.events, 0)
    await waitFor('the counts', () => folded() === 60)

    const { rows } = await world.pool.query<{ backwards: string }>(
      `SELECT count(*) FILTER (WHERE stamp <= previous) AS backwards
       FROM (SELECT stamp, lag(stamp) OVER (ORDER BY id) AS previous FROM chunk) AS chunks`,
    )
    expect(rows).toEqual([{ backwards: '0' }])
  })

  test('the second one steps back while the first one holds the fence, and blocks no other topic', async () => {
    const world = await openWorld()
    await world.say(buildTargetReport({ ...world.office }))
    const consumer = world.startConsumer()
    await world.applied(world.target, 1n)

    const other = await world.pool.connect()
    await other.query('BEGIN')
    await other.query('SELECT FROM consumer_offset WHERE topic = $1 FOR UPDATE', [world.target])
    await world.say(buildTargetReport({ ...world.office, subject: 'XQ-145-T002' }))
    await waitFor('the step back', () => consumer.status.waiting.get(world.target)?.startsWith('held'))
    const [returned] = await world.say({
      type: 'lianxi.period.opened.v1',
      data: {
        period: '2025Q2',
        opensAt: '2025-06-30T16:00:00.000Z',
        dueAt: '2025-07-15T10:00:00.000Z',
        closesAt: '2025-08-10T10:00:00.000Z',
      },
    })
    expect(returned).toBeDefined()
    await world.applied(world.plan, 1n)
    expect(await readCells(world.pool)).toHaveLength(1)

    await other.query('ROLLBACK')
    other.release()
    await world.applied(world.target, 2n)
    await waitFor('the end of waiting', () => consumer.status.waiting.size === 0)
  })
})
