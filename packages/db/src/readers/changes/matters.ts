import { type Matter, matterChanges, standingOf } from '@lianxi/domain/matter/standing'
import { objectionOutcome } from '@lianxi/schema/status-vocabulary'
import type { ChangeLine } from '@lianxi/schema/views/changes'
import { ObjectionMark } from '@lianxi/schema/views/status'
import { matterKind, MatterKind, SubjectKind, WorkField } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { empty, raw, type Sql, sql } from '../../client'
import type { Board } from '../base/board'
import { type Between, type Earlier, spokenOf } from './between'
import { lineInWords } from './line'
import { statusAt } from './moved'
import { iso, periodEnd, reportTopic, saysTrouble, subjectOf } from '../base/parts'
import { regionName } from '../base/reference'

const About = z.object({
  ...{ subject: z.string(), kind: SubjectKind, name: z.string(), field: WorkField.nullable() },
  ...{ region: z.string(), period: z.string(), at: z.string() },
})
const line = (
  { reference }: Between,
  opened: boolean,
  { region, period, ...about }: z.infer<typeof About>,
  note: string,
): ChangeLine => ({
  ...lineInWords([opened ? 'matter-opened' : 'matter-closed'], about, note),
  ...{ region: regionName(reference, region), period },
})

const Said = z.array(
  z.object({
    ...{ nil: z.boolean(), problems: z.string() },
    matters: z.array(z.object({ kind: MatterKind, text: z.string() })),
  }),
)
const SaidRow = z.object({ subject: z.string(), region: z.string(), before: Said.nullable(), after: Said.nullable() })

/** Something was said in cell `alias`; a returned report says it still, it is only in doubt. */
const isSaid = (alias: string): Sql => sql`${raw(alias)}.state IN ('reported', 'returned', 'waiting')`

/** One cell, looked for in the order of the primary key: else an index is taken that does not have the period. */
const byKey = (alias: string): Sql => {
  const p = raw(alias)
  return sql`ORDER BY ${p}.zone, ${p}.subject, ${p}.region, ${p}.period LIMIT 1`
}

/**
 * The cell whose report is event `e`, as row `name`, where it stands at a moment and no later report closed it: after a
 * report that does not say 本期无变化 nothing before it stands any more. A later period lies in no earlier year.
 */
const standsAt = ({ reference }: Between, board: Board, name: string): Sql => sql`LEFT JOIN LATERAL (
  SELECT p.nil, ${periodEnd('p')} AS ends FROM ${board.progress} p
  WHERE p.zone = ${reference.zone.code} AND p.subject = e.subject AND p.region = e.region AND p.period = e.period
    AND p.event_id = e.event_id AND ${reportTopic('p')} = e.topic AND ${isSaid('p')}
    AND (SELECT true FROM ${board.progress} q
      WHERE q.zone = ${reference.zone.code} AND q.subject = e.subject AND q.region = e.region
        AND q.period >= left(e.period, 4) AND ${isSaid('q')} AND NOT q.nil AND ${periodEnd('q')} > ${periodEnd('p')}
      ${byKey('q')}) IS NULL
  LIMIT 1) ${raw(name)} ON true`

/**
 * Problems and 需协调事项 that regions came to say meanwhile, or say no more. Of all that was ever said of the subjects
 * touched, what had been closed at both moments by a later report that still stands is left out by that report alone.
 */
export async function readSaidMatters(between: Between, earlier?: Earlier<ChangeLine>): Promise<ChangeLine[]> {
  if (earlier === undefined) return readSaid(between, spokenOf(between))
  const { known, news } = earlier
  const keys = await between.db.$queryRaw<Key[]>(sql`SELECT DISTINCT subject, region FROM (${spokenOf(news)}) t`)
  const touchedNow = new Set(keys.map(keyOf))
  const isAsBefore = ({ subject, region }: ChangeLine) =>
    region === null || !touchedNow.has(keyOf({ subject, region: region.code }))
  return [...known.filter(isAsBefore), ...(await readSaid(between, sql`SELECT * FROM ${rowsOf(keys)}`))]
}

