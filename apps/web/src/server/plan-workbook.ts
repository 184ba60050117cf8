import { fieldHead, FIELDS } from '@lianxi/domain/plan-import/fields'
import type { Column, TableSheet } from '@lianxi/office-files/table-spec'
import { writeWorkbook } from '@lianxi/office-files/write-workbook'
import { PLAN_SHEETS, REVISION_SHEET } from '@lianxi/schema/commands/plan-import'
import type { PlanTables } from '@lianxi/schema/views/plan-import'
import { revisionState } from '@lianxi/schema/vocabulary'

type Table = PlanTables['tables'][number]

/** A plan, or nothing yet, as the template that is uploaded again: 规划、指标、目标、项目; and what revised it, to be read. */
export function planWorkbook({ tables, regions, revisions }: PlanTables): Promise<Buffer> {
  const sheets = tables.map((table) => sheetOf(table, regions))
  return writeWorkbook(revisions.length === 0 ? sheets : [...sheets, revisionsSheet(revisions)])
}

/** Heads that no import takes for a table of its own: the sheet is to be read by people. */
const REVISION_COLUMNS: Column[] = [
  { header: '修订事项编号', kind: 'text', width: 16 },
  { header: '修订事项', kind: 'text', width: 32 },
  { header: '办理', kind: 'text', width: 10 },
  { header: '修订前', kind: 'text', width: 28 },
  { header: '修订后', kind: 'text', width: 28 },
  { header: '自哪一年起', kind: 'text', width: 12 },
  { header: '修订原因', kind: 'text', width: 36 },
  { header: '建议文件和单位', kind: 'text', width: 36 },
  { header: '批准或办理结果', kind: 'text', width: 36 },
]

function revisionsSheet(revisions: PlanTables['revisions']): TableSheet {
  const rows = revisions.map(({ subject, name, state, before, after, fromYear, reason, proposed, outcome }) => [
    ...[subject, name, revisionState.labels[state], before, after],
    ...[fromYear === null ? '' : String(fromYear), reason, proposed, outcome],
  ])
  return { name: REVISION_SHEET, columns: REVISION_COLUMNS, rows }
}

function sheetOf({ kind, fields, rows }: Table, regions: string[]): TableSheet {
  return { name: PLAN_SHEETS[kind], columns: fields.map((field) => columnOf(kind, field, regions)), rows }
}

function columnOf(kind: Table['kind'], name: string, regions: string[]): Column {
  const field = FIELDS[kind].find((one) => one.name === name)
  const choices = field?.choices === undefined ? undefined : Object.values(field.choices)
  const places = name === 'region' ? regions : undefined
  return {
    ...{
      header: fieldHead(kind, name),
      kind: 'text',
      width: field?.width ?? Math.max(10, fieldHead(kind, name).length * 2 + 4),
    },
    ...((choices ?? places) !== undefined && { choices: choices ?? places ?? [] }),
    ...(field?.hint !== undefined && { hint: field.hint }),
  }
}
