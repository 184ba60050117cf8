import { AWAITING_WORDS } from '@lianxi/domain/duty/chasing'
import { minuteOf } from '@lianxi/domain/time/calendar'
import type { Column, Value } from '@lianxi/office-files/table-spec'
import { writeWorkbook } from '@lianxi/office-files/write-workbook'
import { periodLabel } from '@lianxi/schema/period'
import type { BodyRates, ChasedBody, ChasedItem, Chasing } from '@lianxi/schema/views/chasing'
import { filingState } from '@lianxi/schema/vocabulary'

const text = (header: string, width: number): Column => ({ header, kind: 'text', width })
const COLUMNS: readonly Column[] = [
  { header: '序号', kind: 'integer', width: 6 },
  ...[text('单位', 26), text('尚未报送的事项', 34), text('编号', 16), text('报告期', 14), text('状态', 22)],
  ...[text('责任人', 14), text('联系人及电话', 30), text('截止', 18)],
  { header: '逾期天数', kind: 'integer', width: 10 },
  text('最近提醒', 18),
]

function rowOf(index: number, chased: ChasedBody, item: ChasedItem): Value[] {
  const contacts = chased.contacts.map(({ name, phone }) => `${name}${phone === null ? '' : ` ${phone}`}`)
  const moment = (at: string | null) => (at === null ? '' : minuteOf(at))
  return [
    ...[index + 1, chased.body.name, item.name, item.subject, periodLabel(item.period)],
    ...[
      item.awaiting ? AWAITING_WORDS : filingState.labels[item.state],
      item.persons.join('、'),
      contacts.join('、'),
      moment(item.dueAt),
    ],
    ...[item.daysLate, moment(chased.lastReminderAt)],
  ]
}

const figure = (header: string, kind: 'integer' | 'decimal'): Column => ({ header, kind, width: 12 })
const RATES: readonly Column[] = [
  ...[text('地区', 16), text('单位', 30)],
  ...['应报', '已报', '其中本期无变化', '其中迟报', '到期未报'].map((header) => figure(header, 'integer')),
  ...['完成率（%）', '按时率（%）'].map((header) => figure(header, 'decimal')),
]

const rateOf = ({ region, body, due, reported, nil, late, overdue, completion, timeliness }: BodyRates): Value[] => [
  ...[region.name, body.name, due, reported, nil, late, overdue, completion, timeliness],
]

/** One line an item, and one line a body: also where the page only sums them up. */
export function chasingWorkbook({ zone, period, bodies, rates, stream }: Chasing): Promise<Buffer> {
  const rows = bodies.flatMap((chased) => chased.items.map((item) => ({ chased, item })))
  return writeWorkbook([
    {
      name: '催报',
      title: `${zone.name}${period.label}尚未报送的事项`,
      notes: [`截至 ${minuteOf(stream.now)}；按单位代码排列，不作排名。`],
      columns: COLUMNS,
      rows: rows.map(({ chased, item }, index) => rowOf(index, chased, item)),
    },
    {
      name: '完成率和按时率',
      title: `${zone.name}${period.label}完成率和按时率`,
      notes: [`截至 ${minuteOf(stream.now)}；按单位代码排列，不作排名。`],
      columns: RATES,
      rows: rates.map(rateOf),
    },
  ])
}
