import type { PendingEvent, SendResult } from '@lianxi/db/outbox/relay-store'
import type { EventProducer } from '../kafka/producer'
import { classifySendFailure, type Blockage } from '../kafka/send-failure'
import { recordBatches } from './batches'

/** With a `failure` the rest of the rows stays as it is; without one all are published or refused. */
export type TopicResult = SendResult & { failure?: Blockage }

/**
 * Sends one topic's rows in order. A refused row holds back the later rows of its own subject only; any other
 * failure stops the topic where it is. A batch refused for its size is sent again row by row, to find the one.
 */
export async function sendTopic(
  producer: EventProducer,
  topic: string,
  rows: readonly PendingEvent[],
): Promise<TopicResult> {
  const result: TopicResult = { published: [], refused: [] }
  const heldKeys = new Set<string>()
  const queue = recordBatches(rows)
  for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
    const sendable = batch.filter(({ key }) => !heldKeys.has(key))
    const [first] = sendable
    if (first === undefined) continue
    try {
      await producer.send(
        topic,
        sendable.map(({ key, headers, value }) => ({ key, headers, value })),
      )
      result.published.push(...sendable.map(({ id }) => id))
    } catch (error) {
      const { reach, reason } = classifySendFailure(error)
      if (reach !== 'message') return { ...result, failure: { reach, reason } }
      if (sendable.length > 1) queue.unshift(...sendable.map((row) => [row]))
      else {
        heldKeys.add(first.key)
        result.refused.push({ id: first.id, reason })
      }
    }
  }
  return result
}
