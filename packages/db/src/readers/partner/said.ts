import type { KnownPartnership } from '@lianxi/domain/partner/decide'
import { partnershipState } from '@lianxi/domain/partner/state'
import { PartnerAnswered, PartnerEnded, PartnerInvited } from '@lianxi/schema/events/partner'
import type { PartnershipState } from '@lianxi/schema/partner-vocabulary'
import { WorkField } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Reading, type Sql, sql } from '../../client'
import { type Board, CURRENT } from '../base/board'
import { iso } from '../base/parts'

const Row = z.object({
  ofZone: z.string(),
  invited: PartnerInvited,
  invitation: z.string(),
  answered: PartnerAnswered.nullable(),
  endedHere: PartnerEnded.nullable(),
  endedThere: PartnerEnded.nullable(),
  seen: z.string(),
  name: z.string(),
  field: WorkField.nullable(),
  at: z.string(),
})
export type PartnershipSaid = z.infer<typeof Row> & { state: PartnershipState }

/** What `zone` said of the invitation `i` under a kind, as row `alias`; of another invitation nothing. */
const saidOf = (alias: Sql, board: Board, zone: Sql, kind: string): Sql => sql`
  LEFT JOIN ${board.fact} ${alias} ON ${alias}.zone = ${zone} AND ${alias}.kind = ${kind}
    AND ${alias}.code = i.zone || ':' || i.code AND ${alias}.doc->>'invitation' = i.event_id::text`

type Asked = { db: Reading; board?: Board; zone: string; subject?: string | undefined }

/**
 * Partnerships in which a zone is either side, as both topics tell them: each side's words are facts of its own zone,
 * joined here, so that whichever comes first waits for the other. `subject`: of that project of the zone alone.
 */
export async function readPartnershipsSaid({ db, board = CURRENT, zone, subject }: Asked): Promise<PartnershipSaid[]> {
  const [a, o, p] = [sql`a`, sql`o`, sql`p`]
  const only =
    subject === undefined
      ? sql`(i.zone = ${zone} OR i.doc->>'partnerZone' = ${zone})`
      : sql`i.zone = ${zone} AND i.doc->>'subject' = ${subject}`
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('ofZone', i.zone, 'invited', i.doc, 'invitation', i.event_id, 'answered', a.doc,
      'endedHere', o.doc, 'endedThere', p.doc, 'name', coalesce(s.name, i.doc->>'subject'), 'field', s.domain,
      'seen', greatest(i.event_id::text, a.event_id::text, o.event_id::text, p.event_id::text),
      'at', ${iso('greatest(i.valid_from, a.valid_from, o.valid_from, p.valid_from)')}) AS row
    FROM ${board.fact} i
    ${saidOf(a, board, sql`i.doc->>'partnerZone'`, 'partner-answered')}
    ${saidOf(o, board, sql`i.zone`, 'partner-ended')}
    ${saidOf(p, board, sql`i.doc->>'partnerZone'`, 'partner-ended')}
    LEFT JOIN ${board.subject} s ON s.zone = i.zone AND s.code = i.doc->>'subject'
    WHERE i.kind = 'partner' AND ${only} AND i.doc->>'partnerZone' <> i.zone
    ORDER BY i.zone, i.code`)
  return rows.map(({ row }) => {
    const said = Row.parse(row)
    const { invitation, answered, endedHere, endedThere } = said
    const endings = [endedHere, endedThere].flatMap((ended) => (ended === null ? [] : [ended]))
    return { ...said, state: partnershipState({ invitation, answer: answered ?? undefined, endings }) }
  })
}

/** What a decision rests on. */
export async function readKnownPartnerships(
  db: Reading,
  ofZone: string,
  subject: string,
  board: Board = CURRENT,
): Promise<KnownPartnership[]> {
  const said = await readPartnershipsSaid({ db, board, zone: ofZone, subject })
  return said.map(({ invited, invitation, seen, state }) => {
    const { code, partnerZone, partnerRegion: region, partnerBody: body, sharePercent } = invited
    return { code, invitation, seen, state, partnerZone, region, body, sharePercent }
  })
}

/** Whether a zone was ever asked into a project: then it knows of it, although its plan is not public. */
export async function wasInvited(
  db: Reading,
  { zone, ofZone, subject }: { zone: string; ofZone: string; subject: string },
) {
  const said = await readPartnershipsSaid({ db, zone: ofZone, subject })
  return said.some(({ invited }) => invited.partnerZone === zone)
}
