import { zoneTopic } from '@lianxi/schema/topics'
import { type Reading, sql } from '../../client'
import { stampText } from '../base/parts'

/**
 * When the zone's plan topic last said anything, by a stamp or by now: what regions report and what is judged of it since
 * does not change plans, lists, duties and bodies. Null: never.
 */
export async function findLastSaid(db: Reading, zone: string, stamp?: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ said: string | null }[]>(sql`
    SELECT ${stampText('max(stamp)')} AS said FROM chunk
    WHERE topic = ${zoneTopic(zone, 'plan')} AND (${stamp ?? null}::timestamptz IS NULL OR stamp <= ${stamp ?? null}::timestamptz)`)
  return row?.said ?? null
}
