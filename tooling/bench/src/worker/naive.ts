import { createPrisma } from '@lianxi/db/client'
import { z } from 'zod'
import { consumeEach } from '../kafka/each-message'
import type { KafkaAddress } from '../kafka/client'

const Place = z.object({ region: z.string(), period: z.string() })

/** What most people write: `eachMessage`, JSON.parse, one Prisma upsert. No checks, no board, no history. Seconds. */
export async function measureNaive(
  url: string,
  kafka: KafkaAddress,
  topics: string[],
  events: number,
): Promise<number> {
  const prisma = createPrisma(url)
  try {
    return await consumeEach(kafka, topics, events, async ({ topic, offset, headers, value }) => {
      const data: unknown = JSON.parse(value)
      const event = {
        ...{ topic, eventId: headers['ce_id'] ?? '', partition: 0, offset: BigInt(offset), chunkId: 0n },
        ...{ type: headers['ce_type'] ?? '', source: headers['ce_source'] ?? '', subject: headers['ce_subject'] ?? '' },
        ...{ occurredAt: new Date(headers['ce_time'] ?? ''), appendedAt: new Date(), sha256: new Uint8Array(32) },
        ...Place.parse(data),
        data: z.json().parse(data) ?? {},
      }
      const where = { topic_eventId: { topic: event.topic, eventId: event.eventId } }
      await prisma.ingestedEvent.upsert({ where, create: event, update: event })
    })
  } finally {
    await prisma.$disconnect()
  }
}
