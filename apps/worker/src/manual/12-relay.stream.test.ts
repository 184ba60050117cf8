import { connect } from 'node:net'
import { forbidWriting } from '@lianxi/testkit/kafka/forbid'
import { buildProjectReport, buildTargetReport } from '@lianxi/testkit/events-reports'
import { readTopic } from '@lianxi/testkit/kafka/read-topic'
import { openTcpProxy } from '@lianxi/testkit/tcp-proxy'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { connectionAs } from '../testing/connection'
import { startTestRelay } from '../testing/relay'
import { openWorld, type World } from '../testing/world'

const unpublished = async (world: World, topic: string) => {
  const { rows } = await world.pool.query<{ n: string }>(
    'SELECT count(*) AS n FROM outbox WHERE topic = $1 AND published_at IS NULL',
    [topic],
  )
  return Number(rows[0]?.n)
}
const report = (world: World, subject: string) => buildTargetReport({ ...world.office, subject })
const projectReport = (world: World, subject: string) => buildProjectReport({ ...world.office, subject })

describe('12 · the relay brings the outbox to the topics', () => {
  test('events arrive in the order in which they were written, woken by the insert', async () => {
    const world = await openWorld()
    const relay = startTestRelay(world)
    await waitFor('the relay to look', () => relay.status.lastPassAt)
    const events = await world.enqueue(...['XQ-1', 'XQ-2', 'XQ-3'].map((subject) => report(world, subject)))
    const read = await readTopic(world.target, 3)
    expect(read.map(({ value }) => value)).toEqual(events.map(({ value }) => value))
    expect(read.map(({ key }) => key)).toEqual(['XQ-1', 'XQ-2', 'XQ-3'])
    await waitFor('the rows to be marked', async () => (await unpublished(world, world.target)) === 0)
  })

  test('a forbidden topic waits alone; given the right again, nothing of it is lost', async () => {
    const world = await openWorld()
    const allow = await forbidWriting(world.admin, 'relay', world.target)
    await world.enqueue(report(world, 'XQ-1'), projectReport(world, 'XQ-P1'), report(world, 'XQ-2'))
    const relay = startTestRelay(world)
    expect(await readTopic(world.project, 1)).toHaveLength(1)
    await waitFor('the refusal to be noticed', () => relay.status.failing.get(world.target))
    await world.enqueue(projectReport(world, 'XQ-P2'))
    expect((await readTopic(world.project, 2)).map(({ key }) => key)).toEqual(['XQ-P1', 'XQ-P2'])
    expect(await unpublished(world, world.target)).toBe(2)

    await allow()
    expect((await readTopic(world.target, 2)).map(({ key }) => key)).toEqual(['XQ-1', 'XQ-2'])
    await waitFor('the topic to be well again', () => relay.status.failing.size === 0)
  })

  test('with the broker gone the outbox waits and then drains in order', async () => {
    const world = await openWorld()
    const direct = connectionAs('relay')
    const [host, port] = direct.brokers[0]?.split(':') ?? []
    if (host === undefined || port === undefined) throw new Error('no broker')
    const line = await openTcpProxy({ host, port: Number(port) })
    world.endWith(line.close)
    const relay = startTestRelay(world, {
      ...direct,
      socketFactory: ({ onConnect }) => connect({ host: line.host, port: line.port }, onConnect),
    })
    await world.enqueue(report(world, 'XQ-0'))
    await waitFor('the first to be marked', async () => (await unpublished(world, world.target)) === 0)

    line.cut()
    const keys = Array.from({ length: 40 }, (_, index) => `XQ-${index + 1}`)
    for (const key of keys) await world.enqueue(report(world, key))
    await waitFor('the relay to notice', () => relay.status.failing.get(world.target))
    expect(await unpublished(world, world.target)).toBeGreaterThan(0)

    line.mend()
    expect((await readTopic(world.target, 41)).map(({ key }) => key)).toEqual(['XQ-0', ...keys])
    await waitFor('the outbox to be empty', async () => (await unpublished(world, world.target)) === 0)
  })

  test('an event too large for the topic is refused and holds back only its own subject', async () => {
    const world = await openWorld()
    await world.enqueue(report(world, 'XQ-BIG'), report(world, 'XQ-BIG'), report(world, 'XQ-2'))
    await world.pool.query(`UPDATE outbox SET value = repeat('x', 300000) WHERE id = (SELECT min(id) FROM outbox)`)
    const relay = startTestRelay(world)
    expect((await readTopic(world.target, 1)).map(({ key }) => key)).toEqual(['XQ-2'])
    await waitFor('the refusal', () => relay.status.refused === 1)
    const rows = async () => {
      const answer = await world.pool.query<{ refused: string | null; published: boolean }>(
        `SELECT refused_reason AS refused, published_at IS NOT NULL AS published FROM outbox ORDER BY id`,
      )
      return answer.rows
    }
    await waitFor('the third row to be marked', rows, ([, , third]) => third?.published === true)
    expect(await rows()).toEqual([
      { refused: 'MESSAGE_TOO_LARGE', published: false },
      { refused: null, published: false },
      { refused: null, published: true },
    ])
  })

  test('two relays publish every event once', async () => {
    const world = await openWorld()
    startTestRelay(world)
    startTestRelay(world)
    const keys = Array.from({ length: 60 }, (_, index) => `XQ-${index}`)
    for (const key of keys) await world.enqueue(report(world, key))
    await waitFor('the outbox to be empty', async () => (await unpublished(world, world.target)) === 0)
    await world.say(report(world, 'XQ-LAST'))
    expect((await readTopic(world.target, 61)).map(({ key }) => key)).toEqual([...keys, 'XQ-LAST'])
  })
})
