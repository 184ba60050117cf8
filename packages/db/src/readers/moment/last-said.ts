import { zoneTopic } from '@lianxi/schema/topics'
import { type Reading, sql } from '../../client'
import { stampText } from '../base/parts'

/**
 * When the zone itself last said anything, by a stamp or by now: what regions report since does not change its plans,
 * lists, duties and bodies. Null: never.
 */
export async function findLastSaid(db: Reading, zone: string, stamp?: string): Promise<string | null> {
  const topics = (['plan', 'meeting'] as const).map((kind) => zoneTopic(zone, kind))
  const [row] = await db.$queryRaw<{ said: string | null }[]>(sql`
    SELECT ${stampText('max(stamp)')} AS said FROM chunk
    WHERE topic = ANY(${topics}) AND (${stamp ?? null}::timestamptz IS NULL OR stamp <= ${stamp ?? null}::timestamptz)`)
  return row?.said ?? null
}
