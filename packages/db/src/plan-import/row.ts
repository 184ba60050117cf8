import { SheetMapping } from '@lianxi/schema/commands/plan-import'
import { z } from 'zod'
import { type Reading, sql } from '../client'
import { unpackSheets } from './packed-sheets'
import type { Sheet } from '@lianxi/office-files/plain-cell'

export type StoredImport = {
  id: string
  zone: string
  owner: string | null
  fileName: string
  sheets: Sheet[]
  mapping: SheetMapping[]
  version: number
  actorName: string
  createdAt: Date
  appliedAt: Date | null
  appliedBy: string | null
  events: string[]
}

export async function findPlanImport(db: Reading, zone: string, id: string): Promise<StoredImport | undefined> {
  const row = await db.planImport.findUnique({ where: { id } })
  if (row === null || row.zone !== zone) return undefined
  return { ...row, sheets: unpackSheets(row.sheets), mapping: z.array(SheetMapping).parse(row.mapping) }
}

/** How far the events of an application have come: on the board, or parked by the worker. */
export async function readArrived(db: Reading, zone: string, events: readonly string[]) {
  const topic = `lianxi.${zone}.plan.v1`
  const [row] = await db.$queryRaw<{ done: number; parked: number }[]>(sql`
    SELECT (SELECT count(*)::int FROM ingested_event WHERE topic = ${topic} AND event_id = ANY (${events}::uuid[])) AS done,
      (SELECT count(*)::int FROM outbox WHERE event_id = ANY (${events}::uuid[]) AND refused_reason IS NOT NULL) AS parked`)
  return { done: row?.done ?? 0, parked: row?.parked ?? 0 }
}

/**
 * True while something of an earlier import of the zone is on its way: the board would not know it yet. What has not
 * come ten minutes after the broker had it was parked; the administrator sees it, and it holds up nobody.
 */
export async function hasImportRunning(db: Reading, zone: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ running: boolean }[]>(sql`
    SELECT EXISTS (
      SELECT FROM (SELECT events FROM plan_import WHERE zone = ${zone} AND applied_at IS NOT NULL
                   ORDER BY applied_at DESC LIMIT 3) i, unnest(i.events) AS e (id)
        JOIN outbox o ON o.event_id = e.id AND o.refused_reason IS NULL
          AND (o.published_at IS NULL OR o.published_at > clock_timestamp() - interval '10 minutes')
      WHERE NOT EXISTS (SELECT FROM ingested_event x WHERE x.topic = o.topic AND x.event_id = e.id)) AS running`)
  return row?.running ?? false
}
