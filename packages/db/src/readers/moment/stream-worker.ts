import { findTopic, type TopicKind } from '@lianxi/schema/topics'
import type { StreamWorker } from '@lianxi/schema/views/common'
import { ConsumerFacts, SILENT_SECONDS, type WorkerPart } from '@lianxi/schema/views/worker-state'
import type { Reading } from '../../client'
import { readReference, regionName } from '../base/reference'
import { readWorkerParts } from './worker-parts'

type Consumer = WorkerPart & { facts: ConsumerFacts }

/** The stream's other end in a few numbers, told by the consumers themselves: the web never talks to Kafka. */
export async function readStreamWorker(db: Reading, zone: string | null): Promise<StreamWorker> {
  const now = Date.now()
  const consumers = (await readWorkerParts(db)).flatMap(asConsumer)
  const alive = consumers.filter(({ seenSeconds }) => seenSeconds < SILENT_SECONDS)
  const since = (instant: string) => Math.max(0, (now - Date.parse(instant)) / 1000)
  const behind = alive.flatMap(({ facts }) => (facts.behindSince === null ? [] : [since(facts.behindSince)]))
  return {
    silentSeconds: consumers.length === 0 ? null : Math.min(...consumers.map(({ seenSeconds }) => seenSeconds)),
    fetchSeconds: fetchAge(consumers, alive, since),
    lag: alive.flatMap(({ facts }) => Object.values(facts.lag)).reduce((sum, lag) => sum + lag, 0),
    behindSeconds: behind.length === 0 ? null : Math.max(...behind),
    halted: await haltedOf(db, zone, alive, since),
  }
}

const asConsumer = (part: WorkerPart): Consumer[] =>
  part.part === 'consumer' ? [{ ...part, facts: ConsumerFacts.parse(part.report.facts) }] : []

type Since = (instant: string) => number

/** A restarted worker has not fetched yet: what the one before it fetched last still counts, else its own start does. */
function fetchAge(consumers: Consumer[], alive: Consumer[], since: Since): number | null {
  if (alive.length > 0 && alive.every(({ facts }) => facts.joined && !facts.expectsTopics)) return null
  const fetches = consumers.flatMap(({ facts }) => (facts.lastFetchAt === null ? [] : [since(facts.lastFetchAt)]))
  if (fetches.length > 0) return Math.min(...fetches)
  return alive.length === 0 ? null : Math.max(...alive.map(({ startedAt }) => since(startedAt)))
}

const KINDS = { target: '目标填报', project: '项目填报', plan: '清单与报告期', meeting: '确认与退回' } satisfies Record<
  TopicKind,
  string
>

/** Stopped topics that concern the zone (null: all), named as people know them. Rare, so the names are only then looked up. */
async function haltedOf(
  db: Reading,
  zone: string | null,
  alive: Consumer[],
  since: Since,
): Promise<StreamWorker['halted']> {
  const halted = new Map(alive.flatMap(({ facts }) => facts.halted).map((held) => [held.topic, held]))
  if (halted.size === 0) return []
  if (zone === null)
    return [...halted.values()].map(({ topic, since: at }) => ({ topic, label: topic, sinceSeconds: since(at) }))
  const reference = await readReference(db, zone)
  return [...halted.values()].flatMap(({ topic, since: at }) => {
    const known = findTopic(topic)
    if (known === undefined) return []
    const mine = 'zone' in known ? known.zone === zone : reference.regions.has(known.region)
    const label =
      'zone' in known ? KINDS[known.kind] : `${regionName(reference, known.region).shortName}${KINDS[known.kind]}`
    return mine ? [{ topic, label, sinceSeconds: since(at) }] : []
  })
}
