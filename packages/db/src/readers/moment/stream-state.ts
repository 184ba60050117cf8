import { zoneTopic } from '@lianxi/schema/topics'
import { StreamState } from '@lianxi/schema/views/common'
import { type Reading, type Sql, sql } from '../../client'
import { dayInChina, iso, progressTable, stampText } from '../base/parts'
import { readStreamWorker } from './stream-worker'

const Row = StreamState.omit({ worker: true })

/**
 * How fresh the board is, and what the workers tell of the way to it. Its stamp is that of the last change of any kind, as
 * open pages are told it: a page of an older one would ask for its data again as soon as it is open.
 *
 * It is read before the rows it is shown with, never beside them: rows older than its stamp would miss what was committed
 * in between until the next commit.
 *
 * What waits and what lies parked is the zone's own; how many events there are, and what waits to be sent, is the whole
 * system's: events are not kept by zone.
 * @param zone null: the whole system, for its administrators
 */
export async function readStreamState(db: Reading, zone: string | null): Promise<StreamState> {
  const reading = db.$queryRaw<{ state: unknown }[]>(sql`
    WITH latest AS (SELECT committed_at FROM chunk ORDER BY id DESC LIMIT 1),
    open AS (SELECT count(*)::int AS n, min(created_at) AS oldest FROM outbox
             WHERE published_at IS NULL AND refused_reason IS NULL),
    moment AS (SELECT clock() AS now)
    SELECT jsonb_build_object(
      'now', ${iso('m.now')}, 'demo', EXISTS (SELECT FROM demo_clock),
      'stamp', (SELECT ${stampText('last_stamp')} FROM board_clock WHERE EXISTS (SELECT FROM latest)),
      'committedAt', (SELECT ${iso('latest.committed_at')} FROM latest),
      'events', (SELECT events FROM board_clock),
      'waiting', (SELECT count(*)::int FROM ${progressTable} p WHERE ${ofZone(zone)} AND p.waiting),
      'parked', ${parkedOf(zone)},
      'unpublished', open.n,
      'oldestUnpublishedSeconds', floor(extract(epoch FROM clock_timestamp() - open.oldest))::int) AS state
    FROM open, moment m`)
  const [worker, [row]] = await Promise.all([readStreamWorker(db, zone), reading])
  return { ...Row.parse(row?.state), worker }
}

const ofZone = (zone: string | null): Sql => (zone === null ? sql`true` : sql`p.zone = ${zone}`)

/** Messages of the zone's regions, counted in the index of open ones alone, and those on the zone's own two topics. */
function parkedOf(zone: string | null): Sql {
  if (zone === null) return sql`(SELECT count(*)::int FROM parked_message WHERE state = 'open')`
  const topics = [zoneTopic(zone, 'plan'), zoneTopic(zone, 'meeting')]
  return sql`(SELECT count(*)::int FROM parked_message WHERE state = 'open'
      AND region IN (SELECT code FROM board.fact WHERE zone = ${zone} AND kind = 'region'))
    + (SELECT count(*)::int FROM parked_message WHERE state = 'open' AND region IS NULL AND topic = ANY (${topics}))`
}

/** Domain time. */
export async function readNow(db: Reading): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>(sql`SELECT clock() AS now`)
  if (row === undefined) throw new Error('clock() gave no row')
  return row.now
}

/** The calendar day in China of domain time, `2025-10-12`. */
export async function readToday(db: Reading): Promise<string> {
  const [row] = await db.$queryRaw<{ today: string }[]>(sql`SELECT ${dayInChina('clock()')} AS today`)
  if (row === undefined) throw new Error('clock() gave no row')
  return row.today
}

/** Domain time, and its calendar day in China. */
export async function readClock(db: Reading): Promise<{ now: string; today: string }> {
  const [time] = await db.$queryRaw<{ now: Date; today: string }[]>(
    sql`SELECT now, ${dayInChina('now')} AS today FROM (SELECT clock() AS now) m`,
  )
  if (time === undefined) throw new Error('clock() gave no row')
  return { now: time.now.toISOString(), today: time.today }
}

/** The stamp of the last change, be it of the stream, of a status or by a rebuild; undefined before the first chunk. */
export const findLatestStamp = async (db: Reading): Promise<string | undefined> => (await findPresent(db))?.stamp

/** The same with the epoch in which it was given: while that stays, only topics' own cells are written. */
export async function findPresent(db: Reading): Promise<{ stamp: string; epoch: string } | undefined> {
  const [row] = await db.$queryRaw<{ stamp: string; epoch: string }[]>(sql`
    SELECT ${stampText('last_stamp')} AS stamp, epoch::text AS epoch FROM board_clock WHERE EXISTS (SELECT FROM chunk)`)
  return row
}

/** Does domain time stand still here, as a demo's does? */
export async function hasDemoClock(db: Reading): Promise<boolean> {
  const [row] = await db.$queryRaw<{ demo: boolean }[]>(sql`SELECT EXISTS (SELECT FROM demo_clock) AS demo`)
  return row?.demo ?? false
}
