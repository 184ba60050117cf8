import { writeDueEvents } from '@lianxi/db/calendar/write-due-events'
import { createPool } from '@lianxi/db/pool'
import { buildListAdopted } from '@lianxi/testkit/events-commitments'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { startCalendar } from '../calendar/calendar'
import { readCells, readCounts } from '../testing/board'
import { planOf } from '../testing/plan'
import { startTestRelay } from '../testing/relay'
import { openWorld, quiet, type World } from '../testing/world'

const setClock = (world: World, moment: string) =>
  world.pool.query(
    'INSERT INTO demo_clock (id, moment) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET moment = EXCLUDED.moment',
    [moment],
  )

function startTestCalendar(world: World) {
  const pool = createPool(world.databaseUrl, { max: 2, applicationName: 'manual-calendar' })
  const calendar = startCalendar({ writeDueEvents: () => writeDueEvents(pool), log: quiet, everyMs: 50 })
  world.endWith(() => calendar.stop().then(() => pool.end()))
  return calendar
}

/** The zone's calendar events in the order they were written. */
const calendarEvents = async (world: World) => {
  const { rows } = await world.pool.query<{ said: string }>(
    `SELECT headers->>'ce_type' || ' ' || key AS said FROM outbox WHERE dedupe_key IS NOT NULL ORDER BY id`,
  )
  return rows.map(({ said }) => said)
}

describe('13 · the calendar', () => {
  test('two calendars write each event once; through Kafka it changes the board, and nothing else does', async () => {
    const world = await openWorld()
    // The list of the test opens a quarter with its last day, is due after 15 days and closes after 40.
    await setClock(world, '2025-03-30T15:59:59Z')
    world.startConsumer()
    startTestRelay(world)
    const calendars = [startTestCalendar(world), startTestCalendar(world)]
    const plan = planOf(world.office).filter(({ type }) => type !== 'lianxi.period.opened.v1')
    await world.say(...plan)
    await world.applied(world.plan, 9n)
    // Twice each: a pass that ends after the list came may have begun before it.
    for (let look = 0; look < 2; look += 1) {
      for (const { status } of calendars) status.lastPassAt = undefined
      await waitFor('both calendars to look', () => calendars.every(({ status }) => status.lastPassAt))
    }
    expect(await calendarEvents(world)).toEqual([])

    await setClock(world, '2025-04-02T00:00:00Z')
    await waitFor(
      'the opened period',
      () => readCells(world.pool),
      ([cell]) => cell?.state === 'pending',
    )
    await setClock(world, '2025-04-17T00:00:00Z')
    await waitFor(
      'the missed report',
      () => readCells(world.pool),
      ([cell]) => cell?.state === 'overdue',
    )
    await setClock(world, '2025-05-20T00:00:00Z')
    await world.applied(world.plan, 12n)
    expect(await calendarEvents(world)).toEqual([
      'lianxi.period.opened.v1 2025Q1',
      'lianxi.period.fell-due.v1 2025Q1',
      'lianxi.period.closed.v1 2025Q1',
    ])
    expect(calendars.reduce((sum, { status }) => sum + status.written, 0)).toBe(3)
    expect(await readCounts(world.pool)).toMatchObject({ events: '12', parked: '0' })
  })

  test('a calendar that was away catches up in the order of the moments', async () => {
    const world = await openWorld()
    await setClock(world, '2026-06-01T00:00:00Z')
    world.startConsumer()
    startTestRelay(world)
    await world.say(buildListAdopted({ owner: world.office.body }))
    await world.applied(world.plan, 1n)
    startTestCalendar(world)
    await world.applied(world.plan, 13n)
    const written = await calendarEvents(world)
    expect(written).toHaveLength(12)
    expect(written.filter((key) => key.endsWith('2025Q2'))).toEqual([
      'lianxi.period.opened.v1 2025Q2',
      'lianxi.period.fell-due.v1 2025Q2',
      'lianxi.period.closed.v1 2025Q2',
    ])
  })
})
