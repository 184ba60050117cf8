import { NO_SERIES, type OtherSeries } from '@lianxi/domain/judge/other-series'
import { Period } from '@lianxi/schema/period'
import { FilingState } from '@lianxi/schema/vocabulary'
import { z } from 'zod'

/** Codes that count as one indicator with `code`: what was merged, however long the chain. */
const sameIndicator = (zone: string, code: string): string => `(
  WITH RECURSIVE same AS (
    SELECT ${code} AS code
    UNION
    SELECT CASE WHEN m.code = same.code THEN m.doc->>'into' ELSE m.code END
    FROM same JOIN fact m ON m.zone = ${zone} AND m.kind = 'indicator-merge' AND jsonb_exists(m.doc, 'into')
      AND same.code IN (m.code, m.doc->>'into'))
  SELECT code FROM same)`

/** What the statement of a series' source says, by the words a target of subject `s` names it with. */
const SOURCE = `
  SELECT f.doc->>'indicator' AS indicator FROM fact f
  WHERE f.zone = s.zone AND f.kind = 'series-source' AND f.doc->>'name' = s.doc->'relativeTo'->>'series'
    AND f.doc->>'scope' = s.doc->'relativeTo'->>'scope' AND f.doc->>'indicator' IS NOT NULL LIMIT 1`

const REPORTED = `
  SELECT jsonb_build_object('indicator', src.indicator,
    'name', coalesce((SELECT i.doc->>'name' FROM fact i WHERE i.zone = s.zone AND i.kind = 'indicator' AND i.code = src.indicator),
      src.indicator),
    'cells', coalesce((SELECT jsonb_agg(jsonb_build_object('subject', c.subject, 'region', c.region, 'period', c.period,
        'state', c.state, 'nil', c.nil, 'value', trim_scale(c.value)::text, 'unit', t.doc->>'unit', 'event', c.event_id)
        ORDER BY c.subject, c.region, c.period)
      FROM subject t JOIN progress c ON c.zone = t.zone AND c.subject = t.code AND c.kind = 'target'
      WHERE t.zone = s.zone AND t.kind = 'target' AND t.code <> s.code
        AND t.doc->>'indicator' IN ${sameIndicator('s.zone', 'src.indicator')}), '[]'))
  FROM (${SOURCE}) src`

/** The series a target of subject `s` is compared with: entered figures, or the source that was stated for it. */
export const COMPARED = `CASE WHEN s.doc->'relativeTo' IS NOT NULL THEN jsonb_build_object(
    'entered', (SELECT jsonb_agg(jsonb_build_object('period', v.doc->>'period', 'value', v.doc->>'value') ORDER BY v.code)
      FROM fact v WHERE v.zone = s.zone AND v.kind = 'series-value'
        AND v.doc->>'name' = s.doc->'relativeTo'->>'series' AND v.doc->>'scope' = s.doc->'relativeTo'->>'scope'),
    'reported', (${REPORTED})) END`

const Cell = z.object({
  ...{ subject: z.string(), region: z.string(), unit: z.string().nullable(), event: z.string().nullable() },
  ...{ period: Period, state: FilingState, nil: z.boolean(), value: z.string().nullable() },
})
export const Compared = z
  .object({
    entered: z.array(z.object({ period: Period, value: z.string() })).nullable(),
    reported: z.object({ indicator: z.string(), name: z.string(), cells: z.array(Cell) }).nullable(),
  })
  .nullable()

export const comparedOf = (stored: z.infer<typeof Compared>): OtherSeries =>
  stored === null ? NO_SERIES : { entered: stored.entered ?? [], reported: stored.reported }