/** @param spoken subjects and regions to look at, as columns of those names */
async function readSaid(between: Between, spoken: Sql): Promise<ChangeLine[]> {
  const { db, reference, from, to, since, until } = between
  const side = (name: string) => sql`jsonb_agg(e.words || jsonb_build_object('nil', ${raw(name)}.nil)
    ORDER BY ${raw(name)}.ends, e.period) FILTER (WHERE ${raw(name)}.ends IS NOT NULL)`
  const events = (name: string) =>
    sql`array_agg(e.event_id ORDER BY e.event_id) FILTER (WHERE ${raw(name)}.ends IS NOT NULL)`
  const closedSince = sql`(SELECT true FROM board.progress p
    WHERE p.zone = ${reference.zone.code} AND p.subject = e.subject AND p.region = e.region AND p.period > e.period
      AND substr(p.period, 5, 1) = substr(e.period, 5, 1) AND p.valid_from <= ${since}::timestamptz
      AND ${isSaid('p')} AND NOT p.nil
    ${byKey('p')})`
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    WITH k AS (SELECT DISTINCT subject, region FROM (${spoken}) t),
    e AS MATERIALIZED (
      SELECT e.subject, e.region, e.period, e.event_id, e.topic, jsonb_build_object(
        'problems', coalesce(e.data->'content'->>'problems', ''), 'matters', coalesce(e.data->'content'->'matters', '[]')) AS words
      FROM k JOIN ingested_event e ON e.subject = k.subject AND e.region = k.region
      WHERE ${saysTrouble('e')} AND e.chunk_id <= (SELECT max(id) FROM chunk WHERE stamp <= ${until}::timestamptz)
        AND ${closedSince} IS NULL)
    SELECT jsonb_build_object('subject', e.subject, 'region', e.region, 'before', ${side('b')}, 'after', ${side('a')}) AS row
    FROM e ${standsAt(between, from, 'b')} ${standsAt(between, to, 'a')}
    GROUP BY e.subject, e.region HAVING ${events('b')} IS DISTINCT FROM ${events('a')}`)
  const changed = rows.flatMap(({ row }) => {
    const { before, after, ...key } = SaidRow.parse(row)
    const { opened, closed } = matterChanges(standingOf(before ?? []), standingOf(after ?? []))
    return opened.length + closed.length === 0 ? [] : [{ ...key, opened, closed }]
  })
  const abouts = await readAbouts(between, changed)
  return changed.flatMap(({ opened, closed, ...key }) => {
    const about = abouts.get(keyOf(key))
    if (about === undefined) return []
    const told = (which: boolean) => (matter: Matter) => line(between, which, about, wordsOf(which, matter))
    return [...opened.map(told(true)), ...closed.map(told(false))]
  })
}

type Key = { subject: string; region: string }
const keyOf = ({ subject, region }: Key): string => `${subject} ${region}`

/** These subjects and regions as rows `k`. */
function rowsOf(keys: readonly Key[]): Sql {
  const of = (name: keyof Key) => keys.map((key) => key[name])
  return sql`unnest(${of('subject')}::text[], ${of('region')}::text[]) AS k (subject, region)`
}

/** What each of these is, when its cells were last touched, and the last period of which something is said, or was. */
async function readAbouts({ db, reference, from, to }: Between, keys: readonly Key[]) {
  const zone = reference.zone.code
  // Each moment's cells of a subject and region are looked through once.
  const told = (board: Board, name: string, where = empty) => sql`LEFT JOIN LATERAL (
    SELECT max(p.kind) AS kind, max(p.valid_from) AS at,
      (array_agg(p.period ORDER BY ${periodEnd('p')} DESC, p.period DESC) FILTER (WHERE ${isSaid('p')}))[1] AS said
    FROM ${board.progress} p
    WHERE p.zone = ${zone} AND p.subject = k.subject AND p.region = k.region ${where}) ${raw(name)} ON true`
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('subject', k.subject, 'kind', a.kind, 'name', coalesce(s.name, k.subject),
      'field', s.domain, 'region', k.region, 'at', ${iso('a.at')}, 'period', coalesce(a.said, b.said)) AS row
    FROM ${rowsOf(keys)} ${told(to, 'a')} ${told(from, 'b', sql`AND a.said IS NULL`)}
    ${subjectOf(zone, sql`k.subject`, 's', to)}
    WHERE a.kind IS NOT NULL`)
  return new Map(rows.map(({ row }) => About.parse(row)).map((about) => [keyOf(about), about]))
}

const wordsOf = (opened: boolean, { what, text }: Matter): string => {
  const named = what === 'problem' ? '存在问题' : `需协调（${matterKind.labels[what]}）`
  return `${opened ? '' : '不再反映：'}${named}：${text}`
}

const StoredObjection = ObjectionMark.omit({ bodyName: true })
const Objected = About.extend({
  ...{ before: StoredObjection.nullable(), after: StoredObjection.nullable(), withdrawn: z.string().nullable() },
})

/** Objections to statuses that came to be unanswered meanwhile, or are so no more. */
export async function readObjections(between: Between): Promise<ChangeLine[]> {
  const { db, reference, regions, to, since, until } = between
  const zone = reference.zone.code
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    WITH z AS (SELECT ${zone} AS zone),
    t AS (SELECT DISTINCT f.doc->>'subject' AS subject, f.doc->>'region' AS region, f.doc->>'period' AS period,
        split_part(f.kind, '-', 1) AS kind
      FROM ${to.fact} f
      WHERE f.zone = ${zone} AND f.kind IN ('target-status-objected', 'project-status-objected')
        AND f.doc->>'region' = ANY(${regions}))
    SELECT jsonb_build_object('subject', t.subject, 'kind', coalesce(s.kind, t.kind), 'name', coalesce(s.name, t.subject),
      'field', s.domain, 'region', t.region, 'period', t.period,
      'at', coalesce(${iso('sa.valid_from')}, ${until}), 'before', sb.objection, 'after', sa.objection,
      'withdrawn', w.doc->>'reason') AS row
    FROM t CROSS JOIN z ${statusAt(since, 'sb')} ${statusAt(until, 'sa')}
    LEFT JOIN ${to.fact} w ON w.zone = z.zone AND w.kind = 'objection-withdrawn' AND w.code = sb.objection->>'event'
    ${subjectOf(zone, sql`t.subject`, 's', to)}
    WHERE sa.objection IS DISTINCT FROM sb.objection`)
  return rows.flatMap(({ row }) => {
    const { before, after, withdrawn, ...about } = Objected.parse(row)
    const [then, now] = [before, after].map((one) => (one?.answer === null ? one : null))
    if (then?.event === now?.event) return []
    return [
      ...(now ? [line(between, true, about, `对状态的异议：${now.text}（${now.person}）`)] : []),
      ...(then ? [line(between, false, about, endOf(then, { after, withdrawn }))] : []),
    ]
  })
}

type Stored = z.infer<typeof StoredObjection>

/** How an objection came to be open no more. */
function endOf({ event, text }: Stored, later: { after: Stored | null; withdrawn: string | null }): string {
  const answer = later.after?.event === event ? later.after.answer : null
  if (answer !== null) return `异议已答复（${objectionOutcome.labels[answer.outcome]}）：${answer.reason}`
  if (later.withdrawn !== null) return `异议已撤回：${later.withdrawn}`
  return `异议所指的状态已改变：${text}`
}
