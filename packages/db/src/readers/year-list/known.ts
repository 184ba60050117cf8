import { regionOfList } from '@lianxi/domain/year-list/list-code'
import { mayDraft, type Viewer } from '@lianxi/domain/year-list/viewer'
import { YearListState } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Reading, sql } from '../../client'
import type { Reference } from '../base/reference'

const Known = z.object({
  code: z.string(),
  name: z.string(),
  year: z.int(),
  region: z.string().nullable(),
  owner: z.string(),
  phase: YearListState,
  basis: z.string().nullable(),
  on: z.string().nullable(),
  web: z.boolean(),
})
/** A list without its items; `web`: it has a row of the web, others only the plan topic knows. */
export type KnownList = z.infer<typeof Known>

/** Every list of the zone the viewer may know of. A draft that has not been sent out is its drafter's alone. */
export async function readKnownLists(db: Reading, reference: Reference, viewer: Viewer): Promise<KnownList[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('code', code, 'name', name, 'year', year, 'region', region, 'owner', owner,
      'phase', phase, 'basis', adopted_basis, 'on', adopted_on, 'web', true) AS row
    FROM year_list WHERE zone = ${reference.zone.code}`)
  const own = rows.map(({ row }) => Known.parse(row))
  const codes = new Set(own.map(({ code }) => code))
  const told = [...reference.lists.values()]
    .filter(({ code }) => !codes.has(code))
    .map(({ code, name, year, owner, adoptedBy: basis, adoptedOn: on }): KnownList => ({
      ...{ code, name, year, owner, basis, on, region: regionOfList(code), phase: 'adopted', web: false },
    }))
  const lead = reference.zone.listLead ?? []
  return [...own, ...told].filter(({ phase, region }) => phase !== 'draft' || mayDraft(viewer, region, lead))
}

const Counted = z.object({ list: z.string(), items: z.int(), agreed: z.int(), disputed: z.int(), yours: z.int() })
export type ListCounts = Omit<z.infer<typeof Counted>, 'list'>

/** How many items these lists have, and how they were answered; what the plan topic alone knows was adopted, so all agreed. */
export async function countItems(
  db: Reading,
  zone: string,
  lists: readonly KnownList[],
  viewer: Viewer,
): Promise<Map<string, ListCounts>> {
  const codes = (web: boolean) => lists.filter((list) => list.web === web).map(({ code }) => code)
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('list', list, 'items', count(*),
      'agreed', count(*) FILTER (WHERE answer IN ('accepted', 'settled')),
      'disputed', count(*) FILTER (WHERE answer IN ('objected', 'asked')),
      'yours', count(*) FILTER (WHERE answer = 'open' AND region = ANY (${[...viewer.regions]}::text[]))) AS row
    FROM year_list_item WHERE zone = ${zone} AND list = ANY (${codes(true)}::text[]) GROUP BY list
    UNION ALL
    SELECT jsonb_build_object('list', list, 'items', count(*), 'agreed', count(*), 'disputed', 0, 'yours', 0)
    FROM board.item WHERE zone = ${zone} AND list = ANY (${codes(false)}::text[]) GROUP BY list`)
  return new Map(
    rows.map(({ row }) => {
      const { list, ...counts } = Counted.parse(row)
      return [list, counts]
    }),
  )
}
