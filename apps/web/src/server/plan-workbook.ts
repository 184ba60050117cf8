import { fieldHead, FIELDS } from '@lianxi/domain/plan-import/fields'
import type { Column, TableSheet } from '@lianxi/office-files/table-spec'
import { writeWorkbook } from '@lianxi/office-files/write-workbook'
import { PLAN_SHEETS } from '@lianxi/schema/commands/plan-import'
import type { PlanTables } from '@lianxi/schema/views/plan-import'

type Table = PlanTables['tables'][number]

/** A plan, or nothing yet, as the template that is uploaded again: 规划、指标、目标、项目. */
export function planWorkbook({ tables, regions }: PlanTables): Promise<Buffer> {
  return writeWorkbook(tables.map((table) => sheetOf(table, regions)))
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
