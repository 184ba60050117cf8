import { regionTopic, zoneTopic } from '@lianxi/schema/topics'
import { type Reading, sql } from '../../client'
import { stampText } from '../base/parts'

/**
 * When the zone's plan topic last said anything, by a stamp or by now: what regions report and what is judged of it since
 * does not change plans, lists, duties and bodies. Null: never.
 */
export const findLastSaid = (db: Reading, zone: string, stamp?: string): Promise<string | null> =>
  findLastOf(db, [zoneTopic(zone, 'plan')], stamp)

/** When anybody of the zone and these regions last said anything, by a stamp: what the board shows of them hangs on it. */
export const findLastHeard = (db: Reading, zone: string, regions: readonly string[], stamp: string) =>
  findLastOf(
    db,
    [
      ...(['plan', 'meeting'] as const).map((kind) => zoneTopic(zone, kind)),
      ...regions.flatMap((region) => (['target', 'project'] as const).map((kind) => regionTopic(region, kind))),
    ],
    stamp,
  )

async function findLastOf(db: Reading, topics: string[], stamp: string | undefined): Promise<string | null> {
  const [row] = await db.$queryRaw<{ said: string | null }[]>(sql`
    SELECT ${stampText('max(stamp)')} AS said FROM chunk
    WHERE topic = ANY(${topics}) AND (${stamp ?? null}::timestamptz IS NULL OR stamp <= ${stamp ?? null}::timestamptz)`)
  return row?.said ?? null
}
