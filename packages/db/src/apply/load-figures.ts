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
 * A range of the primary key for each subject and region; periods of a year begin with it. A cell's columns are its
 * own kind's report that stands; only for the other kind's the sub-state is taken apart, which costs ten times as much.
 */
const FIGURES = `
  SELECT k.n, p.period,
         CASE WHEN p.kind = $6 THEN p.value::text ELSE s.report->>'value' END AS value,
         CASE WHEN p.kind = $6 THEN p.stage ELSE s.report->>'stage' END AS stage,
         CASE WHEN p.kind = $6 THEN p.invested_year_wan ELSE (s.report->>'investedYearWan')::bigint END AS year_wan,
         CASE WHEN p.kind = $6 THEN p.invested_total_wan ELSE (s.report->>'investedTotalWan')::bigint END AS total_wan,
         CASE WHEN p.kind = $6 THEN p.progress_percent::text ELSE s.report->>'progressPercent' END AS progress
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY
    AS k (zone, subject, region, since, until, n)
  JOIN progress p ON (p.zone, p.subject, p.region) = (k.zone, k.subject, k.region)
    AND p.period >= k.since AND p.period < k.until
  CROSS JOIN LATERAL (SELECT p.report_state -> $6 -> 'current' AS report) s
  WHERE CASE WHEN p.kind = $6 THEN p.event_id IS NOT NULL ELSE s.report IS NOT NULL END`

type FigureRow = {
  n: string
  period: string
  value: string | null
  stage: string | null
  year_wan: string | null
  total_wan: string | null
  progress: string | null
}

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
  const { rows } = await tx.query<FigureRow>({ name: 'load-figures', text: FIGURES, values: [...columns, kind] })
  const all = [...series.keys()].map((name) => [name, new Map<Period, PastFigure>()] as const)
  for (const row of rows) all[Number(row.n) - 1]?.[1].set(row.period, figureOf(row))
  return new Map(all)
}

const wan = (text: string | null): number | null => (text === null ? null : Number(text))

const figureOf = ({ period, value, stage, year_wan, total_wan, progress }: FigureRow): PastFigure => ({
  period,
  value,
  stage: stage === null ? null : Stage.parse(stage),
  investedYearWan: wan(year_wan),
  investedTotalWan: wan(total_wan),
  progressPercent: progress,
})
