import { type Reading, type Sql, sql } from '../../client'
import type { Board } from '../base/board'
import type { Reference } from '../base/reference'

/** The later of two moments, and the one it is compared with. Both are stamps. */
export type Between = {
  db: Reading
  reference: Reference
  regions: string[]
  from: Board
  to: Board
  since: string
  until: string
}

/**
 * What had changed by an earlier moment (`known`), and the time since then (`news`), in which the epoch stayed the same:
 * no cell was touched but those that reports and the judge name (ADR 11).
 */
export type Earlier<Line> = { known: readonly Line[]; news: Between }

/** A versioned row `valid` ended after the one stamp and not after the other: the history grows in the order of ends. */
export const endedBetween = ({ since, until }: Between): Sql =>
  sql`upper(valid) > ${since}::timestamptz AND upper(valid) <= ${until}::timestamptz`

/** Event `e` was told between the two stamps. */
export function toldBetween({ since, until }: Between): Sql {
  const chunks = sql`FROM chunk WHERE stamp > ${since}::timestamptz AND stamp <= ${until}::timestamptz`
  return sql`e.chunk_id >= (SELECT min(id) ${chunks}) AND e.chunk_id <= (SELECT max(id) ${chunks})`
}

/**
 * Cells of which reports or verdicts said something after `since` and not after `until`: what a cell was before lies in
 * the history; the first report of a cell is an event.
 */
export function spokenOf(between: Between): Sql {
  const { reference, regions } = between
  return sql`
    SELECT subject, region, period FROM board.progress_history
    WHERE ${endedBetween(between)} AND zone = ${reference.zone.code} AND region = ANY(${regions})
    UNION
    SELECT e.subject, e.region, e.period FROM ingested_event e
    WHERE ${toldBetween(between)} AND e.region = ANY(${regions}) AND e.period IS NOT NULL`
}

/** What came between two stamps: events, and statuses that were written anew. */
export async function countNews(
  db: Reading,
  since: string,
  until: string,
): Promise<{ events: number; judged: number }> {
  const within = sql`stamp > ${since}::timestamptz AND stamp <= ${until}::timestamptz`
  const [row] = await db.$queryRaw<{ events: number; judged: number }[]>(sql`
    SELECT coalesce((SELECT sum(events) FROM chunk WHERE ${within}), 0)::int AS events,
      coalesce((SELECT sum(changed) FROM judgement WHERE ${within}), 0)::int AS judged`)
  return row ?? { events: 0, judged: 0 }
}
