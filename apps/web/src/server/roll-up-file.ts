import type { Column, TableSheet, Value } from '@lianxi/office-files/table-spec'
import { LACK_LABELS, type ZoneRollUp } from '@lianxi/schema/views/roll-up'
import { status as statuses } from '@lianxi/schema/status-vocabulary'
import { howOf, lackingOf } from '../features/board/roll-up-words'
import { promised } from '../features/board/promise-words'

const text = (header: string, width: number): Column => ({ header, kind: 'text', width })
const figure = (header: string): Column => ({ header, kind: 'decimal', width: 14 })

function partOf({ parts }: ZoneRollUp, region: string): Value {
  const part = parts.find((one) => one.region.code === region)
  if (part === undefined) return ''
  return part.lacks === null || part.value !== null ? part.value : LACK_LABELS[part.lacks]
}

function rowOf(rollUp: ZoneRollUp, regions: readonly string[]): Value[] {
  const { value, partial, mark, inside } = rollUp
  return [
    ...[
      rollUp.subject,
      rollUp.name,
      rollUp.unit,
      `${promised(rollUp.comparator, rollUp.planValue, rollUp.planValueHigh)}`,
    ],
    ...[rollUp.targetYear, howOf(rollUp), value, value === null ? partial : null, lackingOf(rollUp).join('、')],
    ...[mark === null ? '' : statuses.labels[mark.status], mark?.sentence ?? ''],
    ...regions.map((region) => partOf(rollUp, region)),
    inside
      .map(
        (one) =>
          `${one.region.shortName} ${one.value}${one.sharePercent === null ? '' : `，占${one.within.shortName} ${one.sharePercent}%`}`,
      )
      .join('；'),
  ]
}

/** 全区汇总 as a sheet: a part of a sum stands in a column of its own, beside the names of who is missing. */
export function rollUpSheet(rollUps: readonly ZoneRollUp[]): TableSheet {
  const regions = rollUps[0]?.parts.map(({ region }) => region) ?? []
  const codes = regions.map(({ code }) => code)
  return {
    name: '全区汇总',
    notes: ['缺的地区写明，不按零计；“部分”不是全区数。所属地区只作对照，不重复计入。'],
    columns: [
      ...[text('编号', 16), text('指标', 30), text('单位', 10), text('规划目标', 14)],
      { header: '目标年', kind: 'integer', width: 8 },
      ...[text('汇总方式', 18), figure('全区'), figure('部分'), text('缺', 24), text('状态', 12), text('状态说明', 44)],
      ...regions.map(({ name }) => figure(name)),
      text('区内对照', 34),
    ],
    rows: rollUps.map((rollUp) => rowOf(rollUp, codes)),
  }
}
