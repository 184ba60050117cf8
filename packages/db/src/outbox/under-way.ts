import { raw, type Reading, sql } from '../client'
import type { EventType } from '@lianxi/schema/events/registry'

/**
 * Whether something of these types and keys was said on a topic and is not on the board yet: whoever decides on what the
 * board shows would decide on what is no more. A row that nobody carried for ten minutes does not block for ever.
 */
export async function isUnderWay(
  tx: Reading,
  { topic, types, keys }: { topic: string; types: readonly EventType[]; keys: readonly string[] },
): Promise<boolean> {
  const names = raw(types.map((type) => `'${type}'`).join(', '))
  const [row] = await tx.$queryRaw<{ found: boolean }[]>(sql`
    SELECT EXISTS (SELECT FROM outbox o
      WHERE o.topic = ${topic} AND o.key = ANY(${[...keys]}) AND o.refused_reason IS NULL
        AND o.headers->>'ce_type' IN (${names})
        AND (o.published_at IS NULL OR o.published_at > clock_timestamp() - interval '10 minutes')
        AND NOT EXISTS (SELECT FROM ingested_event x WHERE x.topic = o.topic AND x.event_id = o.event_id)) AS found`)
  return row?.found === true
}
