import { cellChanges } from '@lianxi/domain/board/cell-change'
import { Period } from '@lianxi/schema/period'
import { Status } from '@lianxi/schema/status-vocabulary'
import { CellSide, type ChangeKind } from '@lianxi/schema/views/changes'
import { z } from 'zod'
import { raw, type Sql, sql } from '../../client'
import type { Board } from '../base/board'
import { iso } from '../base/parts'
import { type Between, type Earlier, endedBetween, spokenOf, toldBetween } from './between'
import type { Found } from './found'
import { isComparedWith, moved, rejudged, standingAt, statusAt } from './moved'

/** One cell `t` at a moment by its key; at most one row, so that it is always looked up and never searched for. */
export const cellAt = (board: Board, alias: string): Sql => sql`LEFT JOIN LATERAL (
  SELECT p.* FROM ${board.progress} p
  WHERE p.zone = z.zone AND p.subject = t.subject AND p.region = t.region AND p.period = t.period LIMIT 1) ${raw(alias)} ON true`

/** The row of cell `t` in a table of this statement's own. */
const ofCell = (table: string, alias: string): Sql => {
  const one = raw(alias)
  return sql`LEFT JOIN ${raw(table)} ${one} ON ${one}.subject = t.subject AND ${one}.region = t.region
    AND ${one}.period = t.period`
}

/** When the judge came to say of cell `t` what row `m` says; what it wrote since with the same word is no change. */
const judgedAt = (until: string): Sql => sql`(SELECT max(upper(h.valid)) FROM status_history h
  WHERE h.zone = z.zone AND h.subject = t.subject AND h.region = t.region AND h.period = t.period
    AND h.status <> m.after AND upper(h.valid) <= ${until}::timestamptz)`

/** Two figures are the same where all of these are. */
const figuresOf = (alias: string): Sql => {
  const p = raw(alias)
  return sql`(${p}.value, ${p}.stage, ${p}.invested_year_wan, ${p}.invested_total_wan, ${p}.progress_percent)`
}

const zoneOf = ({ reference }: Between): Sql => sql`z AS (SELECT ${reference.zone.code} AS zone)`

const STOOD = `subject, region, period, state, confirmed, event_id, value, stage, invested_year_wan, invested_total_wan,
  progress_percent`
/**
 * Cells as they stood at `since`, where they were changed since then. Only when it ended is looked for along an index: of
 * so many regions PostgreSQL expects few rows, and read a third of another index to leave the others out.
 */
const stood = (between: Between): Sql => {
  const { reference, regions, since } = between
  return sql`
  stood AS MATERIALIZED (
    SELECT ${raw(STOOD)} FROM (
      SELECT zone, ${raw(STOOD)} FROM board.progress_history
      WHERE ${endedBetween(between)} AND lower(valid) <= ${since}::timestamptz OFFSET 0) h
    WHERE zone = ${reference.zone.code} AND region = ANY(${regions}))`
}

/**
 * Cells that were touched: spoken of, judged otherwise, or come to be 未报 by a duty or a period that was announced late
 * or together with the end of the period; these have neither history nor event. A duty asks for its year's periods; of a
 * period that was ever open before it fell due, the cells were 开放 first, and that lies in the history.
 */
function touched(between: Between): Sql {
  const { reference, regions, to } = between
  const zone = reference.zone.code
  const overdue = (which: Sql) => sql`CROSS JOIN LATERAL (
    SELECT p.subject, p.region, p.period FROM ${to.progress} p
    WHERE p.zone = ${zone} AND p.state = 'overdue' AND ${which} OFFSET 0) p`
  const [duty, opening] = ['lianxi.duty.assigned.v1', 'lianxi.period.opened.v1']
  const openedYears = sql`ARRAY(SELECT o.year FROM ${to.period} o WHERE o.zone = ${zone} AND o.opens_at IS NOT NULL)`
  return sql`
    told AS MATERIALIZED (
      SELECT e.type, coalesce(e.region, e.data->>'region') AS region, coalesce(e.period, e.data->>'period') AS period,
        CASE e.type WHEN ${duty} THEN e.data->>'subject' ELSE e.subject END AS subject,
        CASE e.type WHEN ${duty} THEN (e.data->>'year')::int END AS year
      FROM ingested_event e
      WHERE ${toldBetween(between)} AND (e.period IS NOT NULL AND e.region = ANY(${regions})
        OR e.type = ${duty} AND e.data->>'region' = ANY(${regions}) AND (e.data->>'year')::int = ANY(${openedYears})
        OR e.type = ${opening})),
    t AS (
      SELECT subject, region, period FROM board.progress_history
      WHERE ${endedBetween(between)} AND zone = ${zone} AND region = ANY(${regions})
      UNION
      SELECT subject, region, period FROM told WHERE type NOT IN (${duty}, ${opening})
      UNION
      SELECT subject, region, period FROM moved
      UNION
      SELECT p.* FROM told d JOIN ${to.period} o ON o.zone = ${zone} AND o.year = d.year AND o.opens_at IS NOT NULL
        ${overdue(sql`p.subject = d.subject AND p.region = d.region AND p.period = o.period`)}
      WHERE d.type = ${duty}
      UNION
      SELECT p.* FROM told e JOIN ${to.period} o ON o.zone = ${zone} AND o.period = e.period AND o.fell_due
        ${overdue(sql`p.period = o.period AND p.region = ANY(${regions})`)}
      WHERE e.type = ${opening} AND NOT EXISTS (SELECT FROM board.period_history h
        WHERE h.zone = ${zone} AND h.period = o.period AND h.opens_at IS NOT NULL AND NOT h.fell_due))`
}

