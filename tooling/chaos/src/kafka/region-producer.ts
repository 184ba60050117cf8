import { setTimeout as pause } from 'node:timers/promises'
import kafkajs, { type Producer } from 'kafkajs'
import type { Planned } from '../plan/direct-stream'
import { Stopped } from '../system/wait'

const { Kafka, logLevel, Partitioners } = kafkajs

type Login = { brokers: string[]; user: string; password: string }
const AGAIN_MS = 200
/** Longer without any acknowledgement is no outage that was planned here. */
const GIVE_UP_MS = 240_000

/**
 * A region's own system: it sends with the region's credentials and all replicas' acknowledgement, one batch after the
 * other, and says a batch again, with the same event ids, until the broker has acknowledged it.
 */
export class RegionProducer {
  private current: Producer | undefined
  /** Batches said again because nobody had acknowledged them. */
  again = 0

  constructor(
    private readonly login: Login,
    private readonly topic: string,
    private readonly signal: AbortSignal,
  ) {}

  /** @returns the offset of the first message of the batch */
  async send(messages: readonly Planned[]): Promise<number> {
    const until = Date.now() + GIVE_UP_MS
    for (;;) {
      if (this.signal.aborted) throw new Stopped(`publishing on ${this.topic}`)
      try {
        return await this.attempt(messages)
      } catch (error) {
        await this.close()
        if (Date.now() > until) throw new Error(`${this.topic} was not acknowledged in time`, { cause: error })
        this.again += 1
        await pause(AGAIN_MS)
      }
    }
  }

  async close(): Promise<void> {
    const closing = this.current
    this.current = undefined
    await closing?.disconnect().catch(() => undefined) // its broker may be dead
  }

  private async attempt(messages: readonly Planned[]): Promise<number> {
    const producer = await this.open()
    const [said] = await producer.send({
      topic: this.topic,
      acks: -1,
      timeout: 5_000,
      messages: messages.map(({ key, headers, value }) => ({ key, headers, value })),
    })
    if (said?.baseOffset === undefined) throw new Error('the broker named no offset')
    return Number(said.baseOffset)
  }

  private async open(): Promise<Producer> {
    if (this.current !== undefined) return this.current
    const { brokers, user, password } = this.login
    const kafka = new Kafka({
      clientId: user,
      brokers,
      sasl: { mechanism: 'scram-sha-512', username: user, password },
      connectionTimeout: 2_000,
      requestTimeout: 6_000,
      retry: { retries: 1, initialRetryTime: 100 },
      logLevel: logLevel.NOTHING, // failures reach us as rejections
    })
    const producer = kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      maxInFlightRequests: 1,
    })
    this.current = producer
    await producer.connect()
    return producer
  }
}
