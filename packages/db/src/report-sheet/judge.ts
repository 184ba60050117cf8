import { type Identity, findIdentity, keyOf } from '@lianxi/domain/report-sheet/identity'
import { findRowRefusal, judgeRow, type JudgedRow } from '@lianxi/domain/report-sheet/judge-row'
import { findRows, type FoundRow } from '@lianxi/domain/report-sheet/read-sheets'
import type { Reading } from '../client'
import { checkContextOf, filingOf } from '../report/known'
import { type FilingKey, readFilings, type SheetFiling } from './filings'
import type { StoredSheet } from './row'

export type SheetReader = { id: string; bodies: string[] }
export type JudgedLine = { found: FoundRow; filing: SheetFiling; judged: JudgedRow }
export type JudgedSheet = { identity: Identity; lines: JudgedLine[]; notices: string[] }

/** The upload against what the office has now; `only`: just these rows. */
export async function judgeSheet(
  db: Reading,
  stored: StoredSheet,
  reader: SheetReader,
  only?: readonly FilingKey[],
): Promise<JudgedSheet> {
  const identity = findIdentity(stored.sheets)
  if (identity === undefined) throw new Error(`report_sheet ${stored.id} has lost its identity`)
  const { rows, notices } = findRows(stored.sheets, identity)
  const wanted = only === undefined ? undefined : new Set(only.map(keyOf))
  const taken = wanted === undefined ? rows : rows.filter((row) => wanted.has(keyOf(row)))
  const filings = await readFilings(db, stored, uniqueKeys(taken))
  const sent = new Map(identity.rows.map(({ key, version }) => [key, version]))
  const lines = taken.flatMap((found): JudgedLine[] => {
    const filing = filings.get(keyOf(found))
    if (filing === undefined || filing.known.kind !== found.table.kind) {
      notices.push(`“${found.table.sheet.name}”第${found.row.number}行：系统中没有这一事项，没有读。`)
      return []
    }
    const judged = judgeRow(found, {
      ...rowKnown(stored, found, filing, reader),
      sentVersion: sent.get(keyOf(found)) ?? null,
    })
    return [{ found, filing, judged }]
  })
  return { identity, lines, notices }
}

const uniqueKeys = (rows: readonly FoundRow[]): FilingKey[] => [
  ...new Map(rows.map(({ subject, period }) => [keyOf({ subject, period }), { subject, period }])).values(),
]

function rowKnown(
  { zone, region }: StoredSheet,
  { subject, period }: FilingKey,
  filing: SheetFiling,
  reader: SheetReader,
) {
  const { known, state, base, served } = filing
  return {
    ...{ base, state, reader },
    check: checkContextOf({ zone, region, subject, period }, known, { correction: state.published !== null, served }),
    refusal: findRowRefusal(filingOf({ zone, region, subject, period }, known, reader.bodies), state, known.now),
  }
}
