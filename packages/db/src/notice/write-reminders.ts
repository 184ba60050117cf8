import { type Owing, type ReminderDays, remindersFor, STALE_DAYS } from '@lianxi/domain/notice/reminders'
import type { Pool } from 'pg'
import { insertNoticesInTx } from './insert'

type Row = Omit<Owing, 'dueAt'> & { dueAt: Date; now: Date }

/** By body and due moment: an extension of one item is a moment of its own. */
const OWING = `
  SELECT p.zone, p.body, p.region, p.period, p.due_at AS "dueAt", count(*)::int AS missing, c.now
  FROM board.progress p, (SELECT clock() AS now) c
  WHERE p.state IN ('pending', 'overdue') AND p.body IS NOT NULL
    AND p.due_at BETWEEN c.now - make_interval(days => $1) AND c.now + make_interval(days => $2)
  GROUP BY p.zone, p.body, p.region, p.period, p.due_at, c.now`

/**
 * Reminds every body that owes something, by domain time, once each: the key is unique, however many workers look.
 * @returns how many bodies were looked at
 */
export async function writeReminders(pool: Pool, days: ReminderDays): Promise<number> {
  const back = Math.max(0, ...days.after) + STALE_DAYS + 1
  const { rows } = await pool.query<Row>(OWING, [back, Math.max(0, ...days.before)])
  const [first] = rows
  if (first === undefined) return 0
  const owing = rows.map(({ dueAt, now: _now, ...kept }) => ({ ...kept, dueAt: dueAt.toISOString() }))
  const notices = remindersFor(owing, days, first.now.toISOString())
  await insertNoticesInTx((sql, parameters) => pool.query(sql, parameters), notices)
  return rows.length
}
