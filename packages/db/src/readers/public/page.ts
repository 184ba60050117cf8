import { findsAll, searchWords } from '@lianxi/schema/search-words'
import { type PublicInput, PUBLIC_PAGE, type PublicPage, type PublicZone } from '@lianxi/schema/views/public'
import { type Database, type Reading, sql } from '../../client'
import { boardAt } from '../base/board'
import { dayInChina, stampText } from '../base/parts'
import { type PublicEntry, type PublicIndex, readPublicIndex } from './index'
import { readPublicItems } from './items'
import { regionName, zoneName } from '../base/reference'
import { findLastSaid } from '../moment/last-said'
import type { Recall } from '../moment/recall'

/** What is public is a function of these two; the tag of everything that is given out. */
export type PublicMoment = { stamp: string; today: string }

/** Now; undefined before anything was ever applied. */
export async function findPublicMoment(db: Reading): Promise<PublicMoment | undefined> {
  const [row] = await db.$queryRaw<PublicMoment[]>(sql`
    SELECT ${stampText('last_stamp')} AS stamp, ${dayInChina('clock()')} AS today
    FROM board_clock WHERE EXISTS (SELECT FROM chunk)`)
  return row
}

/** Zones anybody may ask for, by name. */
export async function readPublicZones(db: Reading): Promise<{ code: string; name: string; reviewBody: string }[]> {
  return db.$queryRaw(sql`
    SELECT f.code, f.doc->>'name' AS name, f.doc->>'reviewBody' AS "reviewBody" FROM board.fact f
    WHERE f.kind = 'zone' AND f.code = f.zone ORDER BY f.doc->>'name' COLLATE zh`)
}

/** The zone's index at a moment; undefined: nobody has listed such a zone. */
export async function findPublicIndex(
  db: Reading,
  zone: string,
  { stamp, today }: PublicMoment,
  recall: Recall,
): Promise<PublicIndex | undefined> {
  const said = await findLastSaid(db, zone, stamp)
  const index = await recall(JSON.stringify(['public', zone, said, today]), () =>
    readPublicIndex(db, zone, today, boardAt(stamp)),
  )
  return index.reference.zone.name === zone ? undefined : index
}

/** Lists, regions and years with anything public in them. */
export function publicZone({ reference, today, entries }: PublicIndex, stamp: string): PublicZone {
  const counts = new Map<string, number>()
  for (const { list } of entries) counts.set(list, (counts.get(list) ?? 0) + 1)
  const lists = [...reference.lists.values()].flatMap(({ code, name, year, adoptedBy, adoptedOn }) => {
    const items = counts.get(code)
    return items === undefined ? [] : [{ code, name, year, adoptedBy, adoptedOn, items }]
  })
  const regions = [...new Set(entries.map(({ region }) => region))].sort()
  return {
    ...{ zone: zoneName(reference), stamp, today },
    lists: lists.sort((a, b) => b.year - a.year || a.code.localeCompare(b.code)),
    regions: regions.map((code) => ({
      ...regionName(reference, code),
      parent: reference.regions.get(code)?.parent ?? null,
    })),
    years: [...new Set(entries.map(({ year }) => year))].sort((a, b) => b - a),
  }
}

type Filters = Omit<PublicInput, 'zone' | 'page'>

/** The entries a filter leaves, in the order of the lists. */
export function filteredEntries(entries: readonly PublicEntry[], filters: Filters): PublicEntry[] {
  const { q, ...equal } = filters
  const words = searchWords(q)
  const names = ['list', 'region', 'year', 'kind', 'field'] as const
  return entries.filter(
    (entry) =>
      names.every((name) => equal[name] === undefined || equal[name] === entry[name]) &&
      findsAll(words, [entry.name, entry.subject]),
  )
}

/** One page of what is public in a zone. */
export async function readPublicPage(
  db: Database,
  index: PublicIndex,
  stamp: string,
  { page, zone: _zone, ...filters }: PublicInput,
): Promise<PublicPage> {
  const left = filteredEntries(index.entries, filters)
  const codes = left.slice((page - 1) * PUBLIC_PAGE, page * PUBLIC_PAGE).map(({ code }) => code)
  const items = codes.length === 0 ? [] : await readPublicItems(db, index, codes, boardAt(stamp))
  return { ...publicZone(index, stamp), items, total: left.length, page, pageSize: PUBLIC_PAGE }
}
