import { Partitioners, type IHeaders } from 'kafkajs'
import { testKafka, type TestLogin } from './client'

export type TestMessage = { key: string | Buffer | null; value: string | Buffer | null; headers?: IHeaders }
export type TestProducer = {
  /** Sends in order and returns the offset of the first message. */
  send: (topic: string, messages: TestMessage[]) => Promise<bigint>
  disconnect: () => Promise<void>
}

/** A producer that can send anything, also what no honest publisher would. */
export async function createTestProducer(login: TestLogin = {}): Promise<TestProducer> {
  const producer = testKafka(login).producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
    maxInFlightRequests: 1,
  })
  await producer.connect()
  return {
    send: async (topic, messages) => {
      const sent = await producer.send({
        topic,
        acks: -1,
        messages: messages.map(({ key, value, headers }) => ({ key, value, ...(headers ? { headers } : {}) })),
      })
      const first = sent[0]?.baseOffset
      if (first === undefined) throw new Error(`no offset for messages sent to ${topic}`)
      return BigInt(first)
    },
    disconnect: () => producer.disconnect(),
  }
}
