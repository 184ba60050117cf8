import { regionTopic } from '@lianxi/schema/topics'
import { randomRegion } from '@lianxi/testkit/codes'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { describe, expect, test } from 'vitest'
import { topicFilter } from '../consumer/topic-watch'
import { reportConsumer } from '../consumer/consumer-report'
import { readCells } from '../testing/board'
import { encodedBy } from '../testing/message'
import { openWorld } from '../testing/world'

describe('10 · topics of new regions while two workers run', () => {
  test('are found by both, whoever of them the group gives them to, and lie with nobody unread', async () => {
    const world = await openWorld()
    const regions = [randomRegion(), randomRegion(), randomRegion(), randomRegion()]
    const filter = topicFilter([world.zone, world.region, ...regions])
    // The one that looks first joins anew, so the other leads the group and gives away only what it knows itself:
    // until it has looked too, the new topics are nobody's.
    const quick = world.startConsumer({ filter, pollMs: 200 })
    const slow = world.startConsumer({ filter, pollMs: 3_000 })
    await waitFor('both to have joined', () => quick.status.joined && slow.status.joined)

    await world.create(...regions.map((region) => regionTopic(region, 'target')))
    for (const region of regions) {
      const office = { zone: world.zone, region, body: `${region}-FGJ` }
      const { topic, key, value, headers } = encodedBy(office, buildTargetReport({ ...office }))
      await world.sendRaw(topic, { key, value, headers })
    }
    await waitFor(
      'all four reports',
      () => readCells(world.pool),
      (cells) => cells.length === 4,
    )
    await waitFor(
      'nobody to hold a topic unread',
      () => quick.status.unsubscribed.length + slow.status.unsubscribed.length === 0,
    )
    expect([...quick.crashes, ...slow.crashes]).toEqual([])
  })

  test('a topic given to a worker that does not know it makes that worker unhealthy', async () => {
    const world = await openWorld()
    const leader = world.startConsumer()
    await waitFor('the leader', () => leader.status.joined)
    const partial = world.startConsumer({ filter: (name) => name === world.plan })
    await waitFor('the complaint', () => partial.status.unsubscribed.length > 0)
    const complaints = reportConsumer(partial.status, new Date()).complaints
    expect(complaints).toContainEqual(expect.stringContaining('given but not subscribed'))
    await partial.stop()
    await world.say(buildTargetReport({ ...world.office }))
    await world.applied(world.target, 1n)
  })

  test('a worker that starts before any topic exists waits for the first', async () => {
    const world = await openWorld()
    const region = randomRegion()
    const consumer = world.startConsumer({ filter: topicFilter([region]), pollMs: 200 })
    await waitFor('the topic list to be read', () => consumer.status.listed)
    expect(consumer.status.expectsTopics).toBe(false)
    await world.create(regionTopic(region, 'target'))
    const office = { zone: world.zone, region, body: `${region}-FGJ` }
    const { topic, key, value, headers } = encodedBy(office, buildTargetReport({ ...office }))
    await world.sendRaw(topic, { key, value, headers })
    await world.applied(regionTopic(region, 'target'), 1n)
  })

  test('a removed topic is left, the others go on', async () => {
    const world = await openWorld()
    const consumer = world.startConsumer({ pollMs: 200 })
    await waitFor('the group', () => consumer.status.joined)
    await world.removeAndForget(world.project)
    await world.say(buildTargetReport({ ...world.office }))
    await world.applied(world.target, 1n)
  })
})
