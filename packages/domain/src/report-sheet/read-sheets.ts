import type { Sheet, SheetRow } from '@lianxi/office-files/plain-cell'
import type { Period } from '@lianxi/schema/period'
import { columnsOf, titleOf } from './columns'
import { cellOf, findTable, rowsOf, type Table } from './find-table'
import { type Identity, IDENTITY_SHEET, keyOf, readKey } from './identity'
import { sameWords } from '../plan-import/derived-code'

/** A row whose subject is known, not yet read. `twice`: another row of the file says the same subject. */
export type FoundRow = { table: Table; row: SheetRow; subject: string; period: Period; twice: number | null }
export type FoundRows = { rows: FoundRow[]; notices: string[] }

const OURS = new Set([IDENTITY_SHEET, '选项'])

/** Every row of a workbook that names a subject; what is left out is told. */
export function findRows(sheets: readonly Sheet[], identity: Identity): FoundRows {
  const notices: string[] = []
  const rows: FoundRow[] = []
  const first = new Map<string, FoundRow>()
  const byName = namesOf(identity)
  for (const sheet of sheets) {
    if (OURS.has(sheet.name) || sheet.rows.length === 0) continue
    const table = findTable(sheet, identity.period)
    if (table === undefined) {
      if (!sheet.hidden) notices.push(`“${sheet.name}”没有报送表的表头，没有读。`)
      continue
    }
    notices.push(...missing(table, identity.period))
    for (const row of rowsOf(table)) {
      const key = findKey(table, row, { byName, identity })
      if (key === undefined) {
        const said = strange(table, row)
        if (said !== undefined) notices.push(said)
        continue
      }
      const found: FoundRow = { table, row, ...key, twice: null }
      const before = first.get(keyOf(key))
      if (before === undefined) first.set(keyOf(key), found)
      else [found.twice, before.twice] = [before.row.number, row.number]
      rows.push(found)
    }
  }
  return { rows, notices }
}

/** An input's column that was cut out leaves what the system has. */
function missing({ sheet, kind, columns }: Table, period: Period): string[] {
  const gone = columnsOf(kind, period).filter(({ field, input }) => input === true && !columns.has(field))
  const heads = gone.map(({ field }) => `“${titleOf(kind, period, field)}”`).join('、')
  return gone.length === 0 ? [] : [`“${sheet.name}”没有${heads}栏，这些内容保持系统中原有的。`]
}

function namesOf({ rows }: Identity): Map<string, string | null> {
  const names = new Map<string, string | null>()
  for (const { key, name } of rows) names.set(sameWords(name), names.has(sameWords(name)) ? null : key)
  return names
}

type Naming = { byName: ReadonlyMap<string, string | null>; identity: Identity }

/** By its hidden key; where that was lost, by its code or its name, if only one row went out with it. */
function findKey({ columns }: Table, row: SheetRow, { byName, identity }: Naming) {
  const own = cellOf(columns, row, 'key')
  const key = own.mergedFrom === null ? readKey(own.text) : undefined
  if (key !== undefined) return key
  const code = cellOf(columns, row, 'code')
  const coded = identity.rows.filter((one) => code.text !== '' && one.key.startsWith(`${code.text}@`))
  if (coded.length === 1 && code.mergedFrom === null) return readKey(coded[0]?.key ?? '')
  const name = cellOf(columns, row, 'name')
  return name.mergedFrom === null ? readKey(byName.get(sameWords(name.text)) ?? '') : undefined
}

const TOTALS = /^(合计|总计|小计|共计|注[:：]|填表人|审核人)/

/** A row with something in it that names no subject of this workbook; totals and notes are nobody's report. */
function strange({ sheet, columns }: Table, row: SheetRow): string | undefined {
  const first = row.cells.find(({ kind }) => kind !== 'empty')?.text ?? ''
  const name = cellOf(columns, row, 'name').text
  if (TOTALS.test(first) || TOTALS.test(name)) return undefined
  return `“${sheet.name}”第${row.number}行（“${(name || first).slice(0, 20)}”）不在本单位本期应报的事项中，没有读；新项目请先列入年度清单。`
}
