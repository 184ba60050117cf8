import { leaveMore, momentsOf, type PeriodMoments } from '@lianxi/domain/time/calendar'
import { ZoneCode } from '@lianxi/schema/codes'
import { encodeEvent } from '@lianxi/schema/events/encode'
import { ListAdopted } from '@lianxi/schema/events/commitments'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { periodsOf, type Period } from '@lianxi/schema/period'
import type { Pool, PoolClient } from 'pg'
import { v7 } from 'uuid'
import { insertOutboxInTx, type OutgoingEvent } from '../outbox/insert'
import { readEndedExtensions } from './ended-extensions'
import { readEndedOverrides } from './ended-overrides'

type Known = { dueAt: Date | null; closesAt: Date | null; opened: boolean; fellDue: boolean; closed: boolean }
type PeriodEvent = Extract<LianxiEvent, { type: `lianxi.period.${string}` }>
type Due = { zone: ZoneCode; owner: string; moments: PeriodMoments; at: Date; event: PeriodEvent }

/**
 * Time → events: opens, ends and closes the periods of every adopted list, and ends extensions and overrides of statuses, whose moment (domain time) has come. The
 * outbox's dedupe key makes each event unique, whoever else writes it at the same time.
 * @returns how many events were new
 */
export async function writeDueEvents(pool: Pool): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const now = await readClock(client)
    const due = dueEvents(await readLists(client), await readKnown(client), now)
    const ended = [...(await readEndedExtensions(client, now)), ...(await readEndedOverrides(client, now))]
    const outgoing = [...due.map(encodeDue), ...ended]
    await insertOutboxInTx((sql, parameters) => client.query(sql, parameters), outgoing)
    const written = await countWrittenInTx(client, outgoing)
    await client.query('COMMIT')
    client.release()
    return written
  } catch (error) {
    client.release(true) // the connection's state is unknown; closing it also rolls back
    throw error
  }
}

async function readClock(client: PoolClient): Promise<Date> {
  const { rows } = await client.query<{ now: Date }>('SELECT clock() AS now')
  const [row] = rows
  if (row === undefined) throw new Error('clock() gave no row')
  return row.now
}

async function readLists(client: PoolClient): Promise<{ zone: ZoneCode; list: ListAdopted }[]> {
  const { rows } = await client.query<{ zone: string; doc: unknown }>(
    `SELECT zone, doc FROM board.fact WHERE kind = 'list' ORDER BY zone, code`,
  )
  return rows.map(({ zone, doc }) => ({ zone: ZoneCode.parse(zone), list: ListAdopted.parse(doc) }))
}

async function readKnown(client: PoolClient): Promise<Map<string, Known>> {
  const { rows } = await client.query<Known & { zone: string; period: string }>(
    `SELECT zone, period, due_at AS "dueAt", closes_at AS "closesAt", opens_at IS NOT NULL AS opened,
            fell_due AS "fellDue", closed FROM board.period`,
  )
  return new Map(rows.map((row) => [`${row.zone} ${row.period}`, row]))
}

/** By event id: another calendar may have written the same keys in the meantime. */
async function countWrittenInTx(client: PoolClient, events: OutgoingEvent[]): Promise<number> {
  const ids = events.map(({ id }) => id)
  const { rowCount } = await client.query('SELECT FROM outbox WHERE event_id = ANY ($1::uuid[])', [ids])
  return rowCount ?? 0
}

/**
 * What should have been said by `now` and is not on the board yet, in the order of its moments. A list adopted later
 * with a later due moment opens the period again with it: an extension.
 */
function dueEvents(lists: { zone: ZoneCode; list: ListAdopted }[], known: Map<string, Known>, now: Date): Due[] {
  const due: Due[] = []
  for (const [key, { zone, owner, period, moments }] of periodsWanted(lists)) {
    const state = known.get(key)
    const sameDue = state?.dueAt?.getTime() === moments.dueAt.getTime()
    const sameClosing = state?.closesAt?.getTime() === moments.closesAt.getTime()
    const opened = state?.opened === true && sameDue && sameClosing
    const [opensAt, dueAt, closesAt] = [moments.opensAt, moments.dueAt, moments.closesAt].map((at) => at.toISOString())
    if (opensAt === undefined || dueAt === undefined || closesAt === undefined) continue
    const say = (at: Date, said: boolean, event: PeriodEvent) => {
      if (!said && at <= now) due.push({ zone, owner, moments, at, event })
    }
    say(moments.opensAt, opened, { type: 'lianxi.period.opened.v1', data: { period, opensAt, dueAt, closesAt } })
    say(moments.dueAt, state?.fellDue === true && sameDue, {
      type: 'lianxi.period.fell-due.v1',
      data: { period, dueAt },
    })
    say(moments.closesAt, state?.closed === true && sameClosing, {
      type: 'lianxi.period.closed.v1',
      data: { period, closedAt: closesAt },
    })
  }
  return due.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** A zone has one calendar: where several lists ask for the same period, the one that is due last sets its moments. */
function periodsWanted(lists: { zone: ZoneCode; list: ListAdopted }[]) {
  const wanted = new Map<string, { zone: ZoneCode; owner: string; period: Period; moments: PeriodMoments }>()
  for (const { zone, list } of lists)
    for (const rule of list.calendar)
      for (const period of periodsOf(list.year, rule.frequency)) {
        const key = `${zone} ${period}`
        const moments = momentsOf(period, rule)
        if (leaveMore(moments, wanted.get(key)?.moments)) wanted.set(key, { zone, owner: list.owner, period, moments })
      }
  return wanted
}

/** The moments are part of it: an extension is another event. */
const dedupeKeyOf = ({ zone, event, moments }: Due): string =>
  `calendar:${zone}:${event.type}:${event.data.period}:${moments.dueAt.toISOString()}:${moments.closesAt.toISOString()}`

const encodeDue = (due: Due): OutgoingEvent => ({
  ...encodeEvent(due.event, { id: v7(), zone: due.zone, source: due.owner, time: due.at.toISOString() }),
  dedupeKey: dedupeKeyOf(due),
})
