import { NO_SERIES, type OtherSeries, type ShareSeries } from '@lianxi/domain/judge/other-series'
import { Period } from '@lianxi/schema/period'
import { Basis, FilingState } from '@lianxi/schema/vocabulary'
import { z } from 'zod'

/** Codes that count as one indicator with `code`: what was merged, however long the chain. `fact`: the table's name. */
export const sameIndicator = (zone: string, code: string, fact = 'fact'): string => `(
  WITH RECURSIVE same AS (
    SELECT ${code} AS code
    UNION
    SELECT CASE WHEN m.code = same.code THEN m.doc->>'into' ELSE m.code END
    FROM same JOIN ${fact} m ON m.zone = ${zone} AND m.kind = 'indicator-merge' AND jsonb_exists(m.doc, 'into')
      AND same.code IN (m.code, m.doc->>'into'))
  SELECT code FROM same)`

/** What regions report of an indicator, by targets other than `s` itself. */
const reported = (indicator: string): string => `
  'indicator', ${indicator},
  'name', coalesce((SELECT i.doc->>'name' FROM fact i WHERE i.zone = s.zone AND i.kind = 'indicator' AND i.code = ${indicator}),
    ${indicator}),
  'cells', coalesce((SELECT jsonb_agg(jsonb_build_object('subject', c.subject, 'region', c.region, 'period', c.period,
      'state', c.state, 'nil', c.nil, 'value', trim_scale(c.value)::text, 'unit', t.doc->>'unit', 'event', c.event_id)
      ORDER BY c.subject, c.region, c.period)
    FROM subject t JOIN progress c ON c.zone = t.zone AND c.subject = t.code AND c.kind = 'target'
    WHERE t.zone = s.zone AND t.kind = 'target' AND t.code <> s.code
      AND t.doc->>'indicator' IN ${sameIndicator('s.zone', indicator)}), '[]')`

/** The series of a name and scope: its entered figures, and the reports that were stated as its source. */
const series = (name: string, scope: string): string => `
  'entered', (SELECT jsonb_agg(jsonb_build_object('period', v.doc->>'period', 'value', v.doc->>'value', 'unit', v.doc->>'unit')
      ORDER BY v.code)
    FROM fact v WHERE v.zone = s.zone AND v.kind = 'series-value' AND v.doc->>'name' = ${name} AND v.doc->>'scope' = ${scope}),
  'reported', (SELECT jsonb_build_object(${reported('src.indicator')})
    FROM (SELECT f.doc->>'indicator' AS indicator FROM fact f
      WHERE f.zone = s.zone AND f.kind = 'series-source' AND f.doc->>'name' = ${name}
        AND f.doc->>'scope' = ${scope} AND f.doc->>'indicator' IS NOT NULL LIMIT 1) src)`

/** The series a target of subject `s` is compared with: entered figures, or the source that was stated for it. */
export const COMPARED = `CASE WHEN s.doc->'relativeTo' IS NOT NULL THEN jsonb_build_object(
    ${series(`s.doc->'relativeTo'->>'series'`, `s.doc->'relativeTo'->>'scope'`)}) END`

/** What the share of subject `s` is worked out from, where its indicator, or one that counts as the same, says how. */
export const SHARE = `CASE WHEN s.kind = 'target' AND s.doc->>'basis' = 'ratio' THEN (
    SELECT jsonb_build_object(
      'part', jsonb_build_object(${reported('d.part')}, 'basis', coalesce(p.doc->>'basis', 'flow'), 'unit', p.doc->>'unit'),
      'whole', jsonb_build_object('name', d.series || '（' || d.scope || '）', ${series('d.series', 'd.scope')}))
    FROM (SELECT i.doc->'share'->>'part' AS part, i.doc->'share'->>'series' AS series, i.doc->'share'->>'scope' AS scope
      FROM fact i WHERE i.zone = s.zone AND i.kind = 'indicator' AND i.doc->'share' IS NOT NULL
        AND i.code IN ${sameIndicator('s.zone', `s.doc->>'indicator'`)}
      ORDER BY i.code <> s.doc->>'indicator', i.code LIMIT 1) d
    LEFT JOIN fact p ON p.zone = s.zone AND p.kind = 'indicator' AND p.code = d.part) END`

const Cell = z.object({
  ...{ subject: z.string(), region: z.string(), unit: z.string().nullable(), event: z.string().nullable() },
  ...{ period: Period, state: FilingState, nil: z.boolean(), value: z.string().nullable() },
})
const Reported = z.object({ indicator: z.string(), name: z.string(), cells: z.array(Cell) })
const Series = z.object({
  entered: z.array(z.object({ period: Period, value: z.string(), unit: z.string().nullable() })).nullable(),
  reported: Reported.nullable(),
})
export const Compared = Series.nullable()
export const Share = z
  .object({
    part: Reported.extend({ basis: Basis, unit: z.string().nullable() }),
    whole: Series.extend({ name: z.string() }),
  })
  .nullable()

export const comparedOf = (stored: z.infer<typeof Compared>): OtherSeries =>
  stored === null ? NO_SERIES : { entered: stored.entered ?? [], reported: stored.reported }

export const shareOf = (stored: z.infer<typeof Share>): ShareSeries | null =>
  stored && { part: stored.part, whole: { ...stored.whole, entered: stored.whole.entered ?? [] } }
