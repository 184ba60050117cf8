import { ItemContent, Proposal } from '@lianxi/schema/commands/year-list'
import { CalendarRule } from '@lianxi/schema/events/commitments'
import { ItemAnswer, YearListState } from '@lianxi/schema/vocabulary'
import type { ListItem, YearList } from '@lianxi/domain/year-list/state'
import { z } from 'zod'
import type { Reading } from '../client'
import { findOnBoard } from './board-list'

const Said = z.object({ reason: z.string(), proposal: Proposal.nullable(), by: z.string() })
const Reply = z.object({ reason: z.string(), by: z.string() })
const Wholes = z.array(z.object({ subject: z.string(), value: z.string() }))

/** A list with its items as it stands: the web's row, else what the plan topic told of a list that never had one. */
export async function findYearList(db: Reading, zone: string, code: string): Promise<YearList | undefined> {
  const row = await db.yearList.findUnique({
    where: { zone_code: { zone, code } },
    include: { items: { orderBy: { position: 'asc' } } },
  })
  if (row === null) return findOnBoard(db, { zone, code }, null)
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
