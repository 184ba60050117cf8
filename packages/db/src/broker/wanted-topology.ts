import { RegionCode, ZoneCode } from '@lianxi/schema/codes'
import { findTopic } from '@lianxi/schema/topics'
import { Slot, SubjectKind } from '@lianxi/schema/vocabulary'
import type { Pool } from 'pg'
import { z } from 'zod'

/** A reporting region as its zones listed it: what its own system publishes, and which credentials are handed out. */
export type WantedRegion = { code: RegionCode; zones: ZoneCode[]; direct: SubjectKind[]; issued: Slot[] }
/** What the broker should hold, as the database says. Sorted, so that two answers can be compared. */
export type WantedTopology = { zones: ZoneCode[]; regions: WantedRegion[] }

const Row = z.object({
  code: RegionCode,
  zones: z.array(ZoneCode),
  direct: z.array(SubjectKind),
  issued: z.array(Slot),
})

/**
 * A neighbour may be listed in many zones; a region’s own are those where it has a body, and only those may it read.
 *
 * The last word about a slot counts as soon as it is asked for; a revocation counts even where the broker failed.
 */
const REGIONS = `
  SELECT f.code, coalesce(array_agg(f.zone ORDER BY f.zone) FILTER (WHERE EXISTS (SELECT FROM board.fact b
      WHERE b.zone = f.zone AND b.kind = 'body' AND b.doc->>'region' = f.code)), '{}') AS zones,
    ARRAY(SELECT DISTINCT c.doc->>'kind' FROM board.fact c
          WHERE c.kind = 'channel' AND c.doc->>'region' = f.code AND c.doc->>'channel' = 'direct' ORDER BY 1) AS direct,
    ARRAY(SELECT l.slot FROM (SELECT DISTINCT ON (slot) slot, kind FROM credential_command
            WHERE region = f.code AND (failure IS NULL OR kind = 'revoke') ORDER BY slot, id DESC) l
          WHERE l.kind = 'issue' ORDER BY l.slot) AS issued
  FROM board.fact f WHERE f.kind = 'region' AND f.doc->>'reporting' = 'true'
  GROUP BY f.code ORDER BY f.code`

/** A zone's first event needs its topic before any board can know the zone: unpublished rows name it. */
const ZONES = `
  SELECT 'lianxi.' || code || '.plan.v1' AS topic FROM board.fact WHERE kind = 'zone'
  UNION SELECT topic FROM outbox WHERE published_at IS NULL AND refused_reason IS NULL`

/** Zones and reporting regions the broker should be prepared for, and what each region may do there. */
export async function readWantedTopology(pool: Pool): Promise<WantedTopology> {
  const [topics, regions] = [await pool.query<{ topic: string }>(ZONES), await pool.query(REGIONS)]
  const zones = topics.rows.flatMap(({ topic }) => {
    const found = findTopic(topic)
    return found !== undefined && 'zone' in found ? [found.zone] : []
  })
  return { zones: [...new Set(zones)].sort(), regions: z.array(Row).parse(regions.rows) }
}
