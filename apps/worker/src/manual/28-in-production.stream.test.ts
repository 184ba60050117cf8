import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { readCounts } from '../testing/board'
import { withSetting } from '../testing/database-url'
import { openSpanReceiver } from '../testing/span-receiver'
import { startProcess, untilReady } from '../testing/worker-process'
import { nextOffsetOf, openWorld, type World } from '../testing/world'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
/** More than one transaction holds. */
const MANY = 2_500

const stateOf = async (world: World) => {
  const { rows } = await world.pool.query<{ part: string; age: number; joined: boolean | null }>(
    `SELECT part, extract(epoch FROM clock_timestamp() - seen_at)::float AS age,
            (state->'facts'->>'joined')::boolean AS joined FROM worker_state ORDER BY part`,
  )
  return rows
}

/** Whether a consumer stands in a transaction and waits for what another session holds. */
const waitingForLock = async (world: World) => {
  const { rowCount } = await world.pool.query(
    `SELECT FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'lianxi-consumer' AND wait_event_type = 'Lock'`,
  )
  return (rowCount ?? 0) > 0
}

describe('28 · in production', () => {
  test('one report is one trace from the outbox to the board: in the spans, in the log lines, in the stored event', async () => {
    const world = await openWorld()
    const receiver = await openSpanReceiver()
    world.endWith(receiver.close)
    const [event] = await world.enqueue(buildTargetReport({ ...world.office }))
    const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`
    await world.pool.query(`UPDATE outbox SET headers = headers || jsonb_build_object('ce_traceparent', $1::text)`, [
      traceparent,
    ])
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url }
    const worker = startProcess(world, { parts: ['consumer', 'relay'], env })
    await world.applied(world.target, 1n)
    expect(await worker.stop()).toBe(0)

    const mine = receiver.spans.filter(({ traceId }) => traceId === TRACE)
    expect(mine.map(({ name, service }) => [service, name])).toEqual([
      ['lianxi-worker', 'outbox publish'],
      ['lianxi-worker', 'board apply'],
    ])
    const lines = worker.lines.filter(({ traceId }) => traceId === TRACE)
    expect(lines.map(({ msg, eventId }) => [msg, eventId])).toEqual([
      ['event published', event?.id],
      ['event taken in', event?.id],
    ])
    const { rows } = await world.pool.query<{ traceparent: string }>('SELECT traceparent FROM ingested_event')
    expect(rows).toEqual([{ traceparent }])
  })

  test('SIGTERM in the middle of the work: the process ends well, and the next one loses and doubles nothing', async () => {
    const world = await openWorld()
    const parts = { parts: ['consumer' as const, 'relay' as const] }
    // The test, not the server, says how long the worker waits for the clock.
    const first = startProcess(world, { ...parts, databaseUrl: withSetting(world.databaseUrl, 'lock_timeout=60s') })
    await untilReady(first)
    const clock = await world.pool.connect()
    await clock.query('BEGIN')
    await clock.query('SELECT FROM board_clock FOR UPDATE')
    await world.enqueue(
      ...Array.from({ length: MANY }, (_, index) => buildTargetReport({ ...world.office, subject: `XQ-${index}` })),
    )
    await waitFor('the worker to stand in its first transaction', () => waitingForLock(world))
    const ended = first.stop()
    await waitFor('the signal to be heard', () => first.lines.some(({ msg }) => msg === 'worker stops'))
    await clock.query('ROLLBACK')
    clock.release()
    expect(await ended).toBe(0)
    const done = await nextOffsetOf(world.pool, world.target)
    expect(done).toBeGreaterThan(0n) // what was under way is carried out
    expect(done).toBeLessThan(BigInt(MANY))

    const second = startProcess(world, parts)
    await world.applied(world.target, BigInt(MANY))
    expect(await readCounts(world.pool)).toMatchObject({ events: String(MANY), folded: String(MANY), parked: '0' })
    expect(await second.stop()).toBe(0)
    const told = JSON.stringify([first.lines, second.lines])
    expect(told).not.toContain('unhandled')
    expect(told).not.toContain('"level":60')
  })

  test('a worker writes down that it lives; a frozen one is known by its silence', async () => {
    const world = await openWorld()
    const worker = startProcess(world, { parts: ['consumer', 'relay'] })
    await untilReady(worker)
    const joined = ([consumer]: Awaited<ReturnType<typeof stateOf>>) => consumer?.joined === true
    const rows = await waitFor('the first report', () => stateOf(world), joined)
    expect(rows.map(({ part }) => part)).toEqual(['consumer', 'relay'])
    worker.signal('SIGSTOP')
    await waitFor(
      'the silence',
      () => stateOf(world),
      ([consumer]) => (consumer?.age ?? 0) > 7,
    )
    worker.signal('SIGCONT')
    await waitFor(
      'the next report',
      () => stateOf(world),
      ([consumer]) => (consumer?.age ?? 9) < 2,
    )
    expect(await worker.stop()).toBe(0)
  })
})
