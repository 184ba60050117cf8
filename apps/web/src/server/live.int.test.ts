import { isTrackedEnvelope } from '@trpc/server'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { beforeAll, expect, it } from 'vitest'
import { call, createServerWorld, person, type ServerWorld } from './testing/server-world'

let server: ServerWorld
beforeAll(async () => {
  server = await createServerWorld()
})

const secretary = person('k', 'secretariat', null)

async function subscribe(lastEventId: string | null): Promise<() => Promise<string>> {
  const context = { deps: server.deps, person: secretary }
  const stream: unknown = await call(context, 'board.changed', { zone: 'Z-PX', lastEventId }, 'subscription')
  if (typeof stream !== 'object' || stream === null || !(Symbol.asyncIterator in stream)) throw new Error('no stream')
  const iterator = (stream as AsyncIterable<unknown>)[Symbol.asyncIterator]()
  return async () => {
    const next = await iterator.next()
    if (next.done === true || !isTrackedEnvelope(next.value)) throw new Error('not tracked')
    return next.value[0]
  }
}

async function report(period: string): Promise<void> {
  server.world.say(buildTargetReport({ period }))
  await server.world.settle()
}

it('tells a stale page the latest stamp at once, and every open page each new one', async () => {
  const [first, second] = await Promise.all([subscribe('2000-01-01T00:00:00.000000Z'), subscribe(null)])
  const before = await first()
  const both = Promise.all([first(), second()])
  await report('2025Q3')
  const [a, b] = await both
  expect(a > before).toBe(true)
  expect(b >= a).toBe(true)
})

it('what happens while the connection is lost is not lost', async () => {
  const next = await subscribe(null)
  const told = next()
  await report('2025Q2')
  const seen = await told
  const waiting = next()
  await server.world.sql(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lianxi-web-live'
     AND datname = current_database()`,
  )
  await report('2025Q1')
  expect((await waiting) > seen).toBe(true)
})
