import { Partitioners, type Kafka, type Producer } from 'kafkajs'
import { IMPATIENT } from './client'

export type OutgoingMessage = { key: string; headers: Record<string, string>; value: string }
export type EventProducer = {
  connect: () => Promise<void>
  /** Resolves when all in-sync replicas have the messages, in order, or rejects within 8 seconds. */
  send: (topic: string, messages: OutgoingMessage[]) => Promise<void>
  disconnect: () => Promise<void>
}

/** The relay sends inside a transaction that the server ends after ten idle seconds: it gives up before that. */
const DEADLINE_MS = 8_000

/**
 * The relay's producer. Any failed send ends the KafkaJS producer behind it: after a timeout KafkaJS takes its
 * sequence numbers back although the broker may have stored the batch, and would give them to the next batch, which
 * the broker would then discard as a duplicate and acknowledge. A new producer id makes that impossible. It also
 * forgets the failed topic, which otherwise stays in the metadata requests of all others.
 */
export function createEventProducer(kafka: Kafka): EventProducer {
  let current: Promise<Producer> | undefined
  const open = async () => {
    const producer = kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: { retries: 1, initialRetryTime: 100 },
    })
    await producer.connect()
    return producer
  }
  const connected = async () => {
    current ??= open()
    try {
      return await current
    } catch (error) {
      current = undefined
      throw error
    }
  }
  const disconnect = async () => {
    const closing = current
    current = undefined
    await (await closing?.catch(() => undefined))?.disconnect()
  }
  return {
    connect: async () => void (await connected()),
    send: async (topic, messages) => {
      const producer = await connected()
      try {
        await before(DEADLINE_MS, producer.send({ topic, messages, acks: -1, timeout: IMPATIENT.requestTimeoutMs }))
      } catch (error) {
        await disconnect()
        throw error
      }
    },
    disconnect,
  }
}

/** KafkaJS adds up its own waits (connect, metadata, request, retry); this bounds their sum. */
async function before<Answer>(deadlineMs: number, work: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer from the broker within ${deadlineMs} ms`)), deadlineMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
