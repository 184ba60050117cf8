import { setImmediate } from 'node:timers/promises'
import { findContradiction, rollingPlace } from '@lianxi/domain/project/rolling'
import { contains } from '@lianxi/domain/project/apart'
import type { LibraryEntry } from '@lianxi/domain/project/library'
import { findsAll, searchWords } from '@lianxi/schema/search-words'
import type { ProjectListed } from '@lianxi/schema/events/facts'
import type { LibraryInput, LibraryList, LibraryRow } from '@lianxi/schema/views/library'
import { rung as rungs } from '@lianxi/schema/library-vocabulary'
import { type Stage, workField } from '@lianxi/schema/vocabulary'
import type { Database } from '../../client'
import { readEntries } from '../../project/known'
import {
  groupListings,
  type KnownListing,
  openSuspicions,
  readKnownListings,
  readLastStages,
  settledBy,
} from './listings'
import { type Sight, visibleRegions } from '../moment/frame'
import { readReference, type Reference, regionName, reportingRegions } from '../base/reference'
import { readStreamState, readToday } from '../moment/stream-state'

type Group = [KnownListing, ...KnownListing[]]

/** What a project is chosen and sorted by, worked out of what is known of all. */
function chosenBy(group: Group, entries: ReadonlyMap<string, LibraryEntry>, year: number) {
  const entry = entries.get(group[0].code)
  const timing = timingOf(group, entry)
  return { group, timing, standing: standingOf(group, entry), place: rollingPlace(timing, year) ?? null }
}
type Chosen = ReturnType<typeof chosenBy>

/** One page of the zone's library: one row a real project, with what the year's four views say of it. */
export async function readLibrary(db: Database, input: LibraryInput, sight: Sight): Promise<LibraryList> {
  const { zone } = input
  const stream = await readStreamState(db, zone)
  const [reference, { listings, suspicionsOf }, entries, today] = await Promise.all([
    readReference(db, zone),
    readKnownListings(db, zone),
    readEntries(db, zone),
    readToday(db),
  ])
  const thisYear = Number(today.slice(0, 4))
  const year = input.year ?? thisYear
  const settled = settledBy(entries)
  const ways: Ways = {
    suspicions: (group) => openSuspicions(group, suspicionsOf, settled).length,
    contradictions: (of) => readContradictions(db, { zone, regions: visibleRegions(reference, sight) }, of),
  }
  const matching = [...groupListings(listings, entries).values()]
    .filter((group) => matches(group, input))
    .map((group) => chosenBy(group, entries, year))
    .filter(({ standing }) => input.rung === undefined || (standing?.rung ?? 'none') === input.rung)
  const rows = await narrowed(matching, input, ways)
  const shown = rows.filter(({ place }) => input.view === undefined || place?.view === input.view)
  const first = (input.page - 1) * input.pageSize
  const page = sortRows(shown, input, reference).slice(first, first + input.pageSize)
  const contradicted = await ways.contradictions(page)
  const count = (view: string) => rows.filter(({ place }) => place?.view === view).length
  return {
    rows: page.map((chosen) => ({
      ...toRow(chosen, reference),
      contradiction: contradicted.get(chosen.group[0].code) ?? null,
      suspicions: ways.suspicions(chosen.group),
    })),
    ...{ total: shown.length, page: input.page, pageSize: input.pageSize, year, stream },
    years: [...new Set([year, ...[-1, 0, 1, 2, 3].map((step) => thisYear + step)])].sort(),
    views: {
      ...{ completing: count('completing'), continuing: count('continuing'), starting: count('starting') },
      ...{ reserve: count('reserve'), open: rows.filter(({ place }) => place === null).length },
    },
    regions: reportingRegions(reference).map(({ code }) => regionName(reference, code)),
    plans: [...reference.plans.values()].map(({ code, name }) => ({ code, name })),
  }
}

/** A group matches when one of its listings does: who looks for a name finds the project under any of its names. */
function matches(group: Group, { region, field, plan, q }: LibraryInput): boolean {
  const words = searchWords(q)
  return group.some(
    ({ code, name, domain, plan: of, regions }) =>
      (field === undefined || domain === field) &&
      (plan === undefined || of === plan) &&
      (region === undefined || regions.some((one) => contains(region, one))) &&
      findsAll(words, [name, code]),
  )
}

/** What contradicts what the library recorded, by leading listing: reports are looked up for these projects alone. */
async function readContradictions(
  db: Database,
  { zone, regions }: { zone: string; regions: string[] },
  of: readonly Chosen[],
): Promise<ReadonlyMap<string, string | null>> {
  const asked = of.filter(({ standing }) => standing?.recorded === true)
  const codes = asked.flatMap(({ group }) => group.map(({ code }) => code))
  const stages = codes.length === 0 ? [] : await readLastStages(db, zone, regions, codes)
  const reported = new Map<string, Stage[]>()
  for (const { subject, stage } of stages)
    if (stage !== null) reported.set(subject, [...(reported.get(subject) ?? []), stage])
  return new Map(
    asked.map(({ group, standing }) => {
      const said = group.flatMap(({ code }) => reported.get(code) ?? [])
      return [group[0].code, contradictionOf(standing, said)]
    }),
  )
}

/** So many are compared before others get their turn: a province's fifty thousand take seconds. */
const AT_ONCE = 100

type Ways = {
  suspicions: (group: Group) => number
  contradictions: (of: readonly Chosen[]) => Promise<ReadonlyMap<string, string | null>>
}

