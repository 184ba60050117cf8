import type { KnownMeeting } from '@lianxi/domain/meeting/decide'
import { MeetingHeld, MeetingStruck } from '@lianxi/schema/events/meetings'
import { z } from 'zod'
import { type Reading, sql } from '../../client'
import { type Board, CURRENT } from '../base/board'

const Row = z.object({ code: z.string(), seen: z.string(), doc: z.union([MeetingHeld, MeetingStruck]) })

/** Every entry of the zone's register, what was struck too: its number is not given again. */
export async function readKnownMeetings(db: Reading, zone: string, board: Board = CURRENT): Promise<KnownMeeting[]> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT f.code, f.event_id::text AS seen, f.doc FROM ${board.fact} f WHERE f.zone = ${zone} AND f.kind = 'meeting'
    ORDER BY f.code`)
  return z
    .array(Row)
    .parse(rows)
    .map(({ doc, ...one }) => ({ ...one, held: 'heldAt' in doc ? doc : null }))
}

/** The zone's meetings as a board knows them. */
export async function readMeetingsHeld(db: Reading, zone: string, board: Board = CURRENT): Promise<MeetingHeld[]> {
  const known = await readKnownMeetings(db, zone, board)
  return known.flatMap(({ held }) => (held === null ? [] : [held]))
}
