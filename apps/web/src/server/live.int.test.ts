import { isTrackedEnvelope } from '@trpc/server'
import { BoardChange } from '@lianxi/schema/views/overview'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { beforeAll, expect, it } from 'vitest'
import { call, createServerWorld, person, type ServerWorld } from './testing/server-world'

let server: ServerWorld
beforeAll(async () => {
  server = await createServerWorld()
})

const secretary = person('k', 'secretariat', null)

const IDLE = {
  joined: true,
  expectsTopics: false,
  lastFetchAt: null,
  lastCommitAt: null,
  behindSince: null,
  lag: {},
  waiting: [],
  halted: [],
}

type Asking = Parameters<typeof call>[0]
async function streamOf(asking: Asking, input: object): Promise<AsyncIterator<unknown>> {
  const stream: unknown = await call(asking, 'board.changed', input, 'subscription')
  if (typeof stream !== 'object' || stream === null || !(Symbol.asyncIterator in stream)) throw new Error('no stream')
  return (stream as AsyncIterable<unknown>)[Symbol.asyncIterator]()
}

async function nextOf(changes: AsyncIterator<unknown>): Promise<BoardChange> {
  const next = await changes.next()
  if (next.done === true || !isTrackedEnvelope(next.value)) throw new Error('not tracked')
  return BoardChange.parse(next.value[1])
}

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

it('tells a page what is wrong when its words are other ones, and when they change', async () => {
  const context = { deps: server.deps, person: secretary }
  const changes = await streamOf(context, { zone: 'Z-PX', lastEventId: null, trouble: null })
  // No worker has ever told of itself in this database.
  expect((await nextOf(changes)).trouble).toBe('汇总程序未运行；所报内容均已保存，恢复后自动入库')
  const told = nextOf(changes)
  await server.world.sql(
    `INSERT INTO worker_state (worker, part, started_at, state) VALUES ('w', 'consumer', now(), $1)`,
    [JSON.stringify({ ready: true, complaints: [], attention: [], facts: IDLE })],
  )
  expect((await told).trouble).toBeNull()
  await server.world.sql(`DELETE FROM worker_state`)
})

it('one person has ten streams: the eleventh ends the oldest, another person’s stay', async () => {
  const pageOf = (who: string) => {
    const changes = server.deps.live.changes({ person: who, zone: 'Z-PX', signal: new AbortController().signal })
    return { changes, told: changes.next() }
  }
  const other = pageOf('other')
  const pages = Array.from({ length: 11 }, () => pageOf('many'))
  expect((await pages[0]?.told)?.done).toBe(true)
  await report('2024Q4')
  const told = await Promise.all([other, ...pages.slice(1)].map((page) => page.told))
  expect(told.map(({ done }) => done)).toEqual(Array.from({ length: 11 }, () => false))
  await Promise.all([other, ...pages].map(({ changes }) => changes.return()))
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

it('a server that stops ends every open stream and takes no new one', async () => {
  const open = await streamOf({ deps: server.deps, person: secretary }, { zone: 'Z-PX' })
  const told = open.next()
  server.deps.live.drain()
  expect((await told).done).toBe(true)
  const late = await streamOf({ deps: server.deps, person: secretary }, { zone: 'Z-PX' })
  expect((await late.next()).done).toBe(true)
})
