import type { ItemContent } from '@lianxi/schema/commands/year-list'
import { ItemListed, ListAdopted } from '@lianxi/schema/events/commitments'
import { Frequency } from '@lianxi/schema/period'
import { regionOfList } from '@lianxi/domain/year-list/list-code'
import type { YearList } from '@lianxi/domain/year-list/state'
import { z } from 'zod'
import { type Reading, raw, type Sql, sql } from '../client'

const BoardItem = z.object({
  doc: ItemListed,
  revision: z.int(),
  duty: z.object({ body: z.string(), frequency: Frequency }).nullable(),
})

/** A table of the board, or with a stamp what it held then: the row that stood, whether it still stands or is history. */
function tableAt(name: 'fact' | 'item' | 'duty', columns: string, asOf: string | null): Sql {
  if (asOf === null) return sql`board.${raw(name)}`
  return sql`(SELECT ${raw(columns)} FROM board.${raw(name)} WHERE valid_from <= ${asOf}::timestamptz
    UNION ALL SELECT ${raw(columns)} FROM board.${raw(`${name}_history`)} WHERE valid @> ${asOf}::timestamptz)`
}

/**
 * An adopted list as the plan topic told it, now or at a past stamp of the board. Names of persons are not on the topic
 * and therefore not in it.
 */
export async function findOnBoard(
  db: Reading,
  { zone, code }: { zone: string; code: string },
  asOf: string | null,
): Promise<YearList | undefined> {
  const rows = await db.$queryRaw<{ list: unknown; items: unknown }[]>(sql`
    SELECT f.doc AS list, coalesce((SELECT jsonb_agg(jsonb_build_object('doc', i.doc,
        'revision', coalesce((SELECT (e.data->>'revision')::int FROM ingested_event e WHERE e.event_id = i.event_id
          AND e.topic = 'lianxi.' || i.zone || '.plan.v1' AND e.type = 'lianxi.item.revised.v1'), 0),
        'duty', (SELECT jsonb_build_object('body', d.body, 'frequency', d.frequency)
         FROM ${tableAt('duty', 'zone, subject, region, year, body, frequency', asOf)} d
         WHERE (d.zone, d.subject, d.region, d.year) = (i.zone, i.subject, i.region, i.year))) ORDER BY i.position)
      FROM ${tableAt('item', 'zone, code, list, subject, region, year, position, doc, event_id', asOf)} i
      WHERE i.zone = f.zone AND i.list = f.code), '[]') AS items
    FROM ${tableAt('fact', 'zone, kind, code, doc', asOf)} f
    WHERE f.zone = ${zone} AND f.kind = 'list' AND f.code = ${code}`)
  const [row] = rows
  if (row === undefined) return undefined
  const { year, owner, name, calendar, adoptedBy: basis, adoptedOn: on } = ListAdopted.parse(row.list)
  const items = z.array(BoardItem).parse(row.items)
  return {
    ...{ zone, code, region: regionOfList(code), year, owner, name, calendar },
    ...{ phase: 'adopted', version: 0, wholes: [], adopted: { basis, on } },
    items: items.map(({ doc, duty, revision }) => ({
      ...{ code: doc.code, position: doc.order, version: 0, answer: 'accepted', said: null, reply: null, revision },
      content: contentOf(doc, duty),
    })),
  }
}

/** What an item of the plan topic says, as the form has it. Nobody's duty yet: the lead body reports. */
function contentOf(doc: ItemListed, duty: { body: string; frequency: Frequency } | null): ItemContent {
  const { subject, kind, region, attribute, visibility, leadBody, coBodies, measures, deadline, target, project } = doc
  return {
    ...{ subject, kind, region, attribute, visibility, leadBody, coBodies, deadline, target, project },
    ...{ body: duty?.body ?? leadBody, frequency: duty?.frequency ?? 'quarter' },
    ...{ leader: '', person: '', measures: measures ?? '' },
  }
}
