import { ItemContent, Proposal } from '@lianxi/schema/commands/year-list'
import { CalendarRule, ItemListed, ListAdopted } from '@lianxi/schema/events/commitments'
import { Frequency } from '@lianxi/schema/period'
import { ItemAnswer, YearListState } from '@lianxi/schema/vocabulary'
import { regionOfList } from '@lianxi/domain/year-list/list-code'
import type { ListItem, YearList } from '@lianxi/domain/year-list/state'
import { z } from 'zod'
import { type Reading, sql } from '../client'

const Said = z.object({ reason: z.string(), proposal: Proposal.nullable(), by: z.string() })
const Reply = z.object({ reason: z.string(), by: z.string() })
const Wholes = z.array(z.object({ subject: z.string(), value: z.string() }))

/** A list with its items as it stands: the web's row, else what the plan topic told of a list that never had one. */
export async function findYearList(db: Reading, zone: string, code: string): Promise<YearList | undefined> {
  const row = await db.yearList.findUnique({
    where: { zone_code: { zone, code } },
    include: { items: { orderBy: { position: 'asc' } } },
  })
  if (row === null) return findOnBoard(db, zone, code)
  const { region, year, owner, version, name, adoptedBasis: basis, adoptedOn: on } = row
  return {
    ...{ zone, code, region, year, owner, version, name },
    phase: YearListState.parse(row.phase),
    calendar: z.array(CalendarRule).parse(row.calendar),
    wholes: Wholes.parse(row.wholes),
    adopted: basis === null || on === null ? null : { basis, on },
    items: row.items.map(
      ({ code: item, position, version: seen, content, answer, said, reply, revision }): ListItem => ({
        ...{ code: item, position, version: seen, revision },
        content: ItemContent.parse(content),
        answer: ItemAnswer.parse(answer),
        said: Said.nullable().parse(said),
        reply: Reply.nullable().parse(reply),
      }),
    ),
  }
}

const BoardItem = z.object({
  doc: ItemListed,
  duty: z.object({ body: z.string(), frequency: Frequency }).nullable(),
})

async function findOnBoard(db: Reading, zone: string, code: string): Promise<YearList | undefined> {
  const rows = await db.$queryRaw<{ list: unknown; items: unknown }[]>(sql`
    SELECT f.doc AS list, coalesce((SELECT jsonb_agg(jsonb_build_object('doc', i.doc, 'duty',
        (SELECT jsonb_build_object('body', d.body, 'frequency', d.frequency) FROM board.duty d
         WHERE (d.zone, d.subject, d.region, d.year) = (i.zone, i.subject, i.region, i.year))) ORDER BY i.position)
      FROM board.item i WHERE i.zone = f.zone AND i.list = f.code), '[]') AS items
    FROM board.fact f WHERE f.zone = ${zone} AND f.kind = 'list' AND f.code = ${code}`)
  const [row] = rows
  if (row === undefined) return undefined
  const { year, owner, name, calendar, adoptedBy: basis, adoptedOn: on } = ListAdopted.parse(row.list)
  const items = z.array(BoardItem).parse(row.items)
  return {
    ...{ zone, code, region: regionOfList(code), year, owner, name, calendar },
    ...{ phase: 'adopted', version: 0, wholes: [], adopted: { basis, on } },
    items: items.map(({ doc, duty }) => ({
      ...{ code: doc.code, position: doc.order, version: 0, answer: 'accepted', said: null, reply: null, revision: 0 },
      content: contentOf(doc, duty),
    })),
  }
}

/** What an item of the plan topic says, as the form has it. Nobody's duty yet: the lead body reports. */
export function contentOf(doc: ItemListed, duty: { body: string; frequency: Frequency } | null): ItemContent {
  const { subject, kind, region, attribute, visibility, leadBody, coBodies, measures, deadline, target, project } = doc
  return {
    ...{ subject, kind, region, attribute, visibility, leadBody, coBodies, deadline, target, project },
    ...{ body: duty?.body ?? leadBody, frequency: duty?.frequency ?? 'quarter' },
    ...{ leader: '', person: '', measures: measures ?? '' },
  }
}
