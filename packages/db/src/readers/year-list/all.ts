import type { Viewer } from '@lianxi/domain/year-list/viewer'
import { leadText, mayDraft } from '@lianxi/domain/year-list/viewer'
import type { YearListLine, YearLists, YearListsInput } from '@lianxi/schema/views/year-list'
import type { Database } from '../../client'
import { bodyName, placeName, readReference, type Reference, regionName, zoneName } from '../base/reference'
import { readNow } from '../moment/stream-state'
import { countItems, type KnownList, type ListCounts, readKnownLists } from './known'

/** As many stand under each other without anybody looking for one: a zone of a few regions over all its years. */
const FEW = 60
const NONE: ListCounts = { items: 0, agreed: 0, disputed: 0, yours: 0 }

/**
 * The zone's lists: those of the web, and those only the plan topic knows. A year at a time, the latest first, where
 * there are many; of one region all its years. Items are counted for the lists shown alone.
 * @param home regions of the viewer: their lists stand first
 */
export async function readYearLists(
  db: Database,
  { zone, year = null, of = null, phase = null }: YearListsInput,
  viewer: Viewer,
  home: readonly string[] = [],
): Promise<YearLists> {
  const [reference, now] = await Promise.all([readReference(db, zone), readNow(db)])
  const known = await readKnownLists(db, reference, viewer)
  const left = known.filter(
    (list) => (of === null || (list.region ?? zone) === of) && (phase === null || list.phase === phase),
  )
  const [years, few] = [yearsOf(left), left.length <= FEW]
  const shownYear = year ?? (few ? null : (years[0]?.year ?? null))
  const lists = left.filter((list) => shownYear === null || list.year === shownYear).sort(inOrder(home))
  const counts = await countItems(db, zone, lists, viewer)
  const { listLead = [] } = reference.zone
  return {
    ...{ zone: zoneName(reference), year: shownYear, years, few },
    lists: lists.map((list) => lineOf(reference, list, counts.get(list.code) ?? NONE)),
    owners: [...new Set(known.map(({ region }) => region ?? zone))]
      .sort((a, b) => rank(a, zone, home) - rank(b, zone, home) || (a < b ? -1 : 1))
      .map((code) => ({ code, name: code === zone ? '全区' : placeName(reference, code) })),
    drafts: draftsOf(reference, known, viewer, now.getUTCFullYear()),
    lead: listLead.length === 0 ? null : leadText(listLead, (body) => bodyName(reference, body).name),
  }
}

function yearsOf(lists: readonly KnownList[]): YearLists['years'] {
  const counts = new Map<number, number>()
  for (const { year } of lists) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => b - a).map(([year, count]) => ({ year, lists: count }))
}

/** The zone's own first, then those of the viewer's regions, then by code. */
const rank = (owner: string, zone: string, home: readonly string[]): number =>
  owner === zone ? 0 : home.includes(owner) ? 1 : 2

const inOrder =
  (home: readonly string[]) =>
  (a: KnownList, b: KnownList): number =>
    b.year - a.year || rank(a.region ?? '', '', home) - rank(b.region ?? '', '', home) || (a.code < b.code ? -1 : 1)

function lineOf(reference: Reference, list: KnownList, counts: ListCounts): YearListLine {
  const { code, name, year, region, owner, phase, basis, on } = list
  return {
    ...{ code, name, year, phase, ...counts, yours: phase === 'consulting' ? counts.yours : 0 },
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

/** For whom the viewer may draft, the year after his last list, what he may carry over and what he has begun. */
function draftsOf(reference: Reference, lists: KnownList[], viewer: Viewer, thisYear: number): YearLists['drafts'] {
  const ofZone = mayDraft(viewer, null, reference.zone.listLead ?? [])
  const owners = [...(ofZone ? [null] : []), ...viewer.regions]
  return owners.map((region) => {
    const own = lists.filter((list) => list.region === region).sort((a, b) => b.year - a.year)
    const named = (adopted: boolean) =>
      own.filter(({ phase }) => (phase === 'adopted') === adopted).map(({ code, name }) => ({ code, name }))
    return {
      region: region === null ? null : regionName(reference, region),
      listName: region === null ? listNameOf(reference) : null,
      nextYear: Math.max(thisYear, ...own.map(({ year }) => year + 1)),
      ...{ earlier: named(true), open: named(false) },
    }
  })
}
