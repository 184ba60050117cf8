import { firstYearBefore } from '@lianxi/domain/report/digest'
import type { CellKey } from '@lianxi/domain/board/derive-cell'
import { yearOf, type Period } from '@lianxi/schema/period'
import type { PastFigure } from '@lianxi/schema/views/check-context'
import { Stage, type SubjectKind } from '@lianxi/schema/vocabulary'
import type { ClientBase } from 'pg'

/** What a topic has said of one subject and region, by period. */
export type Figures = Map<Period, PastFigure>

type SeriesKey = Pick<CellKey, 'zone' | 'subject' | 'region'>
export const seriesKeyOf = ({ zone, subject, region }: SeriesKey): string => `${zone} ${subject} ${region}`

/**
 * A range of the primary key for each subject and region; periods of a year begin with it. One row a series: twenty
 * figures as twenty rows cost the worker more than everything it does with them. No figure holds a blank or a bar.
 * A cell's columns are its own kind's report that stands; only for the other kind's the sub-state is taken apart, which
 * costs ten times as much.
 */
const figuresSql = (figure: string): string => `
  SELECT k.n, f.figures
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY
    AS k (zone, subject, region, since, until, n)
  CROSS JOIN LATERAL (
    SELECT string_agg(${figure}, ' ') AS figures
    FROM progress p CROSS JOIN LATERAL (SELECT p.report_state -> $6 -> 'current' AS report) s
    WHERE (p.zone, p.subject, p.region) = (k.zone, k.subject, k.region) AND p.period >= k.since AND p.period < k.until
      AND CASE WHEN p.kind = $6 THEN p.event_id IS NOT NULL ELSE s.report IS NOT NULL END) f
  WHERE f.figures IS NOT NULL`

const own = (column: string, field: string): string =>
  `coalesce(CASE WHEN p.kind = $6 THEN p.${column}::text ELSE s.report->>'${field}' END, '')`

const FIGURES = {
  target: figuresSql(`p.period || '|' || ${own('value', 'value')}`),
  project: figuresSql(
    [
      'p.period',
      own('stage', 'stage'),
      own('invested_year_wan', 'investedYearWan'),
      own('invested_total_wan', 'investedTotalWan'),
      own('progress_percent', 'progressPercent'),
    ].join(` || '|' || `),
  ),
} satisfies Record<SubjectKind, string>

/**
 * The figures that the reports of one topic are compared with, in one query: of each subject and region what stands
 * from five years before its first period here to the year of its last. Only this topic's sub-states are read, so the
 * topic's own order alone decides what came before a report.
 */
export async function loadFiguresInTx(
  tx: ClientBase,
  kind: SubjectKind,
  reports: readonly { data: CellKey }[],
): Promise<Map<string, Figures>> {
  const series = new Map<string, SeriesKey & { since: number; until: number }>()
  for (const { data } of reports) {
    const { zone, subject, region, period } = data
    const key = { zone, subject, region }
    const [since, until] = [firstYearBefore(period), yearOf(period) + 1]
    const known = series.get(seriesKeyOf(key)) ?? { ...key, since, until }
    known.since = Math.min(known.since, since)
    known.until = Math.max(known.until, until)
    series.set(seriesKeyOf(key), known)
  }
  const wanted = [...series.values()]
  const columns = [
    wanted.map(({ zone }) => zone),
    wanted.map(({ subject }) => subject),
    wanted.map(({ region }) => region),
    wanted.map(({ since }) => String(since)),
    wanted.map(({ until }) => String(until)),
  ]
  const { rows } = await tx.query<{ n: string; figures: string }>({
    name: `load-${kind}-figures`,
    text: FIGURES[kind],
    values: [...columns, kind],
  })
  const all = [...series.keys()].map((name) => [name, new Map<Period, PastFigure>()] as const)
  for (const { n, figures } of rows) {
    const known = all[Number(n) - 1]?.[1]
    for (const figure of figures.split(' ')) {
      const past = READ[kind](figure.split('|'))
      known?.set(past.period, past)
    }
  }
  return new Map(all)
}

const some = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text)
const wan = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text))

const STAGES: ReadonlySet<string> = new Set(Stage.options)
const isStage = (text: string | undefined): text is Stage => text !== undefined && STAGES.has(text)

const READ = {
  target: ([period = '', value]) => ({
    period,
    value: some(value),
    stage: null,
    investedYearWan: null,
    investedTotalWan: null,
    progressPercent: null,
  }),
  project: ([period = '', stage, yearWan, totalWan, progress]) => ({
    period,
    value: null,
    stage: isStage(stage) ? stage : null,
    investedYearWan: wan(yearWan),
    investedTotalWan: wan(totalWan),
    progressPercent: some(progress),
  }),
} satisfies Record<SubjectKind, (parts: string[]) => PastFigure>
