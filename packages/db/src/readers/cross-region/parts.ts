import { z } from 'zod'
import { ItemListed } from '@lianxi/schema/events/commitments'
import type { PartSaid } from '@lianxi/schema/events/cross-region'
import { ProjectContent } from '@lianxi/schema/events/reports'
import type { Period } from '@lianxi/schema/period'
import { LastFigure } from '@lianxi/schema/views/cell'
import { FilingState, WorkField } from '@lianxi/schema/vocabulary'
import { empty, type Reading, type Sql, sql } from '../../client'
import type { Board } from '../base/board'
import { currentReport, figureJson, firstItem, lastFigure, subjectOf } from '../base/parts'
import { endingWith, endOf } from '../base/periods'

const Planned = ItemListed.shape.project.unwrap().shape.milestones
const Reached = ProjectContent.shape.milestones
const PartRow = z.object({
  subject: z.string(),
  name: z.string(),
  field: WorkField,
  period: z.string(),
  region: z.string(),
  state: FilingState,
  nil: z.boolean(),
  now: LastFigure,
  last: LastFigure.nullable(),
  share: z.int().nullable(),
  planned: Planned.nullable(),
  reached: Reached.nullable(),
  reachedLast: Reached.nullable(),
})
export type PartRow = z.infer<typeof PartRow>

/** States of a cell of which something was said for the period; earlier figures stand in for the others, and for 本期无变化. */
const SAID: PartRow['state'][] = ['reported', 'returned', 'waiting']

type Asked = { db: Reading; board: Board; zone: string; period: Period; subjects?: string[] | undefined }

/** The parts of projects for which several regions owe a report of one period; which these are, the cells' index says. */
export async function readPartRows({ db, board, zone, period, subjects }: Asked): Promise<PartRow[]> {
  if (subjects?.length === 0) return []
  const only: Sql = subjects === undefined ? empty : sql`AND o.subject = ANY(${subjects})`
  const rows = await db.$queryRaw<{ part: unknown }[]>(sql`
    SELECT jsonb_build_object('subject', s.code, 'name', s.name, 'field', s.domain, 'period', p.period,
      'region', p.region, 'state', p.state, 'nil', p.nil, 'now', ${figureJson('p')}, 'last', ${figureJson('last')},
      'share', (i.doc->'project'->>'sharePercent')::int, 'planned', i.doc->'project'->'milestones',
      'reached', e.data->'content'->'milestones', 'reachedLast', le.data->'content'->'milestones') AS part
    FROM (
      SELECT o.subject, o.period, array_agg(o.region) AS regions FROM ${board.progress} o
      WHERE o.zone = ${zone} AND o.period = ANY(${endingWith(period)}) AND o.kind = 'project' ${only}
      GROUP BY o.subject, o.period HAVING min(o.region) <> max(o.region)) shared
    ${subjectOf(zone, sql`shared.subject`, 's', board)}
    CROSS JOIN unnest(shared.regions) AS part (region)
    JOIN LATERAL (SELECT p.* FROM ${board.progress} p WHERE p.zone = ${zone} AND p.subject = shared.subject
      AND p.region = part.region AND p.period = shared.period LIMIT 1) p ON true
    ${lastFigure('p', 'last', sql`${endOf(period)}`, board, sql`AND (p.nil OR p.state <> ALL(${SAID}))`)}
    ${firstItem('p', 'i', sql`p.year`, board)}
    ${currentReport('p', 'e')}
    ${currentReport('last', 'le')}
    WHERE s.kind = 'project'
    ORDER BY s.name COLLATE zh, s.code, p.region`)
  return rows.map(({ part }) => PartRow.parse(part))
}

/** Something was said for the period, whatever became of it. */
export const isSaid = ({ state }: PartRow): boolean => SAID.includes(state)

/** As the contract of a settlement allows. */
const MOST_DATES = 100

/** What a part says, to be compared: 本期无变化 means that the last figures still hold; a part nobody reported is silent. */
export function saidOf(row: PartRow): PartSaid {
  const { region, share: sharePercent, nil, now, last } = row
  const figures = !isSaid(row) ? null : nil ? (last ?? now) : now
  const done = !isSaid(row) ? [] : ((nil ? row.reachedLast : row.reached) ?? [])
  const names = new Set([...(row.planned ?? []), ...done].map(({ name }) => name))
  const dates = [...names].slice(0, MOST_DATES).map((name) => ({
    ...{ name, dueOn: row.planned?.find((one) => one.name === name)?.dueOn ?? null },
    reachedOn: done.find((one) => one.name === name)?.reachedOn ?? null,
  }))
  return {
    ...{ region, sharePercent, dates, stage: figures?.stage ?? null },
    ...{ progressPercent: figures?.progressPercent ?? null, investedTotalWan: figures?.investedTotalWan ?? null },
  }
}
