import { handoverReminders, type OpenHandover } from '@lianxi/domain/notice/handover-reminders'
import { type Owing, type ReminderDays, remindersFor, STALE_DAYS } from '@lianxi/domain/notice/reminders'
import type { Pool } from 'pg'
import { isOwed } from '../readers/duty/served'
import { insertNoticesInTx } from './insert'

type Row = Omit<Owing, 'dueAt'> & { dueAt: Date; now: Date }

/** By body and due moment: an extension of one item is a moment of its own. What another report says is not asked for; what was returned is. */
const OWING = `
  SELECT p.zone, p.body, p.region, p.period, p.due_at AS "dueAt", count(*)::int AS missing, c.now
  FROM board.progress p, (SELECT clock() AS now) c
  WHERE p.body IS NOT NULL AND ${isOwed('p').sql}
    AND p.due_at BETWEEN c.now - make_interval(days => $1) AND c.now + make_interval(days => $2)
  GROUP BY p.zone, p.body, p.region, p.period, p.due_at, c.now`

const PARTY = (side: 'giver' | 'receiver') => `jsonb_build_object(
    'name', coalesce((SELECT r.doc->>'name' FROM board.fact r WHERE r.zone = h.zone AND r.kind = 'region'
      AND r.code = h.doc->>'${side}'), h.doc->>'${side}'),
    'office', (SELECT min(b.code) FROM board.fact b WHERE b.zone = h.zone AND b.kind = 'body'
      AND b.doc->>'kind' = 'coordinating-office' AND b.doc->>'region' = h.doc->>'${side}'))`

/** A handover of which was said last that it was reached, or that it is dropped, is open no more (ADR 43). */
const OPEN_HANDOVERS = `
  SELECT h.zone, h.code, h.doc->>'subject' AS subject, coalesce(s.name, h.doc->>'subject') AS name,
    h.doc->>'what' AS what, h.doc->>'dueOn' AS "dueOn", ${PARTY('giver')} AS giver, ${PARTY('receiver')} AS receiver,
    (SELECT min(b.code) FROM board.fact b WHERE b.zone = h.zone AND b.kind = 'body' AND b.doc->>'kind' = 'secretariat')
      AS secretariat, c.now
  FROM board.fact h
  CROSS JOIN (SELECT clock() AS now) c
  LEFT JOIN board.subject s ON s.zone = h.zone AND s.code = h.doc->>'subject'
  WHERE h.kind = 'handover' AND (h.doc->>'dueOn')::date BETWEEN (c.now - make_interval(days => $1))::date
      AND (c.now + make_interval(days => $2))::date
    AND NOT EXISTS (SELECT FROM board.fact r WHERE r.zone = h.zone AND r.kind = 'handover-reached' AND r.code = h.code
      AND r.doc->>'reachedOn' IS NOT NULL)
    AND NOT EXISTS (SELECT FROM board.fact d WHERE d.zone = h.zone AND d.kind = 'handover-dropped' AND d.code = h.code)`

/** Reminds of handovers whose agreed day is near or has passed, by the same days and with the same once. */
export async function writeHandoverReminders(pool: Pool, days: ReminderDays): Promise<number> {
  const around = [backOf(days), Math.max(0, ...days.before) + 1]
  const { rows } = await pool.query<OpenHandover & { now: Date }>(OPEN_HANDOVERS, around)
  const [first] = rows
  if (first === undefined) return 0
  const notices = handoverReminders(rows, days, first.now.toISOString())
  await insertNoticesInTx((sql, parameters) => pool.query(sql, parameters), notices)
  return rows.length
}

const backOf = ({ after }: ReminderDays): number => Math.max(0, ...after) + STALE_DAYS + 1

/**
 * Reminds every body that owes something, by domain time, once each: the key is unique, however many workers look.
 * @returns how many bodies were looked at
 */
export async function writeReminders(pool: Pool, days: ReminderDays): Promise<number> {
  const { rows } = await pool.query<Row>(OWING, [backOf(days), Math.max(0, ...days.before)])
  const [first] = rows
  if (first === undefined) return 0
  const owing = rows.map(({ dueAt, now: _now, ...kept }) => ({ ...kept, dueAt: dueAt.toISOString() }))
  const notices = remindersFor(owing, days, first.now.toISOString())
  await insertNoticesInTx((sql, parameters) => pool.query(sql, parameters), notices)
  return rows.length
}
