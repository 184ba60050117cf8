import { completionOf, timelinessOf } from '@lianxi/domain/duty/rates'
import type { Period } from '@lianxi/schema/period'
import type { BodyRates } from '@lianxi/schema/views/chasing'
import { type Reading, sql } from '../../client'
import { progressTable } from '../base/parts'
import { endingWith } from '../base/periods'
import { bodyName, parentsOf, readReference, regionName, reportingRegions } from '../base/reference'
import { askedItself } from './served'

type Row = { body: string; region: string; due: number; reported: number; nil: number; late: number; overdue: number }

/** How complete and how timely each body's reports of a period and those that end with it are; by code. */
export async function readRates(db: Reading, zone: string, period: Period): Promise<BodyRates[]> {
  const reference = await readReference(db, zone)
  const rows = await db.$queryRaw<Row[]>(sql`
    SELECT p.body, p.region, count(*)::int AS due, (count(*) FILTER (WHERE p.state = 'reported'))::int AS reported,
      (count(*) FILTER (WHERE p.state = 'reported' AND p.nil))::int AS nil,
      (count(*) FILTER (WHERE p.state = 'reported' AND p.late))::int AS late,
      (count(*) FILTER (WHERE p.state <> 'reported' AND p.due_at < clock()))::int AS overdue
    FROM ${progressTable} p
    WHERE p.zone = ${zone} AND p.period = ANY(${endingWith(period)}) AND p.body IS NOT NULL
      AND p.state <> 'waiting' AND ${askedItself('p')}
    GROUP BY p.body, p.region ORDER BY p.body, p.region`)
  const [parents, reporting] = [parentsOf(reference), new Set(reportingRegions(reference).map(({ code }) => code))]
  const cityOf = (region: string) => {
    const parent = parents.get(region) ?? null
    return parent !== null && reporting.has(parent) ? parent : region
  }
  return rows.map((row) => ({
    ...row,
    ...{ body: bodyName(reference, row.body), region: regionName(reference, row.region) },
    city: regionName(reference, cityOf(row.region)),
    ...{ completion: completionOf(row), timeliness: timelinessOf(row) },
  }))
}
