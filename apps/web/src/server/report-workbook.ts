import { columnsOf, sheetName } from '@lianxi/domain/report-sheet/columns'
import { type Identity, IDENTITY_HEADS, IDENTITY_SHEET, identityRows } from '@lianxi/domain/report-sheet/identity'
import type { MarkedRow } from '@lianxi/domain/report-sheet/marked-row'
import type { TemplateRow } from '@lianxi/domain/report-sheet/template-row'
import type { CellComment, TableSheet } from '@lianxi/office-files/table-spec'
import { writeWorkbook } from '@lianxi/office-files/write-workbook'
import { periodLabel } from '@lianxi/schema/period'
import { subjectKind, type SubjectKind } from '@lianxi/schema/vocabulary'
import { fileName } from './attachment'

type Written = { identity: Identity; rows: Record<SubjectKind, readonly TemplateRow[]> }
type Remarks = Record<SubjectKind, readonly MarkedRow['remarks'][]>

const NOTES = [
  '黄色栏由填报单位填写，其余由系统填好；投资单位一律为万元。填好后在“我的填报”上传本文件。',
  '本系统为非涉密系统，不得填写涉密内容。',
]
const MARKED_NOTE = '红色单元格有问题，把鼠标移到上面看说明；改好后把本文件再次上传。没有列出的行已无问题。'

/** Whose it is and of which period, as people look for it among their files. */
export const workbookName = ({ bodyName, period }: Identity, what?: string): string =>
  fileName([bodyName, '报送表', periodLabel(period), what], 'xlsx')

/** A body's 报送表 for a period: two tables to fill in and a hidden sheet that says whose it is. */
export const reportWorkbook = (template: Written): Promise<Buffer> => write(template, undefined)

/** The rows that could not be taken, as they were typed, with what is wrong as remarks on the cells. */
export function markedWorkbook({ identity, rows }: { identity: Identity; rows: Record<SubjectKind, MarkedRow[]> }) {
  const of = <Part>(pick: (row: MarkedRow) => Part): Record<SubjectKind, Part[]> => ({
    project: rows.project.map(pick),
    target: rows.target.map(pick),
  })
  return write(
    { identity, rows: of(({ row }) => row) },
    of(({ remarks }) => remarks),
  )
}

function write({ identity, rows }: Written, remarks: Remarks | undefined): Promise<Buffer> {
  const wanted = subjectKind.words.filter((kind) => rows[kind].length > 0)
  const kinds = wanted.length === 0 ? subjectKind.words : wanted
  const tables = [...kinds]
    .reverse()
    .map((kind) => tableOf(kind, identity, { rows: rows[kind], remarks: remarks?.[kind] }))
  return writeWorkbook([...tables, identitySheet(identity)])
}

type Filled = { rows: readonly TemplateRow[]; remarks: readonly MarkedRow['remarks'][] | undefined }

function tableOf(kind: SubjectKind, { bodyName, period }: Identity, { rows, remarks }: Filled): TableSheet {
  const columns = columnsOf(kind, period)
  const comments = (remarks ?? []).flatMap((ofRow, row): CellComment[] =>
    ofRow.map(({ field, text }) => ({ row, column: columns.findIndex((column) => column.field === field), text })),
  )
  return {
    ...{ name: sheetName(kind, period), title: `${sheetName(kind, period)}（${periodLabel(period)}）` },
    notes: [`填报单位：${bodyName}`, ...(remarks === undefined ? [] : [MARKED_NOTE]), ...NOTES],
    columns: columns.map(({ field: _field, head, formerHead: _former, ...column }) => ({ ...column, header: head })),
    rows: rows.map((row) => columns.map(({ field }) => row[field] ?? null)),
    ...{ locked: true, frozen: 3, rowsBelow: 0, comments },
  }
}

/** Plain rows, not for people: what the reader of the returned file needs. */
function identitySheet(identity: Identity): TableSheet {
  const columns = IDENTITY_HEADS.map((header) => ({ header, kind: 'text' as const, width: 24 }))
  return { name: IDENTITY_SHEET, columns, rows: identityRows(identity), hidden: true, locked: true, rowsBelow: 0 }
}
