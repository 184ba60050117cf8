import type { CellInputs, CellKey } from '@lianxi/domain/board/derive-cell'
import type { CellDuty, Holder } from '@lianxi/domain/board/duty'
import type { Extension } from '@lianxi/domain/board/extension'
import type { CellReports, CellVerdicts, PeriodState } from '@lianxi/domain/board/sub-state'
import type { Promised } from '@lianxi/domain/report/promised'
import { thresholdsFor } from '@lianxi/domain/report/thresholds'
import type { RuleSetAdopted } from '@lianxi/schema/events/rule-set'
import type { CheckThresholds } from '@lianxi/schema/check-thresholds'
import { yearOf } from '@lianxi/schema/period'
import { Frequency } from '@lianxi/schema/period'
import { Basis, SubjectKind } from '@lianxi/schema/vocabulary'
import type { ClientBase } from 'pg'
import { column, encodeArrays, INT4, TEXT } from './binary-columns'

export const cellKeyOf = ({ zone, subject, region, period }: CellKey): string =>
  `${zone} ${subject} ${region} ${period}`

/** A cell's inputs as the database has them, and where the cell's row lies now; null: it is not on the board. */
export type LoadedCell = CellInputs & { place: string | null }

const LOAD = `
  SELECT k.n, p.ctid AS place, p.report_state AS reports, d.kind, d.body, d.frequency, array_to_string(d.items, ' ') AS items,
         d.holders,
         v.state AS verdicts, s.kind AS subject_kind, s.doc->>'unit' AS unit, s.doc->>'basis' AS basis,
         coalesce(i.doc->'target'->'yearValue'->>'value', s.doc->>'value') AS target_value,
         i.doc->'target'->'yearValue'->>'value' AS year_value,
         coalesce(i.doc->'target'->'baseline'->>'value', s.doc->'baseline'->>'value') AS baseline,
         CASE WHEN s.doc->'relativeTo' IS NOT NULL THEN false WHEN s.doc->>'basis' = 'flag' THEN true
           ELSE s.doc->>'comparator' = 'qualitative' AND i.doc->'target'->'yearValue'->>'value' IS NULL
             AND NOT coalesce(i.doc->'target'->'path' @> jsonb_build_array(jsonb_build_object('year', s.doc->'targetYear')), false)
           END AS qualitative,
         i.doc->'project'->'monthlyPercent' AS curve, i.doc->'project'->>'planWan' AS plan_wan, i.doc->'project'->>'totalWan' AS total_wan
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[]) WITH ORDINALITY
    AS k (zone, subject, region, period, year, n)
  LEFT JOIN progress p USING (zone, subject, region, period)
  LEFT JOIN duty d ON (d.zone, d.subject, d.region, d.year) = (k.zone, k.subject, k.region, k.year)
  LEFT JOIN verdict v ON (v.zone, v.subject, v.region, v.period) = (k.zone, k.subject, k.region, k.period)
  LEFT JOIN subject s ON (s.zone, s.code) = (k.zone, k.subject)
  LEFT JOIN LATERAL (
    SELECT doc FROM item
    WHERE (item.zone, item.subject, item.region, item.year) = (k.zone, k.subject, k.region, k.year)
    ORDER BY position, code LIMIT 1) i ON true`

const KEYS = [
  column('zone', TEXT, ({ zone }: CellKey) => zone),
  column('subject', TEXT, ({ subject }: CellKey) => subject),
  column('region', TEXT, ({ region }: CellKey) => region),
  column('period', TEXT, ({ period }: CellKey) => period),
  column('year', INT4, ({ period }: CellKey) => yearOf(period)),
]

type LoadRow = {
  n: string
  place: string | null
  /** Written by this code under the board's lock and by nobody else: checking it again was a tenth of a worker's time. */
  reports: CellReports | null
  kind: string | null
  body: string | null
  frequency: string | null
  /** Codes, which hold no blank. */
  items: string | null
  holders: Holder[] | null
  verdicts: CellVerdicts | null
  subject_kind: string | null
  unit: string | null
  basis: string | null
  qualitative: boolean | null
  target_value: string | null
  year_value: string | null
  baseline: string | null
  curve: number[] | null
  plan_wan: string | null
  total_wan: string | null
}

/** A text as the word of a vocabulary that it is; asked of a schema, three words a cell cost more than its rules. */
function wordOf<Word extends string>(words: readonly Word[]): (text: string | null) => Word {
  const known = new Map<string | null, Word>(words.map((word) => [word, word]))
  return (text) => {
    const word = known.get(text)
    if (word === undefined) throw new Error(`the board says ${text}, which is none of ${words.join(', ')}`)
    return word
  }
}
const kindOf = wordOf(SubjectKind.options)
const frequencyNamed = wordOf(Frequency.options)
const basisOf = wordOf(Basis.options)

/** The sub-states of many cells in two queries, as they are inside this transaction. */
export async function loadCellsInTx(tx: ClientBase, keys: readonly CellKey[]): Promise<LoadedCell[]> {
  if (keys.length === 0) return []
  const periods = await loadPeriodsInTx(tx, keys)
  const thresholds = await loadThresholdsInTx(tx, keys)
  const { rows } = await tx.query<LoadRow>({ name: 'load-cells', text: LOAD, values: encodeArrays(KEYS, keys) })
  return rows.flatMap((row) => {
    const key = keys[Number(row.n) - 1]
    if (key === undefined) return []
    return [
      {
        key,
        place: row.place,
        duty: dutyOf(row),
        promised: promisedOf(row),
        thresholds: thresholds(key),
        period: periods.get(`${key.zone} ${key.period}`),
        extensions: periods.get(`${key.zone} ${key.period}`)?.extensions ?? [],
        reports: row.reports ?? undefined,
        verdicts: row.verdicts ?? undefined,
      },
    ]
  })
}

function dutyOf({ kind, body, frequency, items, holders }: LoadRow): CellDuty | undefined {
  if (kind === null || body === null || frequency === null) return undefined
  return {
    kind: kindOf(kind),
    body,
    frequency: frequencyNamed(frequency),
    items: items ? items.split(' ') : [],
    holders,
  }
}

/** The same of rows as `promisedOf` of the domain says of documents; reading those whole would cost more than the rules. */
function promisedOf(row: LoadRow): Promised | undefined {
  if (row.subject_kind === null) return undefined
  const target = row.subject_kind === 'target'
  return {
    kind: target ? 'target' : 'project',
    unit: target ? row.unit : null,
    basis: target ? basisOf(row.basis) : null,
    qualitative: target && row.qualitative === true,
    targetValue: target ? row.target_value : null,
    yearValue: target ? row.year_value : null,
    baseline: target ? row.baseline : null,
    planWan: target ? null : wanOf(row.plan_wan),
    totalWan: target ? null : wanOf(row.total_wan),
    curve: target ? null : row.curve,
  }
}

const wanOf = (text: string | null): number | null => (text === null ? null : Number(text))

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
