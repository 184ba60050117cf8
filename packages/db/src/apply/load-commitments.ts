import type { CellInputs, CellKey } from '@lianxi/domain/board/derive-cell'
import type { CellDuty, Holder } from '@lianxi/domain/board/duty'
import type { Promised } from '@lianxi/domain/report/promised'
import { Frequency, yearOf } from '@lianxi/schema/period'
import { Basis, SubjectKind } from '@lianxi/schema/vocabulary'
import type { ClientBase } from 'pg'
import { column, encodeArrays, INT4, TEXT } from './binary-columns'

/** Who owes a subject's reports of a region and year, and what was promised: the same for all periods of that year. */
export type Commitment = Pick<CellInputs, 'duty' | 'promised'>

type YearKey = Pick<CellKey, 'zone' | 'subject' | 'region'> & { year: number }

const LOAD = `
  SELECT k.n, d.kind, d.body, d.frequency, array_to_string(d.items, ' ') AS items, d.holders,
         s.kind AS subject_kind, s.doc->>'unit' AS unit, s.doc->>'basis' AS basis,
         coalesce(i.doc->'target'->'yearValue'->>'value', CASE WHEN s.doc->>'region' = k.region THEN s.doc->>'value' END) AS target_value,
         i.doc->'target'->'yearValue'->>'value' AS year_value,
         coalesce(i.doc->'target'->'baseline'->>'value',
           CASE WHEN s.doc->>'region' = k.region THEN s.doc->'baseline'->>'value' END) AS baseline,
         CASE WHEN s.doc->'relativeTo' IS NOT NULL THEN false WHEN s.doc->>'basis' = 'flag' THEN true
           ELSE s.doc->>'comparator' = 'qualitative' AND i.doc->'target'->'yearValue'->>'value' IS NULL
             AND NOT coalesce(i.doc->'target'->'path' @> jsonb_build_array(jsonb_build_object('year', s.doc->'targetYear')), false)
           END AS qualitative,
         i.doc->'project'->'monthlyPercent' AS curve, i.doc->'project'->>'planWan' AS plan_wan, i.doc->'project'->>'totalWan' AS total_wan
  FROM unnest($1::text[], $2::text[], $3::text[], $4::int[]) WITH ORDINALITY AS k (zone, subject, region, year, n)
  LEFT JOIN duty d ON (d.zone, d.subject, d.region, d.year) = (k.zone, k.subject, k.region, k.year)
  LEFT JOIN subject s ON (s.zone, s.code) = (k.zone, k.subject)
  LEFT JOIN LATERAL (
    SELECT doc FROM item
    WHERE (item.zone, item.subject, item.region, item.year) = (k.zone, k.subject, k.region, k.year)
    ORDER BY position, code LIMIT 1) i ON true`

const KEYS = [
  column('zone', TEXT, ({ zone }: YearKey) => zone),
  column('subject', TEXT, ({ subject }: YearKey) => subject),
  column('region', TEXT, ({ region }: YearKey) => region),
  column('year', INT4, ({ year }: YearKey) => year),
]

type LoadRow = {
  n: string
  kind: string | null
  body: string | null
  frequency: string | null
  /** Codes, which hold no blank. */
  items: string | null
  holders: Holder[] | null
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

/** One look-up a subject, region and year: in a backlog four cells and more share one. */
export async function loadCommitmentsInTx(
  tx: ClientBase,
  keys: readonly CellKey[],
): Promise<(key: CellKey) => Commitment> {
  const wanted = new Map<string, YearKey>()
  for (const { zone, subject, region, period } of keys) {
    const name = nameOf({ zone, subject, region, period })
    if (!wanted.has(name)) wanted.set(name, { zone, subject, region, year: yearOf(period) })
  }
  const values = encodeArrays(KEYS, [...wanted.values()])
  const { rows } = await tx.query<LoadRow>({ name: 'load-commitments', text: LOAD, values })
  const names = [...wanted.keys()]
  const known = new Map(rows.map((row) => [names[Number(row.n) - 1], { duty: dutyOf(row), promised: promisedOf(row) }]))
  return (key) => known.get(nameOf(key)) ?? { duty: undefined, promised: undefined }
}

const nameOf = ({ zone, subject, region, period }: CellKey): string => `${zone} ${subject} ${region} ${yearOf(period)}`

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
