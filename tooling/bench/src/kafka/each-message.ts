import { openKafka, type KafkaAddress } from './client'

type Message = { topic: string; offset: string; headers: Readonly<Record<string, string>>; value: string }

/**
 * KafkaJS as its introduction shows it: a group of its own, `eachMessage`, defaults for the rest.
 * @returns seconds from the first message's arrival until `count` messages were handled
 */
export async function consumeEach(
  kafka: KafkaAddress,
  topics: string[],
  count: number,
  handle: (message: Message) => Promise<void>,
): Promise<number> {
  const consumer = openKafka(kafka, 'admin').consumer({ groupId: 'bench-naive' })
  await consumer.connect()
  await consumer.subscribe({ topics, fromBeginning: true })
  let handled = 0
  let began: number | undefined
  const seconds = await new Promise<number>((resolve, reject) => {
    consumer.on('consumer.crash', ({ payload }) => reject(payload.error))
    const running = consumer.run({
      eachMessage: async ({ topic, message: { offset, headers, value } }) => {
        began ??= performance.now()
        if (handled >= count) return
        const texts = Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)] as const)
        await handle({ topic, offset, headers: Object.fromEntries(texts), value: String(value) })
        handled += 1
        if (handled === count) resolve((performance.now() - began) / 1000)
      },
    })
    running.catch(reject)
  })
  await consumer.disconnect()
  return seconds
}
