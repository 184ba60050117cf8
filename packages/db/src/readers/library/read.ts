import { findContradiction, rollingPlace } from '@lianxi/domain/project/rolling'
import { contains } from '@lianxi/domain/project/apart'
import type { LibraryEntry } from '@lianxi/domain/project/library'
import type { Suspicion } from '@lianxi/domain/project/match'
import type { ProjectListed } from '@lianxi/schema/events/facts'
import type { LibraryInput, LibraryList, LibraryRow } from '@lianxi/schema/views/library'
import { rung as rungs } from '@lianxi/schema/library-vocabulary'
import { type Stage, workField } from '@lianxi/schema/vocabulary'
import type { Database } from '../../client'
import { readEntries } from '../../project/known'
import {
  groupListings,
  openSuspicions,
  readLastStages,
  readListings,
  readSuspicions,
  type Settled,
  settledBy,
} from './listings'
import { type Sight, visibleRegions } from '../moment/frame'
import { readReference, type Reference, regionName, reportingRegions } from '../base/reference'
import { readStreamState, readToday } from '../moment/stream-state'

type Group = [ProjectListed, ...ProjectListed[]]
type Known = {
  reference: Reference
  entries: Map<string, LibraryEntry>
  suspicions: ReadonlyMap<string, readonly Suspicion[]>
  reported: Map<string, Stage[]>
  settled: Settled
  year: number
}

/** One page of the zone's library: one row a real project, with what the year's four views say of it. */
export async function readLibrary(db: Database, input: LibraryInput, sight: Sight): Promise<LibraryList> {
  const { zone } = input
  const stream = await readStreamState(db, zone)
  const [reference, listings, entries, today] = await Promise.all([
    readReference(db, zone),
    readListings(db, zone),
    readEntries(db, zone),
    readToday(db),
  ])
  const thisYear = Number(today.slice(0, 4))
  const year = input.year ?? thisYear
  const [suspicions, stages] = await Promise.all([
    readSuspicions(db, zone),
    readLastStages(db, zone, visibleRegions(reference, sight)),
  ])
  const reported = new Map<string, Stage[]>()
  for (const { subject, stage } of stages)
    if (stage !== null) reported.set(subject, [...(reported.get(subject) ?? []), stage])
  const known = { reference, entries, suspicions, reported, year, settled: settledBy(entries) }
  const rows = [...groupListings(listings, entries).values()]
    .filter((group) => matches(group, input))
    .map((group) => toRow(group, known))
    .filter((row) => showing(row, input))
  const shown = rows.filter(({ place }) => input.view === undefined || place?.view === input.view)
  const sorted = sortRows(shown, input)
  const first = (input.page - 1) * input.pageSize
  const count = (view: string) => rows.filter(({ place }) => place?.view === view).length
  return {
    ...{ rows: sorted.slice(first, first + input.pageSize), total: sorted.length },
    ...{ page: input.page, pageSize: input.pageSize, year, stream },
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
  const part = q?.trim().toLowerCase() ?? ''
  return group.some(
    ({ code, name, domain, plan: of, regions }) =>
      (field === undefined || domain === field) &&
      (plan === undefined || of === plan) &&
      (region === undefined || regions.some((one) => contains(region, one))) &&
      (part === '' || name.toLowerCase().includes(part) || code.toLowerCase().includes(part)),
  )
}

function showing(row: LibraryRow, { rung, show }: LibraryInput): boolean {
  if (rung !== undefined && (row.standing?.rung ?? 'none') !== rung) return false
  switch (show) {
    case undefined:
      return true
    case 'suspected':
      return row.suspicions > 0
    case 'merged':
      return row.listings > 1
    case 'contradicting':
      return row.contradiction !== null
    default:
      return show satisfies never
  }
}

/** Where a project stands: what the library recorded of its leading listing, else what a plan said then. */
export function standingOf(group: readonly ProjectListed[], entry: LibraryEntry | undefined): LibraryRow['standing'] {
  if (entry?.rung) return { rung: entry.rung.rung, recorded: true, on: entry.rung.on }
  const stage = group.find((listing) => listing.stage !== null && listing.stage !== 'suspended')?.stage ?? null
  return stage === null || stage === 'suspended' ? null : { rung: stage, recorded: false, on: null }
}

/** Only what was recorded can contradict a report: a plan's words are years old. */
export const contradictionOf = (standing: LibraryRow['standing'], reported: readonly Stage[]): string | null =>
  (standing?.recorded === true ? findContradiction(standing.rung, reported) : undefined) ?? null

/** Planned months of the library, else the years of the first plan that names them. */
export function timingOf(group: readonly ProjectListed[], entry: LibraryEntry | undefined) {
  const planned = (pick: (listing: ProjectListed) => number | null) =>
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

export const placeNames = ({ reference }: Pick<Known, 'reference'>, { regions, regionUnknown }: ProjectListed) =>
  regionUnknown
    ? ['地点未定']
    : regions.map((code) => (code === reference.zone.code ? '全区' : regionName(reference, code).shortName))

function toRow(group: Group, known: Known): LibraryRow {
  const [leader] = group
  const entry = known.entries.get(leader.code)
  const timing = timingOf(group, entry)
  const standing = standingOf(group, entry)
  const reported = group.flatMap(({ code }) => known.reported.get(code) ?? [])
  return {
    ...{ code: leader.code, name: leader.name, field: leader.domain, visibility: leader.visibility, standing },
    regions: [...new Set(group.flatMap((listing) => placeNames(known, listing)))],
    plans: [...new Set(group.map(({ plan }) => known.reference.plans.get(plan)?.name ?? plan))],
    listings: group.length,
    contradiction: contradictionOf(standing, reported),
    investmentWan: group.map(({ investmentWan }) => investmentWan).find((sum) => sum !== null) ?? null,
    startIn: timing.reached['under-construction'] ?? timing.startIn,
    completeIn: timing.reached.completed ?? timing.completeIn,
    place: rollingPlace(timing, known.year) ?? null,
    suspicions: openSuspicions(group, known.suspicions, known.settled).length,
  }
}

const order = new Intl.Collator('zh-Hans-CN')

/** Names come in the database's Chinese order already; a stable sort keeps it among equals. What is unknown is last. */
function sortRows(rows: LibraryRow[], { sort, direction }: LibraryInput): LibraryRow[] {
  const key = (row: LibraryRow): number | string | null => {
    switch (sort) {
      case 'name':
        return 0
      case 'region':
        return row.regions.join('、')
      case 'field':
        return workField.words.indexOf(row.field)
      case 'rung':
        return row.standing === null ? null : rungs.words.indexOf(row.standing.rung)
      case 'investment':
        return row.investmentWan
      case 'start':
        return row.startIn
      case 'complete':
        return row.completeIn
      default:
        return sort satisfies never
    }
  }
  if (sort === 'name') return direction === 'asc' ? rows : [...rows].reverse()
  const turn = direction === 'asc' ? 1 : -1
  return [...rows].sort((a, b) => {
    const [left, right] = [key(a), key(b)]
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
    const compared =
      typeof left === 'number' && typeof right === 'number' ? left - right : order.compare(String(left), String(right))
    return turn * compared
  })
}
