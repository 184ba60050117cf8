import { noticeOfParked, type ParkedOf } from '@lianxi/domain/notice/of-parked'
import type { Pool } from 'pg'
import { insertNoticesInTx } from './insert'

/** Regions with open messages, in each zone that has an office for them; found in the index of open ones. */
const OPEN = `
  SELECT b.zone, m.region, min(b.code) AS office, m.open, m.day, clock() AS now
  FROM (SELECT region, count(*)::int AS open, to_char(max(parked_at) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day
        FROM parked_message WHERE state = 'open' AND region IS NOT NULL GROUP BY region) m
  JOIN board.fact b ON b.kind = 'body' AND b.doc->>'kind' = 'coordinating-office' AND b.doc->>'region' = m.region
  GROUP BY b.zone, m.region, m.open, m.day`

/**
 * Tells coordinators of messages of their region that lie parked, once each: the key is unique, however many workers look.
 * @returns how many regions have some
 */
export async function writeParkedNotices(pool: Pool): Promise<number> {
  const { rows } = await pool.query<ParkedOf & { now: Date }>(OPEN)
  const notices = rows.map(({ now, ...of }) => noticeOfParked(of, now.toISOString()))
  await insertNoticesInTx((sql, parameters) => pool.query(sql, parameters), notices)
  return rows.length
}
