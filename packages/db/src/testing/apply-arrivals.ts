import { type History, TOPICS, type TopicName, ZONE } from '@lianxi/domain/board/testing/histories'
import { regionTopic, zoneTopic } from '@lianxi/schema/topics'
import type { Pool } from 'pg'
import { applyChunk } from '../apply/apply-chunk'
import type { Applied } from '../apply/incoming'
import { createMessageLog, type MessageLog } from './message-log'

const TOPIC_NAMES: Record<TopicName, string> = {
  plan: zoneTopic(ZONE, 'plan'),
  meeting: zoneTopic(ZONE, 'meeting'),
  target: regionTopic('510403', 'target'),
  project: regionTopic('510403', 'project'),
}

/** A drawn history as messages on its topics. */
export function logOf(history: History): MessageLog {
  const log = createMessageLog()
  for (const topic of TOPICS) {
    for (const { id, occurredAt, event } of history[topic]) log.say(event, { id, time: occurredAt })
  }
  return log
}

/** Applies the log in the order of arrival: runs of one topic become chunks of at most `size` messages. */
export async function applyArrivals(
  pool: Pool,
  log: MessageLog,
  arrivals: readonly { topic: TopicName }[],
  { size, onApplied }: { size: number; onApplied?: (applied: Applied) => Promise<void> },
): Promise<void> {
  const done = new Map<TopicName, number>()
  for (let at = 0; at < arrivals.length;) {
    const topic = arrivals[at]?.topic ?? 'plan'
    let run = 1
    while (run < size && arrivals[at + run]?.topic === topic) run += 1
    const from = done.get(topic) ?? 0
    const result = await applyChunk(pool, log.chunk(TOPIC_NAMES[topic], from, from + run))
    if (result.kind !== 'applied' || result.events !== run || result.parked !== 0) {
      throw new Error(`${topic} ${from}: ${JSON.stringify(result)}`)
    }
    await onApplied?.(result)
    done.set(topic, from + run)
    at += run
  }
}