const Stood = CellSide.pick({ state: true, confirmed: true }).extend({ report: z.string().nullable() })
const Group = z.object({
  how: z.object({
    ...{ period: Period, said: z.boolean(), sameFigures: z.boolean() },
    ...{ before: Stood.nullable(), after: Stood, judgedBefore: Status.nullable(), judged: Status.nullable() },
  }),
  cells: z.string(),
})

/** `said`: the cell is another than before, not only its status. */
function kindsOf(how: z.infer<typeof Group>['how']): ChangeKind[] {
  const now = { ...how.after, status: how.judged, figures: how.sameFigures ? 'before' : 'after' }
  const then = how.said ? how.before : how.after
  return cellChanges(then && { ...then, figures: 'before' }, now, how.judgedBefore)
}

/** What is compared: cells `t`, as they stood (`b`), and what stood for them and stands now where that differs (`m`). */
type Compared = { cells: Sql; b: Sql; m: Sql }

/** All cells that were touched. What they were before is read through once. */
const everywhere = (between: Between): Compared => ({
  cells: sql`${moved(between)}, ${stood(between)}, ${touched(between)}`,
  b: ofCell('stood', 'b'),
  m: ofCell('moved', 'm'),
})

type Key = Pick<Found, 'subject' | 'region' | 'period'>
const nameOf = ({ subject, region, period }: Key): string => `${subject} ${region} ${period}`

/** These cells; what they were before is looked up for each. */
function among({ from, since, until }: Between, keys: readonly Key[]): Compared {
  const of = (name: keyof Key) => sql`${keys.map((key) => key[name])}::text[]`
  return {
    cells: sql`t AS (SELECT * FROM unnest(${of('subject')}, ${of('region')}, ${of('period')}) AS k (subject, region, period))`,
    b: cellAt(from, 'b'),
    m: sql`${standingAt(since, 'sb')} ${statusAt(until, 'sa')} LEFT JOIN LATERAL (
      SELECT t.subject, sb.status AS before, sa.status AS after
      WHERE sb.status <> sa.status AND ${isComparedWith('sb', until)}) m ON true`,
  }
}

/**
 * Filings that changed. `earlier`: what had changed by an earlier moment, and what is new since then, which no plan says
 * ({@link Earlier}): then only the cells that reports, verdicts and the judge touched meanwhile are compared again.
 */
export async function findCellChanges(between: Between, earlier?: Earlier<Found>): Promise<Found[]> {
  if (earlier === undefined) return compare(between, everywhere(between))
  const { known, news } = earlier
  const keys = await between.db.$queryRaw<Key[]>(sql`
    WITH ${zoneOf(news)}, spoken AS MATERIALIZED (${spokenOf(news)})
    SELECT subject, region, period FROM spoken UNION ${rejudged(news, 'spoken')}`)
  if (keys.length === 0) return [...known]
  const touchedNow = new Set(keys.map(nameOf))
  const subjects = new Set(keys.map(({ subject }) => subject)) // a name is not made for each of tens of thousands
  const isAsBefore = (one: Found) => !subjects.has(one.subject) || !touchedNow.has(nameOf(one))
  return [...known.filter(isAsBefore), ...(await compare(between, among(between, keys)))]
}

/**
 * They come in groups that stood alike then and stand alike now, of which the rule is asked once; statuses only where
 * they differ.
 */
async function compare(between: Between, { cells: compared, b, m }: Compared): Promise<Found[]> {
  const { db, to, since, until } = between
  const said = sql`a.valid_from > ${since}::timestamptz`
  const groups = await db.$queryRaw<unknown[]>(sql`
    WITH ${zoneOf(between)}, ${compared},
    c AS (
      SELECT t.subject, t.region, t.period, CASE WHEN ${said} THEN a.valid_from ELSE coalesce(${judgedAt(until)}, a.valid_from) END AS at, ${said} AS said, m.before AS judged_before,
        m.after AS judged, a.state, a.confirmed, b.state AS state_before, b.confirmed AS confirmed_before,
        CASE WHEN b.event_id IS NOT NULL THEN 'before' END AS report_before,
        CASE WHEN a.event_id = b.event_id THEN 'before' WHEN a.event_id IS NOT NULL THEN 'after' END AS report,
        ${figuresOf('a')} IS NOT DISTINCT FROM ${figuresOf('b')} AS same_figures
      FROM t CROSS JOIN z ${cellAt(to, 'a')} ${b} ${m}
      WHERE a.period IS NOT NULL AND (${said} OR m.subject IS NOT NULL))
    SELECT jsonb_build_object('period', period, 'said', said, 'sameFigures', same_figures,
        'judgedBefore', judged_before, 'judged', judged,
        'before', CASE WHEN state_before IS NULL THEN NULL ELSE
          jsonb_build_object('state', state_before, 'confirmed', confirmed_before, 'report', report_before) END,
        'after', jsonb_build_object('state', state, 'confirmed', confirmed, 'report', report)) AS how,
      string_agg(concat_ws(' ', subject, region, ${iso('at')}), E'\n') AS cells
    FROM c GROUP BY period, said, same_figures, judged_before, judged, state_before, confirmed_before, report_before,
      state, confirmed, report`)
  return groups.flatMap((row) => {
    const { how, cells } = Group.parse(row)
    const kinds = kindsOf(how)
    if (kinds.length === 0) return []
    return cells.split('\n').map((cell): Found => {
      const [subject = '', region = '', at = ''] = cell.split(' ')
      return { kinds, subject, region, period: how.period, at, rest: { of: 'cell' } }
    })
  })
}
