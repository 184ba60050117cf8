import type { Column, ColumnKind } from '@lianxi/office-files/table-spec'
import { CELL_FILTER_LABELS } from '@lianxi/schema/views/cell'
import { CHANGE_LABELS, type CellSide, type ChangeLine } from '@lianxi/schema/views/changes'
import type { ProjectRow, TargetRow } from '@lianxi/schema/views/lists'
import { periodLabel } from '@lianxi/schema/period'
import { objectionOutcome, status } from '@lianxi/schema/status-vocabulary'
import type { ZoneRollUp } from '@lianxi/schema/views/roll-up'
import type { StatusMark } from '@lianxi/schema/views/status'
import { attribute, filingState, stage as stages, type ValueOrigin, valueOrigin } from '@lianxi/schema/vocabulary'
import { judgedWords, notAskedWords } from '../features/board/not-asked-words'
import { placeOf, promised } from '../features/board/promise-words'
import { lackingOf } from '../features/board/roll-up-words'
import { figureOf, figuresOf } from '../features/board/standing'
import { overrideReach } from '../features/status/words'
import { minuteOf } from '../features/ui/format'

type Value = string | number | null
/** One column of an export: its head, and what it says of a row. */
export type Part<Row> = { column: Column; of: (row: Row) => Value }

export const part = <Row>(header: string, kind: ColumnKind, width: number, of: (row: Row) => Value): Part<Row> => ({
  column: { header, kind, width },
  of,
})
const sourceOf = (origin: ValueOrigin | null | undefined): string => (origin ? valueOrigin.labels[origin] : '')
const minute = (instant: string | null | undefined): string => (instant ? minuteOf(instant) : '')

type ListRow = TargetRow | ProjectRow
const common = <Row extends ListRow>(): Record<'first' | 'last', Part<Row>[]> => ({
  first: [
    part('编号', 'text', 16, ({ subject }) => subject),
    part('名称', 'text', 36, ({ name }) => name),
    part('领域', 'text', 12, ({ field }) => field),
    part('地区', 'text', 10, ({ region }) => region?.shortName ?? '全区'),
    part('属性', 'text', 8, (row) => (row.attribute === null ? '' : attribute.labels[row.attribute])),
  ],
  last: [
    part('状态', 'text', 12, ({ mark }) => (mark === null ? '' : status.labels[mark.status])),
    part('按规则判定', 'text', 12, ({ mark }) => (mark === null ? '' : status.labels[mark.computed])),
    part('状态说明', 'text', 40, ({ mark }) => mark?.sentence ?? ''),
    part('人工认定与异议', 'text', 40, ({ mark }) => saidOf(mark)),
    part('填报情况', 'text', 10, filingOf),
    part('下次报送', 'text', 34, ({ notAsked }) => (notAsked === null ? '' : notAskedWords(notAsked))),
    part('上次判定', 'text', 24, ({ notAsked }) => (notAsked?.judged ? judgedWords(notAsked.judged) : '')),
    part('标记', 'text', 18, marksOf),
    part('对比时点', 'text', 20, beforeOf),
    part('报送时间', 'text', 17, ({ cell }) => minute(cell?.reportedAt)),
    part('填报人', 'text', 10, ({ person }) => person),
    part('牵头单位', 'text', 22, ({ body }) => body?.name ?? ''),
    part('年度清单', 'text', 24, ({ listName }) => listName),
    part(
      '出处',
      'text',
      34,
      ({ source }) => `${source.draft ? '（征求意见稿）' : ''}${source.planName} ${placeOf(source)}`,
    ),
  ],
})

function filingOf({ state, notAsked }: ListRow): string {
  if (state !== null) return filingState.labels[state]
  return notAsked === null ? '不需填报' : CELL_FILTER_LABELS['not-asked']
}

/** What people say of the status, whole: the file is what somebody works on. */
function saidOf(mark: StatusMark | null): string {
  const { override = null, objection = null } = mark ?? {}
  const answer = objection?.answer ?? null
  const said = [
    override === null ? null : `人工认定（${overrideReach(override)}）：${override.reason}`,
    objection === null ? null : `${objection.bodyName}异议：${objection.text}`,
    answer === null ? null : `答复（${objectionOutcome.labels[answer.outcome]}）：${answer.reason}`,
  ]
  return said.filter((part) => part !== null).join('；')
}

/** How the filing stood at the moment it is compared with. */
function beforeOf({ before }: ListRow): string {
  if (before === null) return ''
  const said = before.nil ? '本期无变化' : figureOf(before)
  return [filingState.labels[before.state], said].filter((word) => word !== null).join(' ')
}

/** What qualifies a filing, as the page's tags say it. */
function marksOf({ cell }: ListRow): string {
  if (cell === null) return ''
  const marks = [
    cell.late ? CELL_FILTER_LABELS.late : null,
    cell.nil ? CELL_FILTER_LABELS.nil : null,
    cell.confirmed ? CELL_FILTER_LABELS.confirmed : null,
    cell.reports > 1 ? `第${cell.revision ?? cell.reports}次报送` : null,
    cell.conflict ? CELL_FILTER_LABELS.conflict : null,
    cell.objections.length > 0 ? CELL_FILTER_LABELS.objections : null,
  ]
  return marks.filter((mark) => mark !== null).join('、')
}

