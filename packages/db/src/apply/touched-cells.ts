import type { CellKey } from '@lianxi/domain/board/derive-cell'
import type { ClientBase } from 'pg'
import type { DutyKey } from './plan-changes'

/** Where items stood before they are listed again: their figures no longer count there. */
export async function findItemPlacesInTx(tx: ClientBase, zone: string, codes: readonly string[]): Promise<DutyKey[]> {
  if (codes.length === 0) return []
  const { rows } = await tx.query<DutyKey>(
    'SELECT subject, region, year FROM item WHERE zone = $1 AND code = ANY ($2::text[])',
    [zone, codes],
  )
  return rows
}

/** The first year that other rules check now: from the day they say, or said before they were said again. */
export async function findFirstYearInTx(
  tx: ClientBase,
  zone: string,
  ruleSets: ReadonlyMap<string, number>,
): Promise<number | null> {
  if (ruleSets.size === 0) return null
  const { rows } = await tx.query<{ year: number }>(
    `SELECT left(doc->>'effectiveFrom', 4)::int AS year FROM fact
     WHERE zone = $1 AND kind = 'rule-set' AND code = ANY ($2::text[])`,
    [zone, [...ruleSets.keys()]],
  )
  return Math.min(...ruleSets.values(), ...rows.map(({ year }) => year))
}

/**
 * Searches along an index each: by period and by duty, for cells that should be there and for those that are; by subject
 * and by item, for reports whose figures are compared with them.
 */
const TOUCHED = `
  WITH touched AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS t (subject text, region text, year int)),
  asked AS NOT MATERIALIZED (
    SELECT d.zone, d.subject, d.region, d.year, r.period, r.opens_at
    FROM duty d JOIN period r USING (zone, year, frequency) WHERE d.zone = $1)
  SELECT zone, subject, region, period FROM asked WHERE period = ANY ($3::text[]) AND opens_at IS NOT NULL
  UNION
  SELECT a.zone, a.subject, a.region, a.period FROM touched t JOIN asked a USING (subject, region, year)
  WHERE a.opens_at IS NOT NULL
  UNION
  SELECT zone, subject, region, period FROM progress WHERE zone = $1 AND period = ANY ($3::text[])
  UNION
  SELECT p.zone, p.subject, p.region, p.period FROM touched t JOIN progress p USING (subject, region, year)
  WHERE p.zone = $1
  UNION
  SELECT zone, subject, region, period FROM progress
  WHERE zone = $1 AND subject = ANY ($4::text[]) AND event_id IS NOT NULL
  UNION
  SELECT p.zone, p.subject, p.region, p.period
  FROM jsonb_to_recordset($5::jsonb) AS i (subject text, region text, year int)
  JOIN progress p USING (subject, region, year)
  WHERE p.zone = $1 AND p.event_id IS NOT NULL
  UNION
  SELECT zone, subject, region, period FROM progress WHERE zone = $1 AND year >= $6 AND event_id IS NOT NULL`

type Touched = {
  duties: readonly DutyKey[]
  periods: readonly string[]
  subjects: readonly string[]
  items: readonly DutyKey[]
  /** Reports of these and later years are checked by other rules; null: by the same. */
  checkedFrom: number | null
}

/** Cells one of whose inputs on the plan's topic changed: those on the board, and those that now should be. */
export async function findTouchedCellsInTx(tx: ClientBase, zone: string, touched: Touched): Promise<CellKey[]> {
  const { duties, periods, subjects, items, checkedFrom } = touched
  if ([duties, periods, subjects, items].every(({ length }) => length === 0) && checkedFrom === null) return []
  const places = (keys: readonly DutyKey[]) =>
    JSON.stringify(keys.map(({ subject, region, year }) => ({ subject, region, year })))
  const { rows } = await tx.query<CellKey>(TOUCHED, [
    zone,
    places(duties),
    periods,
    subjects,
    places(items),
    checkedFrom,
  ])
  return rows
}
