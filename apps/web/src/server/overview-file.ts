import type { Column, TableSheet, Value } from '@lianxi/office-files/table-spec'
import { writeWorkbook } from '@lianxi/office-files/write-workbook'
import { CELL_FILTER_LABELS, type FilingCounts } from '@lianxi/schema/views/cell'
import type { CrossRegionLine, RegionPart } from '@lianxi/schema/views/cross-region'
import { ATTENTION_LABELS, type AttentionLine, type Overview } from '@lianxi/schema/views/overview'
import { periodLabel } from '@lianxi/schema/period'
import type { Moment } from '@lianxi/schema/moment'
import { Status, status as statuses } from '@lianxi/schema/status-vocabulary'
import type { StatusCounts } from '@lianxi/schema/views/status'
import { disagreement, filingState, handoverState, matterKind } from '@lianxi/schema/vocabulary'
import { partnersOf } from '@lianxi/domain/cross-region/partners'
import { figureOf } from '../features/board/standing'
import { notAskedSaid } from '../features/board/not-asked-words'
import { pictureMoment } from '../features/board/moment-words'
import { rollUpSheet } from './roll-up-file'

const text = (header: string, width: number): Column => ({ header, kind: 'text', width })
const count = (header: string): Column => ({ header, kind: 'integer', width: 10 })

const FILED = ['due', 'reported', 'pending', 'overdue', 'returned', 'late', 'nil'] as const
const COUNTED = [
  ...FILED.map((what) => count(CELL_FILTER_LABELS[what])),
  ...Status.options.map((one) => count(statuses.labels[one])),
]
const countsOf = (counts: FilingCounts, judged: StatusCounts): Value[] => [
  ...FILED.map((what) => counts[what]),
  ...Status.options.map((one) => judged[one] ?? 0),
]

/** Who has reported and how it stands: each region, each field of work, all. */
function countSheets({ tiles, fields, totals, statuses: all }: Overview): TableSheet[] {
  const places = tiles.map(({ region, responsible, counts, statuses: judged, notAsked, worst }): Value[] => [
    ...[region.name, responsible ? '责任主体' : '所属地区，不重复计入', ...countsOf(counts, judged), notAsked],
    worst === null ? '' : `${statuses.labels[worst.mark.status]} ${worst.name}（${worst.subject}）`,
  ])
  const works = fields.map(({ field, counts, statuses: judged }): Value[] => [field, ...countsOf(counts, judged)])
  return [
    {
      name: '地区',
      columns: [
        text('地区', 14),
        text('说明', 18),
        ...COUNTED,
        count(CELL_FILTER_LABELS['not-asked']),
        text('最需关注（约束性、重点）', 40),
      ],
      rows: places,
    },
    { name: '领域', columns: [text('领域', 16), ...COUNTED], rows: [...works, ['合计', ...countsOf(totals, all)]] },
  ]
}

function attentionRow(line: AttentionLine): Value[] {
  const { mark, returned, matters } = line
  const reasons = [
    returned === null ? null : `退回：${returned.reason}`,
    mark === null ? null : mark.sentence,
    line.problems,
    ...line.objections.map(({ message }) => `核对：${message}`),
  ]
  return [
    ...[line.subject, line.name, line.region.shortName, periodLabel(line.period), figureOf(line) ?? ''],
    mark === null ? '' : statuses.labels[mark.status],
    line.reasons.map((reason) => ATTENTION_LABELS[reason]).join('、'),
    reasons.filter((one) => one !== null).join('\n'),
    matters.map(({ kind, text: what }) => `${matterKind.labels[kind]}：${what}`).join('；'),
    line.nextStep,
  ]
}

const attentionSheet = ({ attention, attentionTotal }: Overview): TableSheet => ({
  name: '需关注',
  notes: attention.length < attentionTotal ? [`列出 ${attention.length} / ${attentionTotal} 条。`] : [],
  columns: [
    ...[text('编号', 16), text('指标或项目', 36), text('地区', 10), text('报告期', 14), text('所报', 20)],
    ...[text('状态', 12), text('情况', 24), text('原因', 60), text('需协调事项', 40), text('下步', 40)],
  ],
  rows: attention.map(attentionRow),
})

function partWords(part: RegionPart | undefined, missing: string): string {
  if (part === undefined) return ''
  if (!part.reported) return part.last === null ? missing : `${missing}；上次 ${figureOf(part.last) ?? '—'}`
  const said = part.nil ? '本期无变化' : (figureOf(part) ?? '—')
  return part.sharePercent === null ? said : `${said}（约定分担 ${part.sharePercent}%）`
}

function crossRow(line: CrossRegionLine, regions: readonly string[], missing: string): Value[] {
  const { settled, handovers } = line
  const open = handovers.filter(({ state }) => state === 'open' || state === 'late')
  return [
    ...[line.subject, line.name, periodLabel(line.period)],
    ...regions.map((code) =>
      partWords(
        line.parts.find(({ region }) => region.code === code),
        missing,
      ),
    ),
    line.disagrees.map((what) => disagreement.labels[what]).join('；'),
    settled.map(({ note, person, on }) => `${note}（${person}，${on}）`).join('；'),
    open
      .map(
        (one) =>
          `${one.giver.shortName}→${one.receiver.shortName} ${one.what}（${one.dueOn}，${handoverState.labels[one.state]}）`,
      )
      .join('；'),
  ]
}

function crossSheet({ crossRegion, crossRegionTotal, period }: Overview): TableSheet {
  const regions = partnersOf(crossRegion)
  const codes = regions.map(({ code }) => code)
  return {
    name: '跨区域项目',
    notes: crossRegion.length < crossRegionTotal ? [`列出 ${crossRegion.length} / ${crossRegionTotal} 个。`] : [],
    columns: [
      ...[text('编号', 16), text('项目', 36), text('报告期', 14), ...regions.map(({ name }) => text(name, 22))],
      ...[text('不一致', 30), text('核定', 40), text('未移交的衔接节点', 40)],
    ],
    rows: crossRegion.map((line) => crossRow(line, codes, filingState.labels[period.fellDue ? 'overdue' : 'pending'])),
  }
}

/** The board's first screen as Excel: the same picture, a sheet for each of its parts. */
export function overviewWorkbook(overview: Overview, asked: Moment | undefined): Promise<Buffer> {
  const { zone, period, rollUps, asOf, stream } = overview
  const stamp = asOf ?? stream?.stamp ?? null
  const seen = overview.wholeZone ? '' : '；只有本地区及所属地区'
  const left = notAskedSaid(overview.notAsked)
  const notes = [
    `报告期：${period.label}；口径时点：${pictureMoment(asked, stamp)}${seen}`,
    ...(left === null ? [] : [`另有 ${left.count} 项${left.rhythms}报送，本期不报（${left.each}）`]),
  ]
  const sheets = [
    ...countSheets(overview),
    attentionSheet(overview),
    ...(rollUps.length === 0 ? [] : [rollUpSheet(rollUps)]),
    crossSheet(overview),
  ]
  return writeWorkbook(
    sheets.map((sheet) => ({
      ...sheet,
      title: `${zone.name}协同进展 · ${sheet.name}`,
      notes: [...notes, ...(sheet.notes ?? [])],
    })),
  )
}
