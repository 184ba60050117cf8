import { z } from 'zod'
import type { Period } from '@lianxi/schema/period'
import { FilingCounts } from '@lianxi/schema/views/cell'
import {
  type FieldCounts,
  LastReport,
  type Overview,
  type RecentReport,
  type RegionTile,
} from '@lianxi/schema/views/overview'
import { SubjectKind, workField } from '@lianxi/schema/vocabulary'
import { type Database, type Reading, sql } from '../client'
import { readAttention } from './attention'
import { countsJson, NO_COUNTS } from './cells'
import { readCrossRegion } from './cross-region'
import { currentReport, iso, progressTable } from './parts'
import { endingWith, pickPeriod, readPeriods } from './periods'
import { readReference, type Reference, regionName, regionsUnder, reportingRegions, zoneName } from './reference'
import { readNow, readStreamState } from './stream-state'

/** Which regions' timeliness a viewer sees: `null` the whole zone, else these regions and those below them. */
export type Sight = string[] | null

const ATTENTION_LINES = 30
const RECENT_REPORTS = 12
const CROSS_REGION_LINES = 40

/** Regions of the zone a viewer may see, in the order of their codes. */
export function visibleRegions(reference: Reference, sight: Sight): string[] {
  const all = reportingRegions(reference).map(({ code }) => code)
  if (sight === null) return all
  const own = new Set(sight.flatMap((region) => regionsUnder(reference, region)))
  return all.filter((code) => own.has(code))
}

/** The board's first screen. */
export async function readOverview(
  db: Database,
  zone: string,
  wanted: Period | undefined,
  sight: Sight,
): Promise<Overview> {
  const [reference, periods, stream, now] = await Promise.all([
    readReference(db, zone),
    readPeriods(db, zone),
    readStreamState(db, zone),
    readNow(db),
  ])
  const period = pickPeriod(periods, wanted, now)
  const regions = visibleRegions(reference, sight)
  const [counts, lastReports, recent, attention, crossRegion] = await Promise.all([
    readCounts(db, zone, period.period, regions),
    readLastReports(db, zone, regions),
    readRecent(db, reference, period.period, regions),
    readAttention(db, reference, period.period, regions, ATTENTION_LINES),
    readCrossRegion(db, reference, period.period, sight === null ? {} : { withPartOf: regions }),
  ])
  const of = (region: string | null, field: string | null) =>
    counts.find((row) => row.region === region && row.field === field)?.counts ?? NO_COUNTS
  return {
    zone: zoneName(reference),
    period,
    periods,
    stream,
    wholeZone: sight === null,
    totals: of(null, null),
    tiles: regions.map((region) => toTile(reference, region, of(region, null), lastReports.get(region))),
    fields: workField.words.flatMap((field) => toField(field, regions, of)),
    attention: attention.lines,
    attentionTotal: attention.total,
    crossRegion: crossRegion.slice(0, CROSS_REGION_LINES),
    crossRegionTotal: crossRegion.length,
    disagreeing: crossRegion.filter(({ disagrees }) => disagrees.length > 0).length,
    recent,
  }
}

type CountsOf = (region: string | null, field: string | null) => FilingCounts

function toField(field: FieldCounts['field'], regions: string[], of: CountsOf): FieldCounts[] {
  const counts = of(null, field)
  if (counts === NO_COUNTS) return []
  return [{ field, counts, regions: regions.map((region) => ({ region, counts: of(region, field) })) }]
}

function toTile(
  reference: Reference,
  region: string,
  counts: FilingCounts,
  lastReport: LastReport | undefined,
): RegionTile {
  return {
    region: regionName(reference, region),
    responsible: reference.zone.responsibleRegions.includes(region),
    parent: reference.regions.get(region)?.parent ?? null,
    counts,
    lastReport: lastReport ?? null,
  }
}

const CountRow = z.object({ region: z.string().nullable(), field: z.string().nullable(), counts: FilingCounts })

/** Totals, per region, per field and per field × region in one pass. */
async function readCounts(db: Reading, zone: string, period: Period, regions: string[]) {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT p.region, s.domain AS field, ${countsJson('p')} AS counts
    FROM ${progressTable} p LEFT JOIN board.subject s ON s.zone = p.zone AND s.code = p.subject
    WHERE p.zone = ${zone} AND p.period = ANY(${endingWith(period)}) AND p.region = ANY(${regions})
    GROUP BY GROUPING SETS ((), (p.region), (s.domain), (s.domain, p.region))
    HAVING grouping(s.domain) = 1 OR s.domain IS NOT NULL`)
  return z.array(CountRow).parse(rows)
}

/** The last report of each region, whatever its period. */
async function readLastReports(db: Reading, zone: string, regions: string[]): Promise<Map<string, LastReport>> {
  const rows = await db.$queryRaw<{ region: string; report: unknown }[]>(sql`
    SELECT DISTINCT ON (p.region) p.region, jsonb_build_object('subject', p.subject, 'name', coalesce(s.name, p.subject),
      'period', p.period, 'person', e.data->>'reportedBy', 'at', ${iso('p.reported_at')}) AS report
    FROM ${progressTable} p ${currentReport('p', 'e')}
    LEFT JOIN board.subject s ON s.zone = p.zone AND s.code = p.subject
    WHERE p.zone = ${zone} AND p.region = ANY(${regions}) AND e.event_id IS NOT NULL
    ORDER BY p.region, p.reported_at DESC, p.subject`)
  return new Map(rows.map(({ region, report }) => [region, LastReport.parse(report)]))
}

const RecentRow = z.object({
  subject: z.string(),
  kind: SubjectKind,
  name: z.string(),
  region: z.string(),
  period: z.string(),
  revision: z.int(),
  nil: z.boolean(),
  person: z.string(),
  at: z.string(),
})

async function readRecent(
  db: Reading,
  reference: Reference,
  period: Period,
  regions: string[],
): Promise<RecentReport[]> {
  const rows = await db.$queryRaw<{ report: unknown }[]>(sql`
    SELECT jsonb_build_object('subject', p.subject, 'kind', p.kind, 'name', coalesce(s.name, p.subject),
      'region', p.region, 'period', p.period, 'revision', p.revision, 'nil', p.nil,
      'person', e.data->>'reportedBy', 'at', ${iso('p.reported_at')}) AS report
    FROM ${progressTable} p ${currentReport('p', 'e')}
    LEFT JOIN board.subject s ON s.zone = p.zone AND s.code = p.subject
    WHERE p.zone = ${reference.zone.code} AND p.period = ANY(${endingWith(period)}) AND p.region = ANY(${regions})
      AND e.event_id IS NOT NULL
    ORDER BY p.valid_from DESC, p.reported_at DESC, p.subject LIMIT ${RECENT_REPORTS}`)
  return rows.map(({ report }) => {
    const row = RecentRow.parse(report)
    return { ...row, region: regionName(reference, row.region) }
  })
}
