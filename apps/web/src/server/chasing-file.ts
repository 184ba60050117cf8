import { minuteOf } from '@lianxi/domain/time/calendar'
import type { Column, Value } from '@lianxi/office-files/table-spec'
import { writeWorkbook } from '@lianxi/office-files/write-workbook'
import { periodLabel } from '@lianxi/schema/period'
import type { ChasedBody, ChasedItem, Chasing } from '@lianxi/schema/views/chasing'
import { filingState } from '@lianxi/schema/vocabulary'

const text = (header: string, width: number): Column => ({ header, kind: 'text', width })
const COLUMNS: readonly Column[] = [
  { header: '序号', kind: 'integer', width: 6 },
  ...[text('单位', 26), text('未报事项', 34), text('编号', 16), text('报告期', 14), text('状态', 10)],
  ...[text('责任人', 14), text('联系人及电话', 30), text('截止', 18)],
  { header: '逾期天数', kind: 'integer', width: 10 },
  text('最近提醒', 18),
]

function rowOf(index: number, chased: ChasedBody, item: ChasedItem): Value[] {
  const contacts = chased.contacts.map(({ name, phone }) => `${name}${phone === null ? '' : ` ${phone}`}`)
  const moment = (at: string | null) => (at === null ? '' : minuteOf(at))
  return [
    ...[index + 1, chased.body.name, item.name, item.subject, periodLabel(item.period)],
    ...[filingState.labels[item.state], item.persons.join('、'), contacts.join('、'), moment(item.dueAt)],
    ...[item.daysLate, moment(chased.lastReminderAt)],
  ]
}

/** One line an item, as the page has them. */
export function chasingWorkbook({ zone, period, bodies, stream }: Chasing): Promise<Buffer> {
  const rows = bodies.flatMap((chased) => chased.items.map((item) => ({ chased, item })))
  return writeWorkbook([
    {
      name: '催报',
      title: `${zone.name}${period.label}未报事项`,
      notes: [`截至 ${minuteOf(stream.now)}；按单位代码排列，不作排名。`],
      columns: COLUMNS,
      rows: rows.map(({ chased, item }, index) => rowOf(index, chased, item)),
    },
  ])
}
