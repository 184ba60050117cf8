import { type Frequency, frequencyOf, monthsElapsed, type Period } from '@lianxi/schema/period'
import { matterKind, stage, type SubjectKind } from '@lianxi/schema/vocabulary'

const REPORT = { month: '月', quarter: '季', half: '半年', year: '年' } satisfies Record<Frequency, string>

/** The sheets of a 报送表, as such offices know them: 月报表 of a month, 季报表 of a quarter. */
export const sheetName = (kind: SubjectKind, period: Period): string =>
  kind === 'target' ? '目标任务进展表' : `重点项目进度${REPORT[frequencyOf(period)]}报表`

/**
 * A column of a sheet; `field` names what stands in it. `input`: the office fills it in, it is read back; the others
 * are ours to know and never read. The head's unit stands in brackets: money is 万元, nothing else.
 */
export type SheetColumn = {
  field: string
  head: string
  /** What it was called in workbooks that may still come back. */
  formerHead?: string
  kind: 'text' | 'integer' | 'decimal' | 'wan' | 'date'
  width: number
  input?: true
  hidden?: true
  choices?: readonly string[]
  hint?: string
}

const THIS_PERIOD = { month: '本月', quarter: '本季', half: '本半年', year: '本年' } satisfies Record<Frequency, string>
const NIL: SheetColumn = {
  ...{ field: 'nil', head: '本期无变化', kind: 'text', width: 8, input: true, choices: ['是'] },
  hint: '确无变化的选“是”，其余各栏不填数。',
}
const REASON: SheetColumn = {
  ...{ field: 'reason', head: '对提示的说明', kind: 'text', width: 20, input: true },
  hint: '系统对数字有提示（如与上期相差很大）而数字无误的，在此写明原因，随数据报送。',
}
const KEY: SheetColumn = { field: 'key', head: '行标识', kind: 'text', width: 12, hidden: true }
const REMARK: SheetColumn = { field: 'remark', head: '备注', kind: 'text', width: 20 }

const text = (field: string, head: string, width: number): SheetColumn => ({ field, head, kind: 'text', width })
const wan = (field: string, head: string): SheetColumn => ({ field, head, kind: 'wan', width: 12 })
const words = (field: string, head: string, hint: string): SheetColumn => ({
  ...{ field, head, kind: 'text', width: 28, input: true },
  hint,
})

const MATTERS = `每行一件，写作“类别：事项”，如“土地：征地尚缺30亩指标”。类别：${Object.values(matterKind.labels).join('、')}；没有的留空。`

/** The projects' sheet; `1–9月累计` is the year's sum so far, whatever the frequency. */
function projectColumns(period: Period): SheetColumn[] {
  const year = `1–${monthsElapsed(period)}月累计(万元)`
  return [
    { field: 'no', head: '序号', kind: 'integer', width: 5 },
    text('name', '项目名称', 24),
    text('code', '项目代码', 14),
    text('place', '建设地点', 10),
    text('nature', '建设性质', 8),
    text('scale', '规模及内容', 26),
    text('years', '起止年限', 10),
    wan('total', '总投资(万元)'),
    text('funds', '资金来源', 10),
    wan('lastYear', '至上年底累计(万元)'),
    wan('plan', '年度计划(万元)'),
    wan('before', '上期累计(万元)'),
    wan('thisPeriod', `${THIS_PERIOD[frequencyOf(period)]}完成(万元)`),
    {
      ...{ ...wan('investedYearWan', year), input: true },
      hint: '本年1月1日起累计完成投资，单位万元，填整数；没有发生的填0。',
    },
    { field: 'planPercent', head: '占年计划(%)', kind: 'decimal', width: 9 },
    { field: 'ahead', head: '与序时差(百分点)', kind: 'decimal', width: 9 },
    {
      ...{ ...wan('investedTotalWan', '开工以来累计(万元)'), input: true },
      hint: '开工以来累计完成投资，单位万元，填整数；不小于本年累计。',
    },
    {
      ...{ field: 'stage', head: '项目阶段', kind: 'text', width: 10, input: true },
      ...{ choices: Object.values(stage.labels), hint: '从下拉列表中选。' },
    },
    {
      ...{ field: 'progressPercent', head: '形象进度(%)', kind: 'decimal', width: 9, input: true },
      hint: '0至100之间的数，如68.5；不必写百分号。',
    },
    words('physicalProgress', '形象进度', '用一句话写到什么部位，如“路基工程完成，桥梁下部结构完成85%”。'),
    text('plannedStart', '计划开工', 11),
    {
      ...{ field: 'startedOn', head: '实际开工', kind: 'date', width: 12, input: true },
      hint: '开工日期，如2025-09-30；没有开工的留空。',
    },
    text('plannedEnd', '计划竣工', 11),
    words('milestones', '本期完成节点', '每行一个，写作“节点名称 2025-09-30”；没有的留空。'),
    text('registered', '入库(统)情况', 10),
    words('problems', '存在问题', '没有的留空或写“无”。'),
    words('matters', '需协调事项及层级', MATTERS),
    words('nextStep', '下步安排', '下一步做什么、何时完成。'),
    text('owner', '项目业主', 14),
    text('body', '责任单位', 16),
    text('leader', '挂联领导', 10),
    text('person', '责任人及电话', 16),
    ...[NIL, REASON, REMARK, KEY],
  ]
}

