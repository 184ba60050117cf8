import type { CellKey } from '@lianxi/domain/board/derive-cell'
import type { Period } from '@lianxi/schema/period'
import type { PastFigure } from '@lianxi/schema/views/check-context'
import type { Stage, SubjectKind } from '@lianxi/schema/vocabulary'
import type { ClientBase } from 'pg'
import { column, encodeArrays, TEXT } from './binary-columns'

type SeriesKey = Pick<CellKey, 'zone' | 'subject' | 'region'>
/** What a topic has said of one subject and region, by period. */
export type Series = SeriesKey & { figures: Map<Period, PastFigure> }

export const seriesKeyOf = ({ zone, subject, region }: SeriesKey): string => `${zone} ${subject} ${region}`

/** The series that reports belong to, without figures. */
export function seriesOf(reports: readonly { data: CellKey }[]): Map<string, Series> {
  const series = new Map<string, Series>()
  for (const { data } of reports) {
    const name = seriesKeyOf(data)
    if (series.has(name)) continue
    series.set(name, { zone: data.zone, subject: data.subject, region: data.region, figures: new Map() })
  }
  return series
}

const KEYS = [
  column('zone', TEXT, ({ zone }: Series) => zone),
  column('subject', TEXT, ({ subject }: Series) => subject),
  column('region', TEXT, ({ region }: Series) => region),
]
/** One by one along the key, whatever the planner believes of a table that was empty a moment ago. */
const LOAD = `
  SELECT k.n, f.said FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS k (zone, subject, region, n)
  CROSS JOIN LATERAL (
    SELECT said FROM figures WHERE (zone, subject, region, kind) = (k.zone, k.subject, k.region, $1) LIMIT 1) f`

/**
 * The figures that the reports of one topic are compared with. One row holds those of a series: looked for in the
 * cells, a report cost the more the more periods were reported before it, twenty rows and more for one digest.
 */
export async function loadFiguresInTx(
  tx: ClientBase,
  kind: SubjectKind,
  reports: readonly { data: CellKey }[],
): Promise<Map<string, Series>> {
  const series = seriesOf(reports)
  const all = [...series.values()]
  const values = [kind, ...encodeArrays(KEYS, all)]
  const { rows } = await tx.query<{ n: string; said: string }>({ name: 'load-figures', text: LOAD, values })
  for (const { n, said } of rows) {
    const known = all[Number(n) - 1]
    for (const past of read(kind, said)) known?.figures.set(past.period, past)
  }
  return series
}

const WRITE = `
  INSERT INTO figures (zone, subject, region, kind, said)
  SELECT zone, subject, region, $1, said
  FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS s (zone, subject, region, said)
  ON CONFLICT (zone, subject, region, kind) DO UPDATE SET said = excluded.said`

/** Keeps what was said. These rows are the topic's own as its sub-states are: its fence is enough. */
export async function writeFiguresInTx(
  tx: ClientBase,
  kind: SubjectKind,
  series: ReadonlyMap<string, Series>,
): Promise<void> {
  if (series.size === 0) return
  const said = column('said', TEXT, ({ figures }: Series) => SAID[kind](inOrder(figures)))
  const values = [kind, ...encodeArrays([...KEYS, said], [...series.values()])]
  await tx.query({ name: 'write-figures', text: WRITE, values })
}

const inOrder = (figures: ReadonlyMap<Period, PastFigure>): PastFigure[] =>
  [...figures.values()].sort((a, b) => (a.period < b.period ? -1 : 1))

/** As they are stored: the oldest first, so that the same figures are the same text. */
const SAID = {
  target: (figures) => JSON.stringify(figures.map(({ period, value }) => [period, value])),
  project: (figures) =>
    JSON.stringify(
      figures.map((said) => [
        said.period,
        said.stage,
        said.investedYearWan,
        said.investedTotalWan,
        said.progressPercent,
      ]),
    ),
} satisfies Record<SubjectKind, (figures: PastFigure[]) => string>

/** Written by this code under the board's lock and by nobody else, as sub-states are. */
function read(kind: SubjectKind, said: string): PastFigure[] {
  if (kind === 'target') {
    const told = JSON.parse(said) as [Period, string | null][]
    return told.map(([period, value]) => ({
      period,
      value,
      stage: null,
      investedYearWan: null,
      investedTotalWan: null,
      progressPercent: null,
    }))
  }
  const told = JSON.parse(said) as [Period, Stage | null, number | null, number | null, string | null][]
  return told.map(([period, stage, investedYearWan, investedTotalWan, progressPercent]) => ({
    period,
    value: null,
    stage,
    investedYearWan,
    investedTotalWan,
    progressPercent,
  }))
}
