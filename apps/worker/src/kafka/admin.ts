import type { Admin, Kafka } from 'kafkajs'

export type Watermarks = { low: bigint; high: bigint }
export type TopicAdmin = {
  listTopics: () => Promise<string[]>
  /** Watermarks by partition; undefined when the topic no longer exists. */
  findWatermarks: (topic: string) => Promise<Map<number, Watermarks> | undefined>
  disconnect: () => Promise<void>
}

function isUnknownTopic(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('type' in error && error.type === 'UNKNOWN_TOPIC_OR_PARTITION') return true
  return isUnknownTopic(error.cause)
}

/**
 * Reads of topics; creating them and granting rights is provisioning, not the worker's consumer.
 * Any failed call ends the connection: KafkaJS keeps a deleted topic among those it asks about, and from then on
 * every other call fails too.
 */
export function createTopicAdmin(kafka: Kafka): TopicAdmin {
  let current: Promise<Admin> | undefined
  const open = async () => {
    const admin = kafka.admin({ retry: { retries: 2, initialRetryTime: 100 } })
    await admin.connect()
    return admin
  }
  const disconnect = async () => {
    const closing = current
    current = undefined
    await (await closing?.catch(() => undefined))?.disconnect()
  }
  const ask = async <Answer>(question: (admin: Admin) => Promise<Answer>) => {
    current ??= open()
    try {
      return await question(await current)
    } catch (error) {
      await disconnect()
      throw error
    }
  }
  return {
    listTopics: () => ask((admin) => admin.listTopics()),
    findWatermarks: async (topic) => {
      try {
        const offsets = await ask((admin) => admin.fetchTopicOffsets(topic))
        return new Map(offsets.map(({ partition, low, high }) => [partition, { low: BigInt(low), high: BigInt(high) }]))
      } catch (error) {
        if (isUnknownTopic(error)) return undefined
        throw error
      }
    },
    disconnect,
  }
}
