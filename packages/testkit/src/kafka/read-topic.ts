import { randomUUID } from 'node:crypto'
import { testKafka } from './client'

export type ReadMessage = { offset: bigint; key: string | null; value: string | null }

/** Reads a topic from its first message until `count` are there, as an outside consumer would. */
export async function readTopic(topic: string, count: number, withinMs = 45_000): Promise<ReadMessage[]> {
  const kafka = testKafka()
  const groupId = `testkit-${randomUUID()}`
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 100, allowAutoTopicCreation: false })
  const read: ReadMessage[] = []
  await consumer.connect()
  await consumer.subscribe({ topics: [topic], fromBeginning: true })
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`only ${read.length} of ${count} messages on ${topic}`)),
        withinMs,
      )
      consumer
        .run({
          autoCommit: false,
          eachMessage: ({ message: { offset, key, value } }) => {
            read.push({ offset: BigInt(offset), key: key?.toString() ?? null, value: value?.toString() ?? null })
            if (read.length === count) {
              clearTimeout(timer)
              resolve()
            }
            return Promise.resolve()
          },
        })
        .catch(reject)
    })
  } finally {
    await consumer.disconnect()
  }
  return read
}
