import { regionTopic } from '@lianxi/schema/topics'
import { randomRegion } from '@lianxi/testkit/codes'
import { buildProjectReport, buildTargetReport } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { readCells, readParked } from '../testing/board'
import { encodedBy } from '../testing/message'
import { planOf } from '../testing/plan'
import {
  assignChannel,
  connectProducer,
  issueCredential,
  joinGroup,
  kafkaOf,
  revokeCredential,
  startAdminPart,
  type Login,
} from '../testing/region-system'
import { openWorld, type World } from '../testing/world'

/** A zone and a region on the board, and the part admin beside the consumer. */
async function openDirect(): Promise<World> {
  const world = await openWorld()
  world.startConsumer()
  startAdminPart(world)
  await world.say(...planOf(world.office))
  await waitFor(
    'the open cell',
    () => readCells(world.pool),
    ([cell]) => cell?.state === 'pending',
  )
  return world
}

const report = (world: World) => encodedBy(world.office, buildTargetReport({ ...world.office }))
/** Why the broker does not let this user in; empty while it does. */
async function refusalOf(login: Login): Promise<string> {
  const admin = kafkaOf(login).admin()
  try {
    await admin.connect()
    return ''
  } catch (error) {
    return String(error)
  } finally {
    await admin.disconnect()
  }
}
const DENIED = /authoriz/i

describe('24 · a region’s own system', () => {
  test('publishes its own direct kind and reads its zone; everything else is refused', async () => {
    const world = await openDirect()
    const other = regionTopic(randomRegion(), 'target')
    await world.create(other)
    const login = await issueCredential(world, 'a')
    const producer = await connectProducer(world, login)
    const admin = kafkaOf(login).admin()
    await admin.connect()
    world.endWith(() => admin.disconnect())
    const write = ({
      topic,
      ...message
    }: {
      topic: string
      key: string
      value: string
      headers: Record<string, string>
    }) => producer.send(topic, [message])

    expect(await admin.fetchTopicOffsets(world.plan)).toHaveLength(1)
    expect(await joinGroup(login, world.plan, `region-${world.region}-reader`)).toBe('joined')
    for (const group of ['lianxi-worker', world.group])
      expect(await joinGroup(login, world.plan, group)).not.toBe('joined')
    await expect(write(report(world)), 'the web’s kind').rejects.toThrow(DENIED)

    await assignChannel(world, 'target', 'direct')
    await write(report(world))
    await waitFor(
      'the report on the board',
      () => readCells(world.pool),
      ([cell]) => cell?.state === 'reported',
    )
    const project = encodedBy(world.office, buildProjectReport({ ...world.office }))
    await expect(write(project), 'the other kind').rejects.toThrow(DENIED)
    for (const topic of [other, world.plan, world.meeting]) {
      await expect(write({ ...report(world), topic }), topic).rejects.toThrow(DENIED)
    }
    await expect(admin.fetchTopicOffsets(other), 'another’s topic').rejects.toThrow()
    const creating = admin.createTopics({
      topics: [{ topic: regionTopic(randomRegion(), 'target'), numPartitions: 1 }],
    })
    await expect(creating, 'a topic of its own making').rejects.toThrow()

    await assignChannel(world, 'target', 'web')
    await expect(write(report(world)), 'back at the web, on the open connection').rejects.toThrow(DENIED)
  })

  test('cannot speak for another: what it says in another’s name is parked as such', async () => {
    const world = await openDirect()
    const producer = await connectProducer(world, await issueCredential(world, 'a'))
    await assignChannel(world, 'target', 'direct')
    const foreign = { ...world.office, region: '510400', body: '510400-FGW' }
    const { key, value, headers } = encodedBy(foreign, buildTargetReport({ ...foreign }))
    const borrowed = { ...report(world).headers, ce_source: '510400-FGW' }
    await producer.send(world.target, [
      { key, value, headers },
      { ...report(world), headers: borrowed },
    ])
    await world.applied(world.target, 2n)
    expect(await readParked(world.pool)).toMatchObject([{ reason: 'foreign-region' }, { reason: 'foreign-region' }])
  })

  test('is out at once when its credential is revoked, on the open connection too, and stays out', async () => {
    const world = await openDirect()
    const login = await issueCredential(world, 'a')
    const other = await issueCredential(world, 'b')
    const producer = await connectProducer(world, login)
    await assignChannel(world, 'target', 'direct')
    await producer.send(world.target, [report(world)])
    await revokeCredential(world, 'a')
    await expect(producer.send(world.target, [report(world)])).rejects.toThrow(DENIED)
    await waitFor(
      'its password to be refused',
      () => refusalOf(login),
      (why) => /authentication/i.test(why),
    )
    // Another change makes the part compare everything again: the revoked one gets nothing back.
    await assignChannel(world, 'project', 'direct')
    await expect(producer.send(world.target, [report(world)])).rejects.toThrow(DENIED)
    const spare = await connectProducer(world, other)
    await spare.send(world.target, [report(world)])
  })

  test('moves from one credential to the other without a refused message', async () => {
    const world = await openDirect()
    const first = await connectProducer(world, await issueCredential(world, 'a'))
    await assignChannel(world, 'target', 'direct')
    let current = first
    let stop = false
    let sent = 0
    const sending = (async () => {
      for (; !stop; sent += 1) await current.send(world.target, [report(world)])
    })()
    const more = (count: number) => {
      const wanted = sent + count
      return waitFor('messages sent', () => sent >= wanted)
    }
    await more(5)
    const second = await connectProducer(world, await issueCredential(world, 'b'))
    await more(5)
    current = second
    await more(2) // the one under way has ended: nothing is sent with the old credential any more
    await revokeCredential(world, 'a')
    await more(5)
    stop = true
    await sending
    await world.applied(world.target, BigInt(sent))
    expect(await readParked(world.pool)).toEqual([])
    await expect(first.send(world.target, [report(world)])).rejects.toThrow(DENIED)
  })
})