/** What is asked of all of them only where it is chosen by: what may be the same, and what contradicts a report. */
async function narrowed(all: readonly Chosen[], { show }: LibraryInput, ways: Ways): Promise<readonly Chosen[]> {
  switch (show) {
    case undefined:
      return all
    case 'suspected': {
      const found: Chosen[] = []
      for (const [at, one] of all.entries()) {
        if (at % AT_ONCE === 0) await setImmediate()
        if (ways.suspicions(one.group) > 0) found.push(one)
      }
      return found
    }
    case 'merged':
      return all.filter(({ group }) => group.length > 1)
    case 'contradicting': {
      const contradicted = await ways.contradictions(all)
      return all.filter(({ group }) => (contradicted.get(group[0].code) ?? null) !== null)
    }
    default:
      return show satisfies never
  }
}

/** Where a project stands: what the library recorded of its leading listing, else what a plan said then. */
export function standingOf(
  group: readonly Pick<ProjectListed, 'stage'>[],
  entry: LibraryEntry | undefined,
): LibraryRow['standing'] {
  if (entry?.rung) return { rung: entry.rung.rung, recorded: true, on: entry.rung.on }
  const stage = group.find((listing) => listing.stage !== null && listing.stage !== 'suspended')?.stage ?? null
  return stage === null || stage === 'suspended' ? null : { rung: stage, recorded: false, on: null }
}

/** Only what was recorded can contradict a report: a plan's words are years old. */
export const contradictionOf = (standing: LibraryRow['standing'], reported: readonly Stage[]): string | null =>
  (standing?.recorded === true ? findContradiction(standing.rung, reported) : undefined) ?? null

/** Planned months of the library, else the years of the first plan that names them. */
type Timed = Pick<ProjectListed, 'stage' | 'startYear' | 'endYear'>
export function timingOf(group: readonly Timed[], entry: LibraryEntry | undefined) {
  const planned = (pick: (listing: Timed) => number | null) =>
    group
      .map(pick)
      .find((year) => year !== null)
      ?.toString() ?? null
  const { startIn, completeIn } = entry?.schedule ?? {
    startIn: planned(({ startYear }) => startYear),
    completeIn: planned(({ endYear }) => endYear),
  }
  return { rung: standingOf(group, entry)?.rung ?? null, reached: entry?.reached ?? {}, startIn, completeIn }
}

type Placed = Pick<ProjectListed, 'regions' | 'regionUnknown'>
export const placeNames = (reference: Reference, { regions, regionUnknown }: Placed): string[] =>
  regionUnknown
    ? ['地点未定']
    : regions.map((code) => (code === reference.zone.code ? '全区' : regionName(reference, code).shortName))

const regionsOf = (group: Group, reference: Reference): string[] => [
  ...new Set(group.flatMap((listing) => placeNames(reference, listing))),
]

const investmentOf = (group: Group): number | null =>
  group.map(({ investmentWan }) => investmentWan).find((sum) => sum !== null) ?? null
const startOf = ({ timing }: Chosen) => timing.reached['under-construction'] ?? timing.startIn
const endOf = ({ timing }: Chosen) => timing.reached.completed ?? timing.completeIn

function toRow(chosen: Chosen, reference: Reference): Omit<LibraryRow, 'contradiction' | 'suspicions'> {
  const { group, standing, place } = chosen
  const [leader] = group
  return {
    ...{ code: leader.code, name: leader.name, field: leader.domain, visibility: leader.visibility, standing },
    regions: regionsOf(group, reference),
    plans: [...new Set(group.map(({ plan }) => reference.plans.get(plan)?.name ?? plan))],
    listings: group.length,
    investmentWan: investmentOf(group),
    ...{ startIn: startOf(chosen), completeIn: endOf(chosen), place },
  }
}

const order = new Intl.Collator('zh-Hans-CN')

/** Names come in the database's Chinese order already; a stable sort keeps it among equals. What is unknown is last. */
function sortRows(rows: readonly Chosen[], { sort, direction }: LibraryInput, reference: Reference): readonly Chosen[] {
  if (sort === 'name') return direction === 'asc' ? rows : [...rows].reverse()
  const keyOf = (row: Chosen): number | string | null => {
    switch (sort) {
      case 'region':
        return regionsOf(row.group, reference).join('、')
      case 'field':
        return workField.words.indexOf(row.group[0].domain)
      case 'rung':
        return row.standing === null ? null : rungs.words.indexOf(row.standing.rung)
      case 'investment':
        return investmentOf(row.group)
      case 'start':
        return startOf(row)
      case 'complete':
        return endOf(row)
      default:
        return sort satisfies never
    }
  }
  const turn = direction === 'asc' ? 1 : -1
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }))
  // Words are put in order once each: there are few, and comparing them takes long.
  const words = [...new Set(keyed.flatMap(({ key }) => (typeof key === 'string' ? [key] : [])))].sort(order.compare)
  const rankOf = new Map(words.map((word, rank) => [word, rank]))
  const rank = (key: number | string | null) => (typeof key === 'string' ? (rankOf.get(key) ?? 0) : key)
  return keyed
    .map(({ row, key }) => ({ row, at: rank(key) }))
    .sort(({ at: a }, { at: b }) =>
      a === null || b === null ? Number(a === null) - Number(b === null) : turn * (a - b),
    )
    .map(({ row }) => row)
}
