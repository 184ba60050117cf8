import { keyOf } from '@lianxi/domain/report-sheet/identity'
import { findRowRefusal } from '@lianxi/domain/report-sheet/judge-row'
import type { DueRow } from '@lianxi/schema/views/office'
import type { GridRow, OfficeGrid } from '@lianxi/schema/views/office-grid'
import type { Database } from '../../client'
import { readFilings, type SheetFiling } from '../../report-sheet/filings'
import { checkContextOf, filingOf } from '../../report/known'
import { readDueRows } from './due-list'
import { shownReport } from './form'
import { pickPeriod, readPeriods } from '../base/periods'
import { readReference, regionName } from '../base/reference'
import { readNow, readStreamState } from '../moment/stream-state'

/** All that the bodies owe with a period, each row with what its cells need: two statements for any number. */
export async function readOfficeGrid(
  db: Database,
  asked: { zone: string; region: string; period?: string | undefined },
  bodies: string[],
): Promise<OfficeGrid> {
  const { zone, region } = asked
  const stream = await readStreamState(db, zone)
  const [reference, periods, now] = await Promise.all([readReference(db, zone), readPeriods(db, zone), readNow(db)])
  const period = pickPeriod(periods, asked.period, now)
  const { rows } = await readDueRows(db, { zone, region, period: period.period }, { reference, periods, now })
  const filings = await readFilings(db, { zone, region }, rows)
  return {
    ...{ region: regionName(reference, region), period, periods, stream },
    rows: rows.flatMap((due) => {
      const filing = filings.get(keyOf(due))
      const mine = bodies.includes(filing?.known.duty?.body ?? '')
      return filing !== undefined && mine ? [rowOf({ zone, region }, due, filing, bodies)] : []
    }),
  }
}

function rowOf(
  { zone, region }: { zone: string; region: string },
  due: DueRow,
  { known, stored, state, base, served }: SheetFiling,
  bodies: string[],
): GridRow {
  const key = { zone, region, subject: due.subject, period: due.period }
  const refusal = findRowRefusal(filingOf(key, known, bodies), state, known.now)
  return {
    ...key,
    due,
    report: shownReport(known, stored, state),
    prefill: base,
    check: checkContextOf(key, known, { correction: state.published !== null, served }),
    write: { allowed: refusal === undefined, why: refusal?.message ?? null },
  }
}
