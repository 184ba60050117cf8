import { z } from 'zod'
import { worstMarked } from '@lianxi/domain/status/roll-up'
import type { Period } from '@lianxi/schema/period'
import { FilingCounts } from '@lianxi/schema/views/cell'
import {
  type FieldCounts,
  LastReport,
  type Overview,
  PRINTED_LINES,
  type RecentReport,
  type RegionTile,
} from '@lianxi/schema/views/overview'
import type { WorstItem } from '@lianxi/schema/views/status'
import { SubjectKind, workField } from '@lianxi/schema/vocabulary'
import { type Database, sql } from '../../client'
import { readAttention } from './attention'
import { type Board, CURRENT } from '../base/board'
import { countColumns, countsJson, NO_COUNTS } from '../base/cells'
import { readCrossRegion } from '../cross-region/read'
import { type Frame, readFrame, type Sight } from '../moment/frame'
import { currentReport, iso, reportTopic, subjectOf } from '../base/parts'
import { endingWith } from '../base/periods'
import { type Reference, regionName, zoneName } from '../base/reference'
import { readNotAsked } from './not-asked'
import { readRollUps } from './roll-up'
import { readStatuses, type StatusesOf } from '../status/read'

const RECENT_REPORTS = 12
const CROSS_REGION_LINES = 40

/** The board's first screen. */
export async function readOverview(
  db: Database,
  zone: string,
  wanted: Period | undefined,
  sight: Sight,
  board: Board = CURRENT,
): Promise<Overview> {
  const frame = await readFrame(db, { zone, period: wanted, sight, board })
  const { reference, periods, stream, period, regions } = frame
  const [counts, lastReports, recent, attention, crossRegion, { statuses, worst }, rollUps, notAsked] =
    await Promise.all([
      readCounts(frame),
      readLastReports(frame),
      readRecent(frame),
      readAttention(frame, PRINTED_LINES),
      readCrossRegion(frame, sight === null ? {} : { withPartOf: regions }),
      readStatuses(frame),
      sight === null ? readRollUps(frame) : [],
      readNotAsked(frame),
    ])
  const of = (region: string | null, field: string | null) =>
    counts.find((row) => row.region === region && row.field === field)?.counts ?? NO_COUNTS
  return {
    zone: zoneName(reference),
    asOf: board.asOf,
    period,
    periods,
    stream,
    wholeZone: sight === null,
    totals: of(null, null),
    statuses: statuses(null, null),
    worst: worstOf(reference, worst),
    tiles: regions.map((region) =>
      toTile(reference, region, {
        counts: of(region, null),
        statuses: statuses(region, null),
        worst: worst.get(region),
        lastReport: lastReports.get(region),
        notAsked: notAsked.ofRegion(region),
      }),
    ),
    fields: workField.words.flatMap((field) => toField(field, of, statuses)),
    notAsked: notAsked.notAsked,
    rollUps,
    attention: attention.lines,
    attentionTotal: attention.total,
    crossRegion: crossRegion.slice(0, CROSS_REGION_LINES),
    crossRegionTotal: crossRegion.length,
    disagreeing: crossRegion.filter(({ open }) => open.length > 0).length,
    recent,
  }
}

/** The worst of the regions' worst. */
function worstOf(reference: Reference, worst: ReadonlyMap<string, WorstItem>): Overview['worst'] {
  const marked = [...worst].map(([region, item]) => ({
    ...{ region: regionName(reference, region), item },
    ...{ status: item.mark.status, attribute: item.attribute, measure: item.measure },
  }))
  const found = worstMarked(marked)
  return found === undefined ? null : { region: found.region, item: found.item }
}

type CountsOf = (region: string | null, field: string | null) => FilingCounts

function toField(field: FieldCounts['field'], of: CountsOf, statuses: StatusesOf): FieldCounts[] {
  const counts = of(null, field)
  if (counts === NO_COUNTS) return []
  return [{ field, counts, statuses: statuses(null, field) }]
}

