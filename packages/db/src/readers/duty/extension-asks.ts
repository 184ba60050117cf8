import { askStateOf } from '@lianxi/domain/duty/extend'
import { Instant } from '@lianxi/schema/decimal'
import { Period } from '@lianxi/schema/period'
import { type AskView, type OfficeAsks, SettledAsk } from '@lianxi/schema/views/extension-ask'
import { z } from 'zod'
import { empty, type Reading, type Sql, sql } from '../../client'
import { iso, subjectOf } from '../base/parts'
import { CURRENT } from '../base/board'
import { endingWith } from '../base/periods'
import { bodyName, readReference, type Reference, regionName } from '../base/reference'
import { isOwed } from './served'

/** Of this zone, region, body, period and subject (null: whatever it owes) something is still to be reported. */
export const isMissing = (scope: Sql): Sql => sql`EXISTS (
  SELECT FROM board.progress p, (VALUES ${scope}) AS of (zone, region, body, period, subject)
  WHERE p.zone = of.zone AND p.region = of.region AND p.body = of.body AND p.period = of.period
    AND (of.subject IS NULL OR p.subject = of.subject) AND ${isOwed('p')})`

const isMissingOf = isMissing(sql`(a.zone, a.region, a.body, a.period, a.subject)`)
const isClosed = sql`coalesce(w.closed OR w.closes_at <= clock(), true)`
const withPeriod = sql`extension_ask a LEFT JOIN board.period w USING (zone, period)`

const Row = z.object({
  ...{
    id: z.string(),
    region: z.string(),
    body: z.string(),
    subject: z.string().nullable(),
    name: z.string().nullable(),
  },
  ...{ period: Period, until: z.string(), reason: z.string(), state: SettledAsk, closed: z.boolean() },
  ...{ closesAt: Instant.nullable(), missing: z.boolean(), askedBy: z.string(), askedAt: Instant },
  ...{ given: z.string().nullable(), settledBy: z.string().nullable(), settledAt: Instant.nullable() },
  reply: z.string().nullable(),
})

async function readAsks(db: Reading, reference: Reference, where: Sql): Promise<AskView[]> {
  const zone = reference.zone.code
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT a.id, a.region, a.body, a.subject, s.name, a.period, a.until, a.reason, a.state, a.given, a.reply,
      ${isClosed} AS closed, ${iso('w.closes_at')} AS "closesAt", a.state = 'open' AND ${isMissingOf} AS missing,
      a.asked_by_name AS "askedBy", ${iso('a.asked_at')} AS "askedAt", a.settled_by_name AS "settledBy",
      ${iso('a.settled_at')} AS "settledAt"
    FROM ${withPeriod} ${subjectOf(zone, sql`a.subject`, 's', CURRENT)}
    WHERE a.zone = ${zone} AND ${where} ORDER BY a.asked_at DESC, a.id DESC`)
  return z
    .array(Row)
    .parse(rows)
    .map(({ region, body, subject, name, state, closed, missing, ...kept }) => ({
      ...{ ...kept, region: regionName(reference, region), body: bodyName(reference, body) },
      subject: subject === null ? null : { code: subject, name: name ?? subject },
      state: askStateOf(state, { closed, missing }),
    }))
}

const isOpen = sql`a.state = 'open' AND NOT ${isClosed} AND ${isMissingOf}`

/** What the secretariat of a zone has to answer, whatever period it is about. */
export const readOpenAsks = (db: Reading, reference: Reference): Promise<AskView[]> => readAsks(db, reference, isOpen)

export async function countOpenAsks(db: Reading, zones: readonly string[]): Promise<{ zone: string; open: number }[]> {
  return db.$queryRaw<{ zone: string; open: number }[]>(sql`
    SELECT a.zone, count(*)::int AS open FROM ${withPeriod}
    WHERE a.zone = ANY(${[...zones]}) AND ${isOpen} GROUP BY a.zone`)
}

type Office = { zone: string; region: string; period: Period; bodies: readonly string[] | null }

/** `bodies`: for which one may ask; null: for all of the region. */
export async function readOfficeAsks(db: Reading, { zone, region, period, bodies }: Office): Promise<OfficeAsks> {
  const reference = await readReference(db, zone)
  const periods = endingWith(period)
  const theirs = (alias: Sql) => (bodies === null ? empty : sql`AND ${alias} = ANY(${[...bodies]})`)
  const [asks, items] = await Promise.all([
    readAsks(db, reference, sql`a.region = ${region} AND a.period = ANY(${periods}) ${theirs(sql`a.body`)}`),
    db.$queryRaw<unknown[]>(sql`
      SELECT p.body, p.subject, s.name, p.period, ${iso('w.closes_at')} AS "closesAt"
      FROM board.progress p JOIN board.period w USING (zone, period) ${subjectOf(zone, sql`p.subject`, 's', CURRENT)}
      WHERE p.zone = ${zone} AND p.region = ${region} AND p.period = ANY(${periods}) AND p.body IS NOT NULL
        AND ${isOwed('p')} AND NOT ${isClosed} ${theirs(sql`p.body`)}
      ORDER BY p.body, p.due_at, s.name COLLATE zh, p.subject`),
  ])
  return { asks, choices: choicesOf(reference, z.array(Item).parse(items)) }
}

const Item = z.object({
  ...{ body: z.string(), subject: z.string(), name: z.string().nullable(), period: Period },
  closesAt: Instant.nullable(),
})

/** Everything of a body and period, then each by itself. */
function choicesOf(reference: Reference, items: readonly z.infer<typeof Item>[]): OfficeAsks['choices'] {
  const wholes = new Map(items.map((item) => [`${item.body} ${item.period}`, { ...item, subject: null, name: null }]))
  return [...wholes.values(), ...items].map(({ body, subject, name, ...kept }) => ({
    ...{ ...kept, body: bodyName(reference, body) },
    subject: subject === null ? null : { code: subject, name: name ?? subject },
  }))
}
