import { handoverState } from '@lianxi/domain/cross-region/handover'
import { dayOf } from '@lianxi/domain/time/calendar'
import { HandoverAgreed, HandoverDropped, HandoverReached } from '@lianxi/schema/events/cross-region'
import type { HandoverView } from '@lianxi/schema/views/cross-region'
import { WorkField } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { empty, type Reading, sql } from '../../client'
import { type Board, CURRENT } from '../base/board'
import { iso } from '../base/parts'
import { type Reference, regionName } from '../base/reference'

const Row = z.object({
  agreed: HandoverAgreed,
  reached: HandoverReached.nullable(),
  dropped: HandoverDropped.nullable(),
  seen: z.string(),
  name: z.string(),
  field: WorkField.nullable(),
  at: z.string(),
})
type Asked = { db: Reading; zone: string; board?: Board; subject?: string }

/** 衔接节点 of a zone or of one project, as they were said and when last; the earliest due first. */
export async function readHandoversSaid({ db, zone, board = CURRENT, subject }: Asked): Promise<z.infer<typeof Row>[]> {
  const only = subject === undefined ? empty : sql`AND h.doc->>'subject' = ${subject}`
  // An event id is a UUIDv7: the greatest is the last one said.
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT h.doc AS agreed, r.doc AS reached, d.doc AS dropped,
      greatest(h.event_id::text, r.event_id::text, d.event_id::text) AS seen,
      coalesce(s.name, h.doc->>'subject') AS name, s.domain AS field, ${iso('greatest(h.valid_from, r.valid_from, d.valid_from)')} AS at
    FROM ${board.fact} h
    LEFT JOIN ${board.fact} r ON r.zone = h.zone AND r.kind = 'handover-reached' AND r.code = h.code
    LEFT JOIN ${board.fact} d ON d.zone = h.zone AND d.kind = 'handover-dropped' AND d.code = h.code
    LEFT JOIN ${board.subject} s ON s.zone = h.zone AND s.code = h.doc->>'subject'
    WHERE h.zone = ${zone} AND h.kind = 'handover' ${only}
    ORDER BY h.doc->>'dueOn', h.code`)
  return z.array(Row).parse(rows)
}

/** What a decision rests on. */
export async function readKnownHandovers(db: Reading, zone: string, subject: string) {
  const said = await readHandoversSaid({ db, zone, subject })
  return said.map(({ agreed, reached, dropped, seen }) => ({
    ...{ code: agreed.code, seen, dropped: dropped !== null, reachedOn: reached?.reachedOn ?? null },
  }))
}

type Shown = { db: Reading; reference: Reference; board: Board; now: Date }

/** The same with names, as they stand on the picture's day. */
export async function readHandovers(
  { db, reference, board, now }: Shown,
  only: { subject?: string } = {},
): Promise<HandoverView[]> {
  const today = dayOf(now.toISOString())
  const said = await readHandoversSaid({ db, zone: reference.zone.code, board, ...only })
  return said.map(({ agreed, reached, dropped, seen, name }) => {
    const { by: _by, giver, receiver, person, on, ...kept } = agreed
    const reachedOn = reached?.reachedOn ?? null
    const last = dropped ?? (reachedOn === null ? null : reached)
    return {
      ...kept,
      name,
      ...{ giver: regionName(reference, giver), receiver: regionName(reference, receiver), seen, reachedOn },
      state: handoverState({ dueOn: agreed.dueOn, reachedOn, dropped: dropped !== null }, today),
      note: dropped?.reason ?? (last === null ? '' : (reached?.note ?? '')),
      ...{ person: last?.person ?? person, on: last?.on ?? on },
    }
  })
}
