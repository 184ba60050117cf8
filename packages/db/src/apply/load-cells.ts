import type { CellInputs, CellKey } from '@lianxi/domain/board/derive-cell'
import type { Extension } from '@lianxi/domain/board/extension'
import type { CellReports, CellVerdicts, PeriodState } from '@lianxi/domain/board/sub-state'
import { thresholdsFor } from '@lianxi/domain/report/thresholds'
import type { RuleSetAdopted } from '@lianxi/schema/events/rule-set'
import type { CheckThresholds } from '@lianxi/schema/check-thresholds'
import type { ClientBase } from 'pg'
import { column, encodeArrays, TEXT } from './binary-columns'
import { loadCommitmentsInTx } from './load-commitments'

export const cellKeyOf = ({ zone, subject, region, period }: CellKey): string =>
  `${zone} ${subject} ${region} ${period}`

/** A cell's inputs as the database has them, and where the cell's row lies now; null: it is not on the board. */
export type LoadedCell = CellInputs & { place: string | null }

/** One look-up of the cell's own row and of what was said of its report: many more cells than subjects come in a chunk. */
const LOAD = `
  SELECT k.n, p.ctid AS place, p.report_state AS reports, v.state AS verdicts
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS k (zone, subject, region, period, n)
  LEFT JOIN progress p USING (zone, subject, region, period)
  LEFT JOIN verdict v ON (v.zone, v.subject, v.region, v.period) = (k.zone, k.subject, k.region, k.period)`

const KEYS = [
  column('zone', TEXT, ({ zone }: CellKey) => zone),
  column('subject', TEXT, ({ subject }: CellKey) => subject),
  column('region', TEXT, ({ region }: CellKey) => region),
  column('period', TEXT, ({ period }: CellKey) => period),
]

type LoadRow = {
  n: string
  place: string | null
  /** Written by this code under the board's lock and by nobody else: checking it again was a tenth of a worker's time. */
  reports: CellReports | null
  verdicts: CellVerdicts | null
}

/** The sub-states of many cells in a few queries, as they are inside this transaction. */
export async function loadCellsInTx(tx: ClientBase, keys: readonly CellKey[]): Promise<LoadedCell[]> {
  if (keys.length === 0) return []
  const periods = await loadPeriodsInTx(tx, keys)
  const thresholds = await loadThresholdsInTx(tx, keys)
  const commitments = await loadCommitmentsInTx(tx, keys)
  const { rows } = await tx.query<LoadRow>({ name: 'load-cells', text: LOAD, values: encodeArrays(KEYS, keys) })
  return rows.flatMap(({ n, place, reports, verdicts }) => {
    const key = keys[Number(n) - 1]
    if (key === undefined) return []
    const period = periods.get(`${key.zone} ${key.period}`)
    return [
      {
        key,
        place,
        ...commitments(key),
        thresholds: thresholds(key),
        period,
        extensions: period?.extensions ?? [],
        reports: reports ?? undefined,
        verdicts: verdicts ?? undefined,
      },
    ]
  })
}

/** Where the checks draw their lines, by a cell's zone and period. Written by this code under the board's lock. */
async function loadThresholdsInTx(tx: ClientBase, keys: readonly CellKey[]) {
  const { rows } = await tx.query<{ zone: string } & Pick<RuleSetAdopted, 'version' | 'effectiveFrom' | 'checks'>>(
    `SELECT zone, (doc->>'version')::int AS version, doc->>'effectiveFrom' AS "effectiveFrom", doc->'checks' AS checks
     FROM fact WHERE kind = 'rule-set' AND zone = ANY ($1::text[])`,
    [[...new Set(keys.map(({ zone }) => zone))]],
  )
  const known = new Map<string, CheckThresholds>()
  return ({ zone, period }: CellKey): CheckThresholds => {
    const key = `${zone} ${period}`
    const found =
      known.get(key) ??
      thresholdsFor(
        period,
        rows.filter((adopted) => adopted.zone === zone),
      )
    known.set(key, found)
    return found
  }
}

type PeriodRow = {
  zone: string
  period: string
  opens_at: Date | null
  due_at: Date | null
  closes_at: Date | null
  fell_due: boolean
  closed: boolean
  /** Written by this code under the board's lock; moments as text. */
  extensions: Extension[]
}

/** A period's calendar and the extensions given in it: one look-up for all of its cells. */
export type LoadedPeriod = PeriodState & { extensions: Extension[] }

/** States of periods by `zone period`. */
export async function loadPeriodsInTx(
  tx: ClientBase,
  keys: readonly { zone: string; period: string }[],
): Promise<Map<string, LoadedPeriod>> {
  const wanted = new Map(keys.map((key) => [`${key.zone} ${key.period}`, key]))
  const { rows } = await tx.query<PeriodRow>(
    `SELECT zone, period, opens_at, due_at, closes_at, fell_due, closed,
       coalesce((SELECT jsonb_agg(jsonb_build_object('body', e.body, 'subject', nullif(e.subject, ''), 'region', e.region,
           'dueAt', e.due_at, 'ended', coalesce(e.ended_at >= e.due_at, false)))
         FROM extension e WHERE e.zone = period.zone AND e.period = period.period AND e.due_at IS NOT NULL), '[]')
         AS extensions
     FROM period JOIN unnest($1::text[], $2::text[]) AS k (zone, period) USING (zone, period)`,
    [[...wanted.values()].map(({ zone }) => zone), [...wanted.values()].map(({ period }) => period)],
  )
  const iso = (at: Date | null) => at?.toISOString() ?? null
  return new Map(
    rows.map(({ zone, period, opens_at, due_at, closes_at, fell_due, closed, extensions }) => [
      `${zone} ${period}`,
      {
        ...{ opensAt: iso(opens_at), dueAt: iso(due_at), closesAt: iso(closes_at), fellDue: fell_due, closed },
        extensions: extensions.map((one) => ({ ...one, dueAt: new Date(one.dueAt).toISOString() })),
      },
    ]),
  )
}
