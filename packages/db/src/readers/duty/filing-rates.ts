import { completionOf, timelinessOf } from '@lianxi/domain/duty/rates'
import { type Period, yearOf } from '@lianxi/schema/period'
import type { BodyRates } from '@lianxi/schema/views/chasing'
import { z } from 'zod'
import { empty, type Reading, sql } from '../../client'
import { progressTable } from '../base/parts'
import { endingWith } from '../base/periods'
import { bodyName, parentsOf, readReference, regionName, reportingRegions } from '../base/reference'
import { servedIn } from './served'

/** How complete and how timely each body's reports of a period and those that end with it are; by code. */
export async function readRates(db: Reading, zone: string, period: Period): Promise<BodyRates[]> {
  const reference = await readReference(db, zone)
  const [parents, reporting] = [parentsOf(reference), new Set(reportingRegions(reference).map(({ code }) => code))]
  const cityOf = (region: string) => {
    const parent = parents.get(region) ?? null
    return parent !== null && reporting.has(parent) ? parent : region
  }
  return (await readFiled(db, { zone, period, regions: null })).map((row) => ({
    ...row,
    ...{ body: bodyName(reference, row.body), region: regionName(reference, row.region) },
    city: regionName(reference, cityOf(row.region)),
    ...{ completion: completionOf(row), timeliness: timelinessOf(row) },
  }))
}

export type FiledAsked = { zone: string; period: Period; regions: readonly string[] | null }
const number = z.int()
export const FiledRow = z.object({
  ...{ body: z.string(), region: z.string() },
  ...{ due: number, reported: number, nil: number, late: number, overdue: number },
})
export type FiledRow = z.infer<typeof FiledRow>

/** What each body was asked for and what came, as numbers; by code. `regions`: of these alone. */
export function readFiled(db: Reading, { zone, period, regions }: FiledAsked): Promise<FiledRow[]> {
  const periods = endingWith(period)
  return db.$queryRaw<FiledRow[]>(sql`
    WITH served AS MATERIALIZED (${servedIn(zone, periods, yearOf(period))})
    SELECT p.body, p.region, count(*)::int AS due, (count(*) FILTER (WHERE p.state = 'reported'))::int AS reported,
      (count(*) FILTER (WHERE p.state = 'reported' AND p.nil))::int AS nil,
      (count(*) FILTER (WHERE p.state = 'reported' AND p.late))::int AS late,
      (count(*) FILTER (WHERE p.state <> 'reported' AND p.due_at < (SELECT clock())))::int AS overdue
    FROM ${progressTable} p
    WHERE p.zone = ${zone} AND p.period = ANY(${periods}) AND p.body IS NOT NULL AND p.state <> 'waiting'
      ${regions === null ? empty : sql`AND p.region = ANY(${[...regions]}::text[])`}
      AND NOT EXISTS (SELECT FROM served s
        WHERE s.period = p.period AND s.region = p.region AND s.subject = p.subject)
    GROUP BY p.body, p.region ORDER BY p.body, p.region`)
}
