import type { Pool } from 'pg'
import { insertOutboxInTx, type OutgoingEvent } from '@lianxi/db/outbox/insert'
import { importReportsInTx } from '@lianxi/db/report/import'
import { encodeEvent } from '@lianxi/schema/events/encode'
import { demoEventId } from '../history/event-id'
import type { Batch, PlayedEvent } from '../history/play'
import { adoptedAt } from '../history/stops'
import { ZONE } from '../lists/regions'
import { type Subjects, yearLists } from '../lists/year-lists'
import { markStopInTx } from './progress-mark'

/** A year's lists as outgoing events; the dedupe key is the fact, so they are published once. */
export function listEvents(year: number, subjects: Subjects): OutgoingEvent[] {
  const at = adoptedAt(year)
  return yearLists(year, subjects).map(({ event, source }, index) => ({
    ...encodeEvent(event, { id: demoEventId(at, 'list', year, index), zone: ZONE, source, time: at.toISOString() }),
    dedupeKey: `demo:list:${year}:${index}`,
  }))
}

const outgoing = ({ id, event, source, at }: PlayedEvent): OutgoingEvent => ({
  ...encodeEvent(event, { id, zone: ZONE, source, time: at.toISOString() }),
  dedupeKey: `demo:${id}`,
})

/** One stop of the demo in one transaction: the offices' tables, the outbox and the mark that it is done. */
export async function writeStop(
  pool: Pool,
  stop: { index: number; label: string },
  lists: OutgoingEvent[],
  { reports, events }: Batch,
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const run = (sql: string, parameters: unknown[]) => client.query(sql, parameters)
    await importReportsInTx(run, reports)
    await insertOutboxInTx(run, [...lists, ...events.map(outgoing)])
    await markStopInTx(client, stop.index, stop.label)
    await client.query('COMMIT')
    client.release()
  } catch (error) {
    client.release(true) // closing the connection rolls back
    throw error
  }
}