type OfRegion = Pick<RegionTile, 'counts' | 'statuses' | 'notAsked'> & {
  worst: WorstItem | undefined
  lastReport: LastReport | undefined
}

function toTile(
  reference: Reference,
  region: string,
  { counts, statuses, worst, lastReport, notAsked }: OfRegion,
): RegionTile {
  return {
    region: regionName(reference, region),
    responsible: reference.zone.responsibleRegions.includes(region),
    parent: reference.regions.get(region)?.parent ?? null,
    counts,
    statuses,
    worst: worst ?? null,
    lastReport: lastReport ?? null,
    notAsked,
  }
}

const CountRow = z.object({ region: z.string().nullable(), field: z.string().nullable(), counts: FilingCounts })

/** Totals, per region and per field: all cells are gone through once, their sums three times. */
async function readCounts({ db, board, reference, period, regions }: Frame) {
  const rows = await db.$queryRaw<unknown[]>(sql`
    WITH n AS (
      SELECT p.region, s.domain AS field, ${countColumns('p')}
      FROM ${board.progress} p LEFT JOIN ${board.subject} s ON s.zone = p.zone AND s.code = p.subject
      WHERE p.zone = ${reference.zone.code} AND p.period = ANY(${endingWith(period.period)}) AND p.region = ANY(${regions})
      GROUP BY p.region, s.domain)
    SELECT region, field, ${countsJson('n')} AS counts FROM n GROUP BY GROUPING SETS ((), (region), (field))
    HAVING count(*) > 0 AND (grouping(field) = 1 OR field IS NOT NULL)`)
  return z.array(CountRow).parse(rows)
}

/** The last report of each region in the shown period. */
async function readLastReports({ db, board, reference, period, regions }: Frame): Promise<Map<string, LastReport>> {
  const rows = await db.$queryRaw<{ region: string; report: unknown }[]>(sql`
    SELECT p.region, jsonb_build_object('subject', p.subject, 'name', coalesce(s.name, p.subject),
      'period', p.period, 'person', e.data->>'reportedBy', 'at', ${iso('p.reported_at')}) AS report
    FROM (
      SELECT DISTINCT ON (p.region) p.zone, p.region, p.subject, p.kind, p.period, p.event_id, p.reported_at
      FROM ${board.progress} p
      WHERE p.zone = ${reference.zone.code} AND p.period = ANY(${endingWith(period.period)})
        AND p.region = ANY(${regions}) AND p.event_id IS NOT NULL
      ORDER BY p.region, p.reported_at DESC, p.subject) p ${currentReport('p', 'e')}
    ${subjectOf(reference.zone.code, sql`p.subject`, 's', board)}
    WHERE e.event_id IS NOT NULL`)
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

async function readRecent({ db, board, reference, period, regions }: Frame): Promise<RecentReport[]> {
  const rows = await db.$queryRaw<{ report: unknown }[]>(sql`
    SELECT jsonb_build_object('subject', p.subject, 'kind', p.kind, 'name', coalesce(s.name, p.subject),
      'region', p.region, 'period', p.period, 'revision', p.revision, 'nil', p.nil,
      'person', e.data->>'reportedBy', 'at', ${iso('p.reported_at')}) AS report
    FROM (
      SELECT p.* FROM ${board.progress} p
      WHERE p.zone = ${reference.zone.code} AND p.period = ANY(${endingWith(period.period)})
        AND p.region = ANY(${regions}) AND p.event_id IS NOT NULL
      ORDER BY p.valid_from DESC, p.reported_at DESC, p.subject LIMIT ${RECENT_REPORTS}) p
    JOIN ingested_event e ON e.event_id = p.event_id AND e.topic = ${reportTopic('p')}
    ${subjectOf(reference.zone.code, sql`p.subject`, 's', board)}
    ORDER BY p.valid_from DESC, p.reported_at DESC, p.subject`)
  return rows.map(({ report }) => {
    const row = RecentRow.parse(report)
    return { ...row, region: regionName(reference, row.region) }
  })
}
