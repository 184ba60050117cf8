import { chasingText, daysLate } from '@lianxi/domain/duty/chasing'
import { Period } from '@lianxi/schema/period'
import type { BodyRates, ChasedItem, Chasing, ChasingInput, OwingBody } from '@lianxi/schema/views/chasing'
import type { PeriodView } from '@lianxi/schema/views/common'
import { FilingState, SubjectKind } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Database, type Reading, sql } from '../../client'
import { CURRENT } from '../base/board'
import { iso, progressTable, subjectOf } from '../base/parts'
import { endingWith, pickPeriod, readPeriods } from '../base/periods'
import { readReference, zoneName } from '../base/reference'
import { readNow, readStreamState } from '../moment/stream-state'
import { readOpenAsks } from './extension-asks'
import { readExtensions } from './extensions'
import { readRates } from './filing-rates'
import { readOwing } from './owing'
import { awaitsApproval, isOwed } from './served'

/** What the viewer may see: the zone, a region's bodies with their telephones, or only his own bodies. */
export type ChasingSight = { zone: boolean; regions: readonly string[]; bodies: readonly string[] }

const Missing = z.object({
  body: z.string(),
  region: z.string(),
  subject: z.string(),
  name: z.string(),
  kind: SubjectKind,
  period: Period,
  state: FilingState,
  dueAt: z.string().nullable(),
  awaiting: z.boolean(),
  persons: z.array(z.string()),
})
type Missing = z.infer<typeof Missing>

/** Items a page has room for; of more it says how many each body owes, and opens those of one. */
const MOST_ITEMS = 300

/** How many reports each body owes of a period: counted over all of its cells, so whoever keeps answers may keep it. */
type RatesOf = (period: Period) => Promise<BodyRates[]>

/** 催报: what is missing in a period and those that end with it, by body. */
export async function readChasing(
  db: Database,
  input: ChasingInput,
  sight: ChasingSight,
  ratesOf: RatesOf = (period) => readRates(db, input.zone, period),
): Promise<Chasing> {
  const { zone } = input
  const stream = await readStreamState(db, zone)
  const [reference, periods, clock] = await Promise.all([readReference(db, zone), readPeriods(db, zone), readNow(db)])
  const period = pickPeriod(periods, input.period, clock)
  const ending = endingWith(period.period)
  const places = (await ratesOf(period.period)).filter(({ body, region }) => {
    return sight.zone || sight.regions.includes(region.code) || sight.bodies.includes(body.code)
  })
  const rates = places.filter((one) => isAsked(one, input))
  const theirs = new Set(rates.map(keyOf))
  const isTheirs = (one: Place) => theirs.has(keyOf(one))
  const asked = { zone, periods: ending, rates, overdue: input.show === 'overdue' }
  const owing = await readOwing(db, asked, ({ region }) => sight.zone || sight.regions.includes(region.code))
  const missing = owing.reduce((sum, one) => sum + one.missing, 0)
  const isOpen = input.whole === true || input.body !== undefined || missing <= MOST_ITEMS
  const regions = [...new Set(rates.map(({ region }) => region.code))]
  const [rows, extensions, asks] = await Promise.all([
    isOpen ? readMissing(db, { zone, periods: ending, owing }) : [],
    readExtensions(db, reference, { regions, periods: ending }),
    sight.zone ? readOpenAsks(db, reference) : [],
  ])
  const items = itemsOf(rows, { now: clock.toISOString(), periods, overdue: input.show === 'overdue' })
  const chosen = new Map(places.flatMap(({ city, region }) => [city, region]).map((one) => [one.code, one]))
  return {
    ...{ zone: zoneName(reference), period, periods, rates, owing, asks, stream, mayExtend: sight.zone },
    regions: [...chosen.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
    bodies: owing.flatMap((one) => {
      const own = items.get(keyOf(one)) ?? []
      return own.length === 0
        ? []
        : [{ ...one, items: own, text: chasingText(one.body.name, own, clock.toISOString()) }]
    }),
    extensions: extensions.filter(isTheirs),
  }
}

type Place = Pick<OwingBody, 'body' | 'region'>
const keyOf = ({ body, region }: Place): string => `${body.code} ${region.code}`

/** A city is asked for with the regions inside it. */
const isAsked = ({ body, region, city }: BodyRates, asked: ChasingInput): boolean =>
  (asked.body === undefined || asked.body === body.code) &&
  (asked.region === undefined || [region.code, city.code].includes(asked.region))

type Moment = { now: string; periods: readonly PeriodView[]; overdue: boolean }

function itemsOf(rows: readonly Missing[], { now, periods, overdue }: Moment): Map<string, ChasedItem[]> {
  const usual = new Map(periods.map(({ period, dueAt }) => [period, dueAt]))
  const found = new Map<string, ChasedItem[]>()
  for (const { body, region, ...row } of rows) {
    const item = { ...row, daysLate: daysLate(row.dueAt, now), extended: row.dueAt !== (usual.get(row.period) ?? null) }
    if (overdue && item.daysLate === null) continue
    const key = `${body} ${region}`
    found.set(key, [...(found.get(key) ?? []), item])
  }
  return found
}

type Asked = { zone: string; periods: readonly Period[]; owing: readonly Place[] }

/** Names and persons are looked up for what is missing alone. */
async function readMissing(db: Reading, { zone, periods, owing }: Asked): Promise<Missing[]> {
  const [bodies, regions] = [owing.map(({ body }) => body.code), owing.map(({ region }) => region.code)]
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT p.body, p.region, p.subject, s.name, p.kind, p.period, p.state, ${iso('p.due_at')} AS "dueAt",
      ${awaitsApproval('p')} AS awaiting,
      coalesce((SELECT jsonb_agg(DISTINCT w.content->>'person') FROM unnest(p.items) AS c (code)
        JOIN board.item i ON i.zone = p.zone AND i.code = c.code
        JOIN year_list_item w ON w.zone = i.zone AND w.list = i.list AND w.code = i.code
        WHERE w.content->>'person' <> ''), '[]') AS persons
    FROM ${progressTable} p ${subjectOf(zone, sql`p.subject`, 's', CURRENT)}
    WHERE p.zone = ${zone} AND p.period = ANY(${periods}) AND p.region = ANY(${regions}) AND p.body = ANY(${bodies})
      AND ${isOwed('p')}
    ORDER BY p.body, p.due_at, s.name COLLATE zh, p.subject`)
  return z.array(Missing).parse(rows)
}
