import { regionTopic, TOPIC_SETTINGS, zoneTopic } from '@lianxi/schema/topics'
import kafkajs, { type Admin } from 'kafkajs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Topology } from './grants'

const { ConfigResourceTypes } = kafkajs

/** Two topics a reporting region and two a zone. */
export function topicNames({ zones, regions }: Topology): string[] {
  return [
    ...zones.flatMap((zone) => [zoneTopic(zone, 'plan'), zoneTopic(zone, 'meeting')]),
    ...regions.flatMap(({ code }) => [regionTopic(code, 'target'), regionTopic(code, 'project')]),
  ]
}

const settings = Object.entries(TOPIC_SETTINGS).map(([name, value]) => ({ name, value }))

/** One partition each: within a topic the offset is the order of facts. */
async function createMissing(admin: Admin, names: readonly string[]): Promise<string[]> {
  const there = new Set(await admin.listTopics())
  const missing = names.filter((name) => !there.has(name))
  if (missing.length > 0) {
    const topics = missing.map((topic) => ({ topic, numPartitions: 1, replicationFactor: 1, configEntries: settings }))
    await admin.createTopics({ topics, waitForLeaders: false, timeout: 20_000 })
    await untilKnown(admin, missing)
  }
  return missing
}

const KNOWN_TRIES = 200
const KNOWN_PAUSE_MS = 50

/**
 * A busy broker says that topics are made a moment before it knows them; KafkaJS's own waiting for their leaders takes
 * that for a failure.
 */
async function untilKnown(admin: Admin, names: readonly string[]): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const known = new Set(await admin.listTopics())
    const unknown = names.filter((name) => !known.has(name))
    if (unknown.length === 0) return
    if (tries === KNOWN_TRIES) throw new Error(`the broker made topics and does not know them: ${unknown.join(', ')}`)
    await pause(KNOWN_PAUSE_MS)
  }
}

/** Puts back settings that somebody changed by hand. Returns the topics that had to be corrected. */
async function correctSettings(admin: Admin, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const configNames = Object.keys(TOPIC_SETTINGS)
  const described = await admin.describeConfigs({
    includeSynonyms: false,
    resources: names.map((name) => ({ type: ConfigResourceTypes.TOPIC, name, configNames })),
  })
  const wrong = described.resources
    .filter(({ configEntries }) =>
      settings.some(
        ({ name, value }) => configEntries.find((entry) => entry.configName === name)?.configValue !== value,
      ),
    )
    .map(({ resourceName }) => resourceName)
  if (wrong.length > 0) {
    await admin.alterConfigs({
      validateOnly: false,
      resources: wrong.map((name) => ({ type: ConfigResourceTypes.TOPIC, name, configEntries: settings })),
    })
  }
  return wrong
}

/** Makes the topics exist with our settings; harmless to repeat while everything runs. */
export async function provisionTopics(
  admin: Admin,
  names: readonly string[],
): Promise<{ created: number; corrected: number }> {
  const created = await createMissing(admin, names)
  const corrected = await correctSettings(
    admin,
    names.filter((name) => !created.includes(name)),
  )
  return { created: created.length, corrected: corrected.length }
}
