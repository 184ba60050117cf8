import type { Viewer } from '@lianxi/domain/year-list/viewer'
import { leadText, mayDraft } from '@lianxi/domain/year-list/viewer'
import type { YearListLine } from '@lianxi/schema/views/year-list'
import { type YearLists } from '@lianxi/schema/views/year-list'
import { YearListState } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Database, sql } from '../../client'
import { bodyName, readReference, type Reference, regionName, zoneName } from '../base/reference'
import { readNow } from '../moment/stream-state'

const Row = z.object({
  code: z.string(),
  name: z.string(),
  year: z.int(),
  region: z.string().nullable(),
  owner: z.string(),
  phase: YearListState,
  basis: z.string().nullable(),
  on: z.string().nullable(),
  items: z.int(),
  agreed: z.int(),
  disputed: z.int(),
  yours: z.int(),
})

/**
 * The zone's lists, newest year first: those of the web, and those only the plan topic knows. A draft that has not
 * been sent out is its drafter's alone.
 */
export async function readYearLists(db: Database, zone: string, viewer: Viewer): Promise<YearLists> {
  const [reference, rows, now] = await Promise.all([
    readReference(db, zone),
    db.$queryRaw<{ row: unknown }[]>(sql`
      SELECT jsonb_build_object('code', l.code, 'name', l.name, 'year', l.year, 'region', l.region, 'owner', l.owner,
        'phase', l.phase, 'basis', l.adopted_basis, 'on', l.adopted_on, 'items', count(i.code),
        'agreed', count(*) FILTER (WHERE i.answer IN ('accepted', 'settled')),
        'disputed', count(*) FILTER (WHERE i.answer IN ('objected', 'asked')),
        'yours', count(*) FILTER (WHERE i.answer = 'open' AND i.region = ANY (${viewer.regions}::text[]))) AS row
      FROM year_list l LEFT JOIN year_list_item i ON i.zone = l.zone AND i.list = l.code
      WHERE l.zone = ${zone} GROUP BY l.zone, l.code
      UNION ALL
      SELECT jsonb_build_object('code', f.code, 'name', f.doc->>'name', 'year', (f.doc->>'year')::int,
        'region', CASE WHEN f.code ~ '^L-[0-9]{6}-' THEN substr(f.code, 3, 6) END, 'owner', f.doc->>'owner',
        'phase', 'adopted', 'basis', f.doc->>'adoptedBy', 'on', f.doc->>'adoptedOn',
        'items', (SELECT count(*) FROM board.item i WHERE i.zone = f.zone AND i.list = f.code),
        'agreed', (SELECT count(*) FROM board.item i WHERE i.zone = f.zone AND i.list = f.code),
        'disputed', 0, 'yours', 0)
      FROM board.fact f WHERE f.zone = ${zone} AND f.kind = 'list'
        AND NOT EXISTS (SELECT FROM year_list l WHERE l.zone = f.zone AND l.code = f.code)`),
    readNow(db),
  ])
  const lists = rows
    .map(({ row }) => Row.parse(row))
    .filter(({ phase, region }) => phase !== 'draft' || mayDraft(viewer, region, reference.zone.listLead ?? []))
    .map((row) => lineOf(reference, row))
    .sort((a, b) => b.year - a.year || (a.code < b.code ? 1 : -1))
  const { listLead = [] } = reference.zone
  return {
    ...{ zone: zoneName(reference), lists, drafts: draftsOf(reference, lists, viewer, now.getUTCFullYear()) },
    lead: listLead.length === 0 ? null : leadText(listLead, (body) => bodyName(reference, body).name),
  }
}

function lineOf(reference: Reference, row: z.infer<typeof Row>): YearListLine {
  const { code, name, year, region, owner, phase, basis, on, items, agreed, disputed, yours } = row
  return {
    ...{ code, name, year, phase, items, agreed, disputed, yours: phase === 'consulting' ? yours : 0 },
    region: region === null ? null : regionName(reference, region),
    owner: bodyName(reference, owner),
    adopted: basis === null || on === null ? null : { basis, on },
  }
}

/** 转型升级年度重点任务清单, as the zone's mechanism calls it; what stands in brackets explains it. */
function listNameOf({ zone: { code, mechanism = [] } }: Reference): string | null {
  const stated = mechanism.find(({ of, fact }) => of === code && fact === 'list-name')
  return stated?.said?.[0]?.replace(/[（(].*$/, '') ?? null
}

/** For whom the viewer may draft, the year after his last list, and what he may carry over. */
function draftsOf(reference: Reference, lists: YearListLine[], viewer: Viewer, thisYear: number): YearLists['drafts'] {
  const ofZone = mayDraft(viewer, null, reference.zone.listLead ?? [])
  const owners = [...(ofZone ? [null] : []), ...viewer.regions]
  return owners.map((region) => {
    const own = lists.filter((list) => (list.region?.code ?? null) === region)
    return {
      region: region === null ? null : regionName(reference, region),
      listName: region === null ? listNameOf(reference) : null,
      nextYear: Math.max(thisYear, ...own.map(({ year }) => year + 1)),
      earlier: own.filter(({ phase }) => phase === 'adopted').map(({ code, name }) => ({ code, name })),
    }
  })
}
