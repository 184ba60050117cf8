import type { Admin } from 'kafkajs'
import { regionTopic, TOPIC_SETTINGS, zoneTopic } from '@lianxi/schema/topics'
import { randomRegion, randomZone } from '../codes'
import { waitFor } from '../wait-for'
import { testKafka } from './client'

const configEntries = Object.entries(TOPIC_SETTINGS).map(([name, value]) => ({ name, value }))
const describe = (topic: string) => ({ topic, numPartitions: 1, replicationFactor: 1, configEntries })

export type TestTopics = {
  zone: string
  region: string
  plan: string
  meeting: string
  target: string
  project: string
  admin: Admin
  create: (...topics: string[]) => Promise<void>
  remove: (...topics: string[]) => Promise<void>
  /** Resolves when the broker has forgotten the topics: removing is asynchronous. */
  removeAndForget: (...topics: string[]) => Promise<void>
  /** Removes everything made here. */
  drop: () => Promise<void>
}

/**
 * Topics of a zone and a region that nobody else has, with the settings of the contract. Names are fixed by the
 * contract, so the codes are what makes them the test's own.
 */
export async function createTestTopics(
  options: { only?: ('plan' | 'meeting' | 'target' | 'project')[] } = {},
): Promise<TestTopics> {
  const zone = randomZone()
  const region = randomRegion()
  const names = {
    plan: zoneTopic(zone, 'plan'),
    meeting: zoneTopic(zone, 'meeting'),
    target: regionTopic(region, 'target'),
    project: regionTopic(region, 'project'),
  }
  const admin = testKafka().admin()
  await admin.connect()
  const made = new Set<string>()
  const create = async (...topics: string[]) => {
    for (const topic of topics) made.add(topic)
    // Not by `waitForLeaders`: KafkaJS fails when the broker does not know at once what it has just made.
    await admin.createTopics({ topics: topics.map(describe), waitForLeaders: false, timeout: 10_000 })
    await waitFor(
      'the broker to know its new topics',
      () => admin.listTopics(),
      (names) => topics.every((topic) => names.includes(topic)),
    )
  }
  const remove = async (...topics: string[]) => {
    for (const topic of topics) made.delete(topic)
    await admin.deleteTopics({ topics, timeout: 10_000 })
  }
  const removeAndForget = async (...topics: string[]) => {
    await remove(...topics)
    while ((await admin.listTopics()).some((name) => topics.includes(name))) continue
  }
  await create(...(options.only ?? (['plan', 'meeting', 'target', 'project'] as const)).map((kind) => names[kind]))
  return {
    zone,
    region,
    ...names,
    admin,
    create,
    remove,
    removeAndForget,
    drop: async () => {
      if (made.size > 0) await remove(...made)
      await admin.disconnect()
    },
  }
}