/** 目标任务进展表; the unit of a row's figure stands in 指标及单位. */
function targetColumns(): SheetColumn[] {
  return [
    { field: 'no', head: '序号', kind: 'integer', width: 5 },
    text('domain', '领域', 10),
    text('name', '目标任务', 26),
    text('indicator', '指标及单位', 16),
    text('attribute', '属性', 8),
    text('baseline', '基期', 14),
    text('target', '规划目标', 16),
    text('path', '各年目标', 18),
    { field: 'yearValue', head: '本年目标', kind: 'decimal', width: 11 },
    text('quarters', '季度节点', 14),
    text('measures', '工作举措', 26),
    text('leader', '牵头领导', 10),
    text('leadBody', '牵头单位', 16),
    text('bodies', '责任单位', 18),
    { field: 'deadline', head: '完成时限', kind: 'date', width: 12 },
    { field: 'previous', head: '上期完成值', kind: 'decimal', width: 11 },
    text('previousPeriod', '上期', 11),
    {
      ...{ field: 'value', head: '本期完成值', kind: 'decimal', width: 12, input: true },
      hint: '按“指标及单位”栏的单位填数；总量、收入等时期指标填当年累计数。尚无数据的留空。',
    },
    {
      ...{ field: 'doneOn', head: '完成日期', kind: 'text', width: 12, input: true },
      hint: '只有定性目标填：完成的填日期，如2025-09-30，并在系统中上传佐证材料；没有完成的填“未完成”。其他目标留空。',
    },
    words('note', '进展', '本期进展，据实简写。'),
    { field: 'rate', head: '完成率(%)', kind: 'decimal', width: 9 },
    text('onPace', '是否达序时', 8),
    words('problems', '问题及原因', '没有的留空或写“无”。'),
    words('nextStep', '下步措施', '下一步做什么、何时完成。'),
    {
      ...words('figureSource', '数据来源', '出自哪个部门的哪份报表，如“区统计局 季度快报”；佐证材料请在系统中上传。'),
      formerHead: '佐证',
    },
    ...[NIL, REASON, REMARK, KEY],
  ]
}

const known = new Map<string, readonly SheetColumn[]>()

/** The same for every row of a file: made once a kind and period. */
export function columnsOf(kind: SubjectKind, period: Period): readonly SheetColumn[] {
  const made = known.get(`${kind} ${period}`)
  if (made !== undefined) return made
  const columns = kind === 'project' ? projectColumns(period) : targetColumns()
  known.set(`${kind} ${period}`, columns)
  return columns
}

/** The head of a field, for sentences: without its unit. */
export function titleOf(kind: SubjectKind, period: Period, field: string): string {
  const head = columnsOf(kind, period).find((column) => column.field === field)?.head ?? field
  return head.replace(/\(.*\)$/, '')
}
