import { z } from 'zod'
import { disagreements } from '@lianxi/domain/report/side-by-side'
import { LastFigure } from '@lianxi/schema/views/cell'
import type { CrossRegionLine, RegionPart } from '@lianxi/schema/views/overview'
import { WorkField } from '@lianxi/schema/vocabulary'
import { empty, type Sql, sql } from '../client'
import type { Frame } from './frame'
import { figureJson, firstItem, lastFigure } from './parts'
import { endingWith, endOf } from './periods'
import { type Reference, regionName } from './reference'

const PartRow = z.object({
  subject: z.string(),
  name: z.string(),
  field: WorkField,
  period: z.string(),
  region: z.string(),
  state: z.string(),
  nil: z.boolean(),
  now: LastFigure,
  last: LastFigure.nullable(),
  share: z.int().nullable(),
})
type PartRow = z.infer<typeof PartRow>

const NOTHING = { value: null, stage: null, investedYearWan: null, investedTotalWan: null, progressPercent: null }

/**
 * Cross-region projects with every region's part side by side, those that disagree first. Only what regions say about
 * the project is in it, not whether they were in time: partners see each other's parts.
 */
export async function readCrossRegion(
  { db, reference, board, period: { period } }: Frame,
  only: { subject?: string; withPartOf?: string[] } = {},
): Promise<CrossRegionLine[]> {
  const { zone } = reference
  const subject: Sql = only.subject === undefined ? empty : sql`AND s.code = ${only.subject}`
  const rows = await db.$queryRaw<{ part: unknown }[]>(sql`
    SELECT jsonb_build_object('subject', s.code, 'name', s.name, 'field', s.domain, 'period', p.period,
      'region', p.region, 'state', p.state, 'nil', p.nil, 'now', ${figureJson('p')}, 'last', ${figureJson('last')},
      'share', (i.doc->'project'->>'sharePercent')::int) AS part
    FROM ${board.subject} s
    JOIN ${board.progress} p ON p.zone = s.zone AND p.subject = s.code AND p.period = ANY(${endingWith(period)})
    ${lastFigure('p', 'last', sql`${endOf(period)}`, board)}
    ${firstItem('p', 'i', sql`p.year`, board)}
    WHERE s.zone = ${zone.code} AND s.kind = 'project' ${subject}
      AND (SELECT count(DISTINCT o.region) FROM ${board.progress} o WHERE o.zone = s.zone AND o.subject = s.code
           AND o.period = p.period) > 1
    ORDER BY s.name COLLATE zh, s.code, p.region`)
  const lines = group(rows.map(({ part }) => PartRow.parse(part))).map((parts) => toLine(reference, parts))
  const mine = lines.filter(
    ({ parts }) => only.withPartOf === undefined || parts.some(({ region }) => only.withPartOf?.includes(region.code)),
  )
  return mine.sort((a, b) => Number(b.disagrees.length > 0) - Number(a.disagrees.length > 0))
}

function group(rows: PartRow[]): [PartRow, ...PartRow[]][] {
  const groups = new Map<string, [PartRow, ...PartRow[]]>()
  for (const row of rows) {
    const key = `${row.subject} ${row.period}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [row])
    else known.push(row)
  }
  return [...groups.values()]
}

function toPart(reference: Reference, row: PartRow): RegionPart {
  const reported = row.state === 'reported' || row.state === 'returned' || row.state === 'waiting'
  const { value, stage, investedYearWan, investedTotalWan, progressPercent, reportedAt } = row.now
  const said = { value, stage, investedYearWan, investedTotalWan, progressPercent }
  return {
    region: regionName(reference, row.region),
    sharePercent: row.share,
    reported,
    nil: row.nil,
    reportedAt,
    ...(reported ? said : NOTHING),
    last: row.last,
  }
}

function toLine(reference: Reference, rows: [PartRow, ...PartRow[]]): CrossRegionLine {
  const [{ subject, name, field, period }] = rows
  const parts = rows.map((row) => toPart(reference, row))
  // 本期无变化 means that the last figure still holds.
  const said = parts.filter(({ reported }) => reported).map((part) => (part.nil ? (part.last ?? part) : part))
  return { subject, name, field, period, parts, disagrees: disagreements(said) }
}
