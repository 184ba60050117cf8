import { listTable, type ListRow, type ListTable } from '@lianxi/domain/year-list/table'
import type { DocumentTable } from '@lianxi/office-files/document-spec'
import type { Column, TableSheet } from '@lianxi/office-files/table-spec'
import { writeDocument } from '@lianxi/office-files/write-document'
import { writeWorkbook } from '@lianxi/office-files/write-workbook'
import type { YearListView } from '@lianxi/schema/views/year-list'
import { handoverState } from '@lianxi/schema/vocabulary'

const text = (header: string, width: number): Column => ({ header, kind: 'text', width })

type Part = { column: Column; of: (row: ListRow) => string | number }

/** The columns offices know, in their order; the years stand side by side, figures as figures. */
function parts({ heads, years }: ListTable): Part[] {
  const yearOf = (year: number) => (row: ListRow) => row.byYear.find((one) => one.year === year)?.text ?? ''
  return [
    { column: { header: '序号', kind: 'integer', width: 6 }, of: ({ position }) => position },
    { column: text('领域', 10), of: ({ domain }) => domain },
    { column: text('目标任务', 30), of: ({ task }) => task },
    { column: text('指标及单位', 18), of: ({ indicator }) => indicator },
    { column: text('属性', 8), of: ({ attribute }) => attribute },
    { column: { header: heads.baseline, kind: 'decimal', width: 12 }, of: ({ baseline }) => baseline },
    { column: text(heads.target, 18), of: ({ target }) => target },
    ...years.map((year): Part => ({
      column: { header: `${year}年`, kind: 'decimal', width: 14, group: '各年目标' },
      of: yearOf(year),
    })),
    { column: text('季度节点', 28), of: ({ quarters }) => quarters },
    { column: text('工作举措', 32), of: ({ measures }) => measures },
    { column: text('牵头领导', 10), of: ({ leader }) => leader },
    { column: text('牵头单位', 20), of: ({ leadBody }) => leadBody },
    { column: text('责任单位', 24), of: ({ bodies }) => bodies },
    { column: { header: '完成时限', kind: 'date', width: 12 }, of: ({ deadline }) => deadline },
    { column: text('备注', 16), of: ({ remark }) => remark },
  ]
}

export function listWorkbook(list: YearListView): Promise<Buffer> {
  const table = listTable(list)
  const columns = parts(table)
  return writeWorkbook([
    {
      name: '年度清单',
      title: table.title,
      notes: table.notes,
      columns: columns.map(({ column }) => column),
      rows: table.rows.map((row) => columns.map(({ of }) => of(row))),
    },
    ...(list.handovers.length === 0 ? [] : [handoverSheet(list)]),
  ])
}

const HANDOVER_HEADS = ['项目', '移交方', '接收方', '移交内容', '约定日期', '状态', '完成后方可', '约定依据'] as const
const HANDOVER_WIDTHS = [30, 10, 10, 30, 12, 20, 24, 24] as const

const handoverRows = ({ handovers }: YearListView): string[][] =>
  handovers.map((one) => [
    ...[one.name, one.giver.shortName, one.receiver.shortName, one.what, one.dueOn],
    `${handoverState.labels[one.state]}${one.reachedOn === null ? '' : ` ${one.reachedOn}`}`,
    ...[one.unlocks, one.basis],
  ])

const handoverSheet = (list: YearListView): TableSheet => ({
  name: '衔接节点',
  title: `${list.name}衔接节点`,
  columns: HANDOVER_HEADS.map((head, index) => text(head, HANDOVER_WIDTHS[index] ?? 12)),
  rows: handoverRows(list),
})

const handoverTable = (list: YearListView): DocumentTable => ({
  caption: '衔接节点',
  columns: HANDOVER_HEADS.map((header, index) => ({ header, width: HANDOVER_WIDTHS[index] ?? 12 })),
  rows: handoverRows(list),
})

/** The years share a column: fifteen columns are what a page across can hold. */
export function listDocument(list: YearListView): Promise<Buffer> {
  const table = listTable(list)
  const path = ({ byYear }: ListRow) => byYear.map(({ year, text: value }) => `${year}年 ${value}`).join('\n')
  const columns: { header: string; width: number; of: (row: ListRow) => string }[] = [
    { header: '序号', width: 8, of: ({ position }) => String(position) },
    { header: '领域', width: 12, of: ({ domain }) => domain },
    { header: '目标任务', width: 26, of: ({ task }) => task },
    { header: '指标及单位', width: 16, of: ({ indicator }) => indicator },
    { header: '属性', width: 10, of: ({ attribute }) => attribute },
    { header: table.heads.baseline, width: 13, of: ({ baseline }) => baseline },
    { header: table.heads.target, width: 17, of: ({ target }) => target },
    { header: '各年目标', width: 22, of: path },
    { header: '季度节点', width: 20, of: ({ quarters }) => quarters.replaceAll('；', '\n') },
    { header: '工作举措', width: 24, of: ({ measures }) => measures },
    { header: '牵头领导', width: 11, of: ({ leader }) => leader },
    { header: '牵头单位', width: 17, of: ({ leadBody }) => leadBody },
    { header: '责任单位', width: 18, of: ({ bodies }) => bodies },
    { header: '完成时限', width: 14, of: ({ deadline }) => deadline },
    { header: '备注', width: 13, of: ({ remark }) => remark },
  ]
  const rows = table.rows.map((row) => columns.map(({ of }) => of(row)))
  return writeDocument({
    title: table.title,
    paragraphs: [...table.notes, `清单共 ${table.rows.length} 项，见附表。`],
    tables: [{ caption: '附表', columns, rows }, ...(list.handovers.length === 0 ? [] : [handoverTable(list)])],
  })
}
