import { kafkaServices } from '@lianxi/testkit/kafka/env'
import { waitFor } from '@lianxi/testkit/wait-for'
import { Kafka, logLevel } from 'kafkajs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withAdmin, type Login } from './client'
import type { ReportingRegion, Topology } from './grants'
import { provision, userNames } from './provision'
import { topicNames } from './topics'

/** A zone and regions nobody else has, on the broker all suites share. */
const ZONE = 'Z-TSTACL'
const region = (code: string, direct: ReportingRegion['direct'] = []): ReportingRegion => ({
  code,
  zones: [ZONE],
  direct,
})
const first: Topology = { zones: [ZONE], regions: [region('990001')] }
const second: Topology = { zones: [ZONE], regions: [region('990001'), region('990002')] }

const { brokers, users } = kafkaServices()
const admin: Login = { brokers, user: 'admin', password: users['admin'] ?? '', ssl: false }
const password = 'only-for-this-test-0001'
const ownUsers = (topology: Topology) =>
  Object.fromEntries(userNames(topology).flatMap((name) => (name.startsWith('region-') ? [[name, password]] : [])))

const apply = (topology: Topology) => provision(admin, topology, ownUsers(topology))

const as = (user: string) =>
  new Kafka({
    brokers,
    sasl: { mechanism: 'scram-sha-512', username: user, password },
    retry: { retries: 1, initialRetryTime: 50 },
    logLevel: logLevel.NOTHING,
  })

async function write(user: string, topic: string): Promise<unknown> {
  const producer = as(user).producer()
  await producer.connect()
  try {
    return await producer.send({ topic, messages: [{ key: 'k', value: '{}' }] })
  } finally {
    await producer.disconnect()
  }
}

const readEnd = (user: string, topic: string) =>
  withAdmin({ ...admin, user, password }, (client) => client.fetchTopicOffsets(topic))

async function joinGroup(user: string, groupId: string): Promise<string> {
  const consumer = as(user).consumer({
    groupId,
    maxWaitTimeInMs: 100, // leaving waits for the fetch under way
    retry: { retries: 6, initialRetryTime: 100, restartOnFailure: () => Promise.resolve(false) },
  })
  const crashed = new Promise<string>((resolve) => {
    consumer.on('consumer.crash', ({ payload }) => resolve(payload.error.message))
    consumer.on('consumer.group_join', () => resolve('joined'))
  })
  await consumer.connect()
  await consumer.subscribe({ topic: `lianxi.${ZONE}.plan.v1` })
  await consumer.run({ eachMessage: () => Promise.resolve() })
  const outcome = await crashed
  await consumer.disconnect()
  return outcome
}

/** The broker says that a change is made a moment before each of its parts goes by it. */
const untilTrue = (what: string, ask: () => Promise<unknown>) =>
  waitFor(what, () =>
    ask().then(
      () => true,
      () => false,
    ),
  )
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => '',
    (error: unknown) => String(error),
  )

beforeAll(() => apply(first))
afterAll(() => withAdmin(admin, (client) => client.deleteTopics({ topics: topicNames(second) })))

describe('what a region may do on the real broker', () => {
  it('reads its zone’s topics and joins a group of its own name', async () => {
    await untilTrue('its zone’s topic', () => readEnd('region-990001-a', `lianxi.${ZONE}.plan.v1`))
    expect(await joinGroup('region-990001-b', 'region-990001-reporting')).toBe('joined')
  })

  it('cannot join the worker’s group', async () => {
    expect(await joinGroup('region-990001-a', 'lianxi-worker')).not.toBe('joined')
  })

  it('cannot write its zone’s topics, nor its own while it reports over the web', async () => {
    await expect(write('region-990001-a', `lianxi.${ZONE}.plan.v1`)).rejects.toThrow('Not authorized')
    await expect(write('region-990001-a', 'lianxi.990001.target.v1')).rejects.toThrow(/authorized/i)
  })

  it('cannot create topics', async () => {
    const creating = withAdmin({ ...admin, user: 'region-990001-a', password }, (client) =>
      client.createTopics({ topics: [{ topic: 'lianxi.990001.other.v1', numPartitions: 1 }] }),
    )
    await expect(creating).rejects.toThrow()
  })
})

describe('provisioning again while everything runs', () => {
  it('changes nothing when nothing is missing', async () => {
    expect(await apply(first)).toBe('0 topics created, 0 corrected; 0 rights added, 0 removed; 0 users created')
  })

  it('puts back a setting somebody changed', async () => {
    const topic = `lianxi.${ZONE}.plan.v1`
    const resources = [{ type: 2, name: topic, configEntries: [{ name: 'retention.ms', value: '1000' }] }]
    await withAdmin(admin, async (client) => {
      await client.alterConfigs({ validateOnly: false, resources })
      const asked = { includeSynonyms: false, resources: [{ type: 2, name: topic, configNames: ['retention.ms'] }] }
      await waitFor(
        'the broker to go by it',
        () => client.describeConfigs(asked),
        (told) => told.resources[0]?.configEntries[0]?.configValue === '1000',
      )
    })
    expect(await apply(first)).toContain('0 topics created, 1 corrected')
  })

  it('gives a region added later its topics, users and rights, and other regions no right on them', async () => {
    expect(await apply(second)).toContain('2 topics created')
    await untilTrue('its zone’s topic', () => readEnd('region-990002-a', `lianxi.${ZONE}.meeting.v1`))
    await expect(readEnd('region-990001-a', 'lianxi.990002.target.v1')).rejects.toThrow()
  })

  it('grants WRITE with the direct channel and takes it back with the web’s', async () => {
    await apply({ zones: [ZONE], regions: [region('990001', ['target'])] })
    await untilTrue('its own topic', () => write('region-990001-a', 'lianxi.990001.target.v1'))
    await expect(write('region-990001-a', 'lianxi.990001.project.v1')).rejects.toThrow(/authorized/i)
    await apply(first)
    await waitFor(
      'the refusal',
      () => refusalOf(write('region-990001-a', 'lianxi.990001.target.v1')),
      (why) => /authorized/i.test(why),
    )
  })
})