type TargetLine = TargetRow & { rollUp: ZoneRollUp | undefined }

export const TARGET_PARTS: Part<TargetLine>[] = [
  ...common<TargetLine>().first,
  part('单位', 'text', 10, ({ unit }) => unit),
  part('基期值', 'decimal', 12, ({ baseline }) => baseline?.value ?? null),
  part('基期年', 'integer', 8, ({ baseline }) => baseline?.year ?? null),
  part('基期值来源', 'text', 10, ({ baseline }) => sourceOf(baseline?.origin)),
  part('规划目标', 'text', 14, (row) => promised(row.comparator, row.planValue, row.planValueHigh)),
  part('规划目标所属', 'text', 14, ({ planOf, region }) => planOf ?? region?.shortName ?? '全区'),
  part('目标年', 'integer', 8, ({ targetYear }) => targetYear),
  part('本年目标', 'decimal', 12, ({ yearValue }) => yearValue?.value ?? null),
  part('本年目标来源', 'text', 10, ({ yearValue }) => sourceOf(yearValue?.origin)),
  part('本期完成', 'decimal', 12, ({ cell }) => cell?.value ?? null),
  part('完成日期', 'text', 12, ({ doneOn }) => doneOn),
  part('上次所报', 'decimal', 12, ({ last }) => last?.value ?? null),
  part('上次报告期', 'text', 14, ({ last }) => (last === null ? '' : periodLabel(last.period))),
  ...common<TargetLine>().last,
  part('全区汇总', 'decimal', 14, ({ rollUp }) => rollUp?.value ?? null),
  part('全区状态', 'text', 12, ({ rollUp }) => (rollUp?.mark ? status.labels[rollUp.mark.status] : '')),
  part('全区缺', 'text', 20, ({ rollUp }) => (rollUp?.value === null ? lackingOf(rollUp).join('、') : '')),
]

export const PROJECT_PARTS: Part<ProjectRow>[] = [
  ...common<ProjectRow>().first,
  part('跨区域', 'text', 8, ({ crossRegion }) => (crossRegion ? '是' : '')),
  part('总投资（万元）', 'wan', 14, ({ totalWan }) => totalWan),
  part('总投资来源', 'text', 10, ({ totalOrigin }) => sourceOf(totalOrigin)),
  part('年度计划（万元）', 'wan', 14, ({ planWan }) => planWan),
  part('年度计划来源', 'text', 10, ({ planOrigin }) => sourceOf(planOrigin)),
  part('本年完成（万元）', 'wan', 14, ({ cell }) => cell?.investedYearWan ?? null),
  part('累计完成（万元）', 'wan', 14, ({ cell }) => cell?.investedTotalWan ?? null),
  part('阶段', 'text', 10, ({ cell }) => (cell?.stage ? stages.labels[cell.stage] : '')),
  part('形象进度', 'percent', 10, ({ cell }) => cell?.progressPercent ?? null),
  part('各地所报', 'text', 10, ({ disagrees }) => (disagrees.length > 0 ? '不一致' : '')),
  ...common<ProjectRow>().last,
]

const side = (one: CellSide | null, unit: string | null): string => {
  if (one === null) return ''
  const said = one.nil ? '本期无变化' : figuresOf({ ...one, unit })
  const judged = one.status === null ? null : `${status.labels[one.status]}${one.overridden ? '（人工认定）' : ''}`
  const words = [filingState.labels[one.state], judged, said, one.confirmed ? '已确认' : null]
  return words.filter((word) => word !== null).join(' ')
}

const earlierWords = (earlier: ChangeLine['earlier']): string =>
  earlier === null
    ? ''
    : `${periodLabel(earlier.period)} ${status.labels[earlier.status]}${earlier.overridden ? '（人工认定）' : ''}`

export const CHANGE_PARTS: Part<ChangeLine>[] = [
  part('编号', 'text', 16, ({ subject }) => subject),
  part('名称', 'text', 36, ({ name }) => name),
  part('领域', 'text', 12, ({ field }) => field),
  part('地区', 'text', 10, ({ region }) => region?.shortName ?? ''),
  part('报告期', 'text', 14, ({ period }) => (period === null ? '' : periodLabel(period))),
  part('变化', 'text', 16, ({ kinds }) => kinds.map((kind) => CHANGE_LABELS[kind]).join('、')),
  part('当时', 'text', 24, ({ before, earlier, unit }) =>
    [earlierWords(earlier), side(before, unit)].filter((word) => word !== '').join('；'),
  ),
  part('现在', 'text', 24, ({ after, unit }) => side(after, unit)),
  part('说明', 'text', 44, ({ note }) => note),
  part('最近变化时间', 'text', 17, ({ at }) => minute(at)),
]
