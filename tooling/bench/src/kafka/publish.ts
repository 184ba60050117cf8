import type { EncodedEvent } from '@lianxi/schema/events/encode'
import { Partitioners } from 'kafkajs'
import { openKafka, type KafkaAddress } from './client'

/** A record batch is one message to the broker; ours takes 256 KB. */
const BATCH_BYTES = 200_000

/** Writes streams of events to their topics, side by side; each in its order. */
export async function publish(kafka: KafkaAddress, streams: Iterable<EncodedEvent>[]): Promise<void> {
  const producer = openKafka(kafka, 'relay').producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
  })
  await producer.connect()
  const send = async (batch: EncodedEvent[]) => {
    const [first] = batch
    if (first === undefined) return
    const messages = batch.map(({ key, value, headers }) => ({ key, value, headers }))
    await producer.send({ topic: first.topic, messages, acks: -1 })
  }
  const sendAll = async (events: Iterable<EncodedEvent>) => {
    let batch: EncodedEvent[] = []
    let bytes = 0
    for (const event of events) {
      batch.push(event)
      bytes += Buffer.byteLength(event.value) + 400
      if (bytes < BATCH_BYTES) continue
      await send(batch)
      batch = []
      bytes = 0
    }
    await send(batch)
  }
  try {
    await Promise.all(streams.map(sendAll))
  } finally {
    await producer.disconnect()
  }
}
