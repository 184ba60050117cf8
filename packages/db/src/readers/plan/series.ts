import { seriesCode } from '@lianxi/domain/plan-import/derived-code'
import { SeriesSourceStated, SeriesValueEntered } from '@lianxi/schema/events/indicators'
import { comparePeriods } from '@lianxi/schema/period'
import type { SeriesLine } from '@lianxi/schema/views/indicator'
import { raw, type Reading, sql } from '../../client'
import type { KnownIndicators } from '../../indicator/known'
import { sameIndicator } from '../../judge/load-series'

/** `divided`: it is a share, and unit and indicator are those of its part. */
type Compared = {
  code: string
  name: string
  divided: boolean
  unit: string | null
  indicator: string | null
  series: string
  scope: string
}

/** Targets of the zone that are compared with another series, and those that are a share of one. */
export function readComparedTargets(db: Reading, zone: string): Promise<Compared[]> {
  return db.$queryRaw<Compared[]>(sql`
    SELECT code, name, doc->>'unit' AS unit, doc->>'indicator' AS indicator, doc->'relativeTo'->>'series' AS series,
      doc->'relativeTo'->>'scope' AS scope, false AS divided
    FROM board.subject WHERE zone = ${zone} AND kind = 'target' AND doc->'relativeTo' IS NOT NULL
    UNION ALL
    SELECT s.code, s.name, p.doc->>'unit', p.code, i.doc->'share'->>'series', i.doc->'share'->>'scope', true
    FROM board.fact i
    JOIN LATERAL ${SAME} same ON true
    JOIN board.subject s ON s.zone = i.zone AND s.kind = 'target' AND s.doc->>'basis' = 'ratio' AND s.doc->>'unit' = '%'
      AND s.doc->>'indicator' = same.code
    LEFT JOIN board.fact p ON p.zone = i.zone AND p.kind = 'indicator' AND p.code = i.doc->'share'->>'part'
    WHERE i.zone = ${zone} AND i.kind = 'indicator' AND i.doc->'share' IS NOT NULL ORDER BY code`)
}
const SAME = raw(sameIndicator('i.zone', 'i.code', 'board.fact'))

/** What was said last of whose reports a series is, by the series' code. */
export async function readSeriesSources(db: Reading, zone: string) {
  const rows = await db.$queryRaw<{ code: string; doc: unknown; event: string }[]>(sql`
    SELECT code, doc, event_id::text AS event FROM board.fact WHERE zone = ${zone} AND kind = 'series-source'`)
  return new Map(rows.map(({ code, doc, event }) => [code, { doc: SeriesSourceStated.parse(doc), event }]))
}

/** Every series a target of the zone names or somebody entered a figure of, with where its figures are from. */
export async function readSeries(db: Reading, zone: string, known: KnownIndicators): Promise<SeriesLine[]> {
  const [wanted, sources, entered] = await Promise.all([
    readComparedTargets(db, zone),
    readSeriesSources(db, zone),
    db.$queryRaw<{ doc: unknown }[]>(
      sql`SELECT doc FROM board.fact WHERE zone = ${zone} AND kind = 'series-value' ORDER BY code`,
    ),
  ])
  const lines = new Map<string, SeriesLine>()
  const lineOf = (name: string, scope: string, unit: string | null): SeriesLine => {
    const code = seriesCode(name, scope)
    const line = lines.get(code) ?? {
      name,
      scope,
      unit,
      targets: [],
      values: [],
      ...sourceOf(known, sources.get(code)),
      fits: [],
    }
    lines.set(code, line)
    return line
  }
  for (const { code, name, unit, series, scope } of wanted) lineOf(series, scope, unit).targets.push({ code, name })
  for (const { doc } of entered) {
    const { name, scope, unit, period, value, source, enteredBy, enteredOn } = SeriesValueEntered.parse(doc)
    lineOf(name, scope, unit).values.push({ period, value, unit, source, enteredBy, enteredOn })
  }
  for (const [code, line] of lines) {
    line.values.sort((a, b) => comparePeriods(b.period, a.period))
    line.fits = fitting(
      known,
      wanted.filter(({ series, scope }) => seriesCode(series, scope) === code),
    )
  }
  return [...lines.values()]
}

type Stated = { doc: SeriesSourceStated; event: string } | undefined
function sourceOf({ indicators }: KnownIndicators, stated: Stated): Pick<SeriesLine, 'source' | 'seen'> {
  if (stated === undefined) return { source: null, seen: null }
  const { indicator, reason, decidedBy, decidedOn } = stated.doc
  if (indicator === null) return { source: null, seen: stated.event }
  const named = { code: indicator, name: indicators.get(indicator)?.doc.name ?? indicator }
  return { source: { indicator: named, reason, decidedBy, decidedOn }, seen: stated.event }
}

/** Indicators whose reports could be the series: counted in the targets' unit, and none of them itself. */
const fitting = ({ indicators, merges }: KnownIndicators, compared: readonly Compared[]): SeriesLine['fits'] =>
  compared.length === 0
    ? []
    : [...indicators.values()]
        .filter(({ doc }) => !merges.has(doc.code))
        .filter(({ doc }) =>
          compared.every(({ unit, indicator }) => (unit ?? doc.unit) === doc.unit && indicator !== doc.code),
        )
        .map(({ doc: { code, name } }) => ({ code, name }))
