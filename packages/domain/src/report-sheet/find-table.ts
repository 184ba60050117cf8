import { type Cell, EMPTY, type Sheet, type SheetRow } from '@lianxi/office-files/plain-cell'
import type { Period } from '@lianxi/schema/period'
import { subjectKind, type SubjectKind } from '@lianxi/schema/vocabulary'
import { type Head, headsOf, isBanner, readHead } from '../plan-import/heads'
import { columnsOf } from './columns'

/** A sheet of a workbook with what its columns say, wherever they were moved to. */
export type Table = { sheet: Sheet; kind: SubjectKind; headRow: number; columns: ReadonlyMap<string, Head> }

/** Heads stand near the top, below a title and notes. */
const LOOKED_AT = 20
const YEAR_SUM = /^(1\s*[-–—~～至到]\s*\d{1,2}月|本年)累计(完成)?(投资)?$/
/** Fewer known heads are chance. */
const ENOUGH = 5

/** The sheet as a table of a kind; undefined: its heads are not those of a 报送表. */
export function findTable(sheet: Sheet, period: Period): Table | undefined {
  let best: Table | undefined
  for (const { number } of sheet.rows.slice(0, LOOKED_AT)) {
    const heads = headsOf(sheet, number)
    if (heads.length < ENOUGH) continue
    for (const kind of subjectKind.words) {
      const columns = matchHeads(heads, kind, period)
      if (columns.size >= ENOUGH && columns.size > (best?.columns.size ?? 0)) {
        best = { sheet, kind, headRow: number, columns }
      }
    }
  }
  return best
}

function matchHeads(heads: readonly Head[], kind: SubjectKind, period: Period): Map<string, Head> {
  const found = new Map<string, Head>()
  const taken = new Set<number>()
  for (const { field, head, formerHead = head } of columnsOf(kind, period)) {
    const wanted = [head, formerHead].map((text) => readHead(0, text))
    const one = heads.find(
      (candidate) =>
        !taken.has(candidate.column) &&
        (field === 'investedYearWan' ? YEAR_SUM.test(candidate.name) : wanted.some((one) => sameHead(candidate, one))),
    )
    if (one === undefined) continue
    found.set(field, one)
    taken.add(one.column)
  }
  return found
}

/** 形象进度 and 形象进度(%) are two columns: a unit of % belongs to the name, another unit does not. */
const sameHead = (one: Head, wanted: Head): boolean =>
  one.name === wanted.name && (one.unit === '%') === (wanted.unit === '%')

/** Rows below the heads that hold something besides a title or a note over the whole width. */
export function rowsOf({ sheet, headRow, columns }: Table): SheetRow[] {
  const read = [...columns.values()].map(({ column }) => column - 1)
  return sheet.rows.filter(
    ({ number, cells }) =>
      number > headRow && !isBanner(cells) && read.some((at) => (cells[at]?.kind ?? 'empty') !== 'empty'),
  )
}

export const cellOf = (columns: Table['columns'], { cells }: SheetRow, field: string): Cell => {
  const head = columns.get(field)
  return head === undefined ? EMPTY : (cells[head.column - 1] ?? EMPTY)
}
