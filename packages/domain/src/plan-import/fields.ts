import { documentKind } from '@lianxi/schema/document-kind'
import type { PlanSheetKind } from '@lianxi/schema/commands/plan-import'
import { FREQUENCY_LABELS } from '@lianxi/schema/period'
import {
  aggregation,
  basis,
  comparator,
  direction,
  planStatus,
  priceBasis,
  stage,
  visibility,
  workField,
} from '@lianxi/schema/vocabulary'

/**
 * A column of the template: the template's head, other words by which a head of somebody's own table is known, what may
 * be chosen, and a hint. `needed`: a new row cannot do without.
 */
export type Field = {
  name: string
  head: string
  words?: readonly string[]
  choices?: Readonly<Record<string, string>>
  needed?: boolean
  hint?: string
  width?: number
}

const YES_NO = { yes: '是', no: '否' }
export const HOLD_SIDES = { below: '不低于', above: '不高于', both: '上下均不偏离' }
export const MONEY_UNITS = { 亿元: '亿元', 万元: '万元', 元: '元' }

const CODE: Field = {
  name: 'code',
  head: '编号',
  words: ['编码', '代码'],
  hint: '可不填：系统按规划、名称、行政区和目标年编一个不变的号',
}
const PLAN: Field = {
  name: 'plan',
  head: '所属规划',
  words: ['规划编号', '规划'],
  hint: '规划的编号或名称；文件里只有一个规划的可不填',
  width: 24,
}
const SOURCE: readonly Field[] = [
  { name: 'visibility', head: '公开范围', words: ['是否公开'], choices: visibility.labels },
  { name: 'chapter', head: '章', words: ['篇章', '章节', '出处'] },
  { name: 'section', head: '节' },
  { name: 'box', head: '专栏' },
  { name: 'line', head: '行', hint: '在规划文本中的行号' },
]
const DOMAIN: Field = {
  name: 'domain',
  head: '领域',
  words: ['类别', '分类', '板块'],
  choices: workField.labels,
  needed: true,
}

const BODIES: readonly Field[] = [
  {
    name: 'leadBody',
    head: '牵头单位',
    words: ['牵头部门', '牵头责任单位'],
    hint: '规划写明由谁牵头；列入清单时带出',
    width: 20,
  },
  {
    name: 'coBodies',
    head: '责任单位',
    words: ['责任部门', '配合单位', '实施单位'],
    hint: '多个用顿号分开；没有牵头单位的，第一个为牵头',
    width: 24,
  },
]

/** Every field of the four sheets, declared once: template, mapping, reading and preview go by it. */
export const FIELDS: Record<PlanSheetKind, readonly Field[]> = {
  plan: [
    CODE,
    { name: 'name', head: '规划名称', words: ['名称'], needed: true, width: 36 },
    { name: 'issuer', head: '印发单位', words: ['编制单位', '发文单位'], width: 20 },
    { name: 'documentNumber', head: '文号', words: ['发文字号'] },
    { name: 'issuedOn', head: '印发日期', words: ['发布日期'], hint: '如 2026-03-01 或 2026-03' },
    { name: 'periodStart', head: '起始年', words: ['规划起始'], needed: true },
    { name: 'periodEnd', head: '结束年', words: ['规划结束', '期末'], needed: true },
    { name: 'region', head: '行政区', words: ['地区', '区域'], hint: '代码或名称；全经济区的规划不填' },
    { name: 'status', head: '状态', words: ['规划状态'], choices: planStatus.labels, needed: true },
    { name: 'kind', head: '文件类别', choices: documentKind.labels, hint: '不填：规划' },
  ],
  indicator: [
    { ...CODE, hint: '可不填：系统按名称和单位编一个不变的号' },
    { name: 'name', head: '指标名称', words: ['指标', '名称'], needed: true, width: 30 },
    { name: 'unit', head: '单位', words: ['计量单位'], needed: true },
    { name: 'basis', head: '指标口径', words: ['口径', '统计口径'], choices: basis.labels, needed: true },
    { name: 'aggregate', head: '汇总方式', words: ['汇总'], choices: aggregation.labels, needed: true },
    DOMAIN,
  ],
  target: [
    CODE,
    PLAN,
    {
      name: 'name',
      head: '目标名称',
      words: ['指标名称', '目标任务', '主要指标', '指标', '名称', '目标'],
      needed: true,
      width: 32,
    },
    DOMAIN,
    { name: 'region', head: '行政区', words: ['地区', '区域', '责任地区'], hint: '代码或名称，全经济区写经济区名称' },
    { name: 'indicator', head: '指标', words: ['指标编号', '指标代码'], hint: '已登记指标的编号或名称' },
    { name: 'unit', head: '单位', words: ['计量单位'] },
    { name: 'basis', head: '指标口径', words: ['口径', '统计口径'], choices: basis.labels, hint: '填了指标的可不填' },
    { name: 'comparator', head: '比较方式', words: ['比较'], choices: comparator.labels },
    {
      name: 'value',
      head: '目标值',
      words: ['规划目标', '目标', '期末目标', '规划值'],
      hint: '可写 ≥95、≤4、约300、3-5',
    },
    { name: 'valueHigh', head: '目标值上限', words: ['上限'] },
    { name: 'targetYear', head: '目标年', words: ['目标年份', '完成年份'], hint: '不填：规划的结束年' },
    { name: 'baseline', head: '基期值', words: ['基期', '基数', '现状值', '基期数'] },
    { name: 'baselineYear', head: '基期年', words: ['基期年份'] },
    { name: 'baselineNote', head: '基期说明', width: 24 },
    { name: 'direction', head: '方向', choices: direction.labels },
    { name: 'standing', head: '始终须保持', words: ['持续保持'], choices: YES_NO },
    { name: 'holdSide', head: '保持方向', choices: HOLD_SIDES },
    { name: 'frequency', head: '填报频率', words: ['频率', '频次'], choices: FREQUENCY_LABELS },
    { name: 'priceBasis', head: '价格口径', choices: priceBasis.labels },
    { name: 'reportable', head: '可填报', choices: YES_NO, hint: '不填：有数值的可填报' },
    ...BODIES,
    ...SOURCE,
  ],
  project: [
    CODE,
    PLAN,
    { name: 'name', head: '项目名称', words: ['工程名称', '名称', '项目'], needed: true, width: 36 },
    DOMAIN,
    { name: 'regions', head: '行政区', words: ['地区', '建设地点', '所在地区', '责任地区'], hint: '多个用顿号分开' },
    { name: 'category', head: '项目类别', words: ['项目类型'] },
    { name: 'stage', head: '项目阶段', words: ['阶段', '建设阶段'], choices: stage.labels },
    { name: 'plannedOutcome', head: '规划期末成果', words: ['期末成果', '预期成果'] },
    {
      name: 'investment',
      head: '总投资',
      words: ['投资额', '投资规模', '估算投资', '投资'],
      hint: '单位写在表头括号里，或另设一列',
    },
    { name: 'investmentUnit', head: '投资单位', words: ['金额单位'], choices: MONEY_UNITS },
    { name: 'scale', head: '建设规模', words: ['建设内容', '规模', '主要建设内容'], width: 36 },
    { name: 'startYear', head: '开工年', words: ['开工年份', '起始年'] },
    { name: 'endYear', head: '建成年', words: ['完工年份', '竣工年', '结束年'] },
    { name: 'parent', head: '上级项目', words: ['母项目', '所属项目'], hint: '编号或名称' },
    { name: 'parts', head: '各地分担', words: ['分担比例', '各地份额'], hint: '如 攀枝花市60%、凉山州40%' },
    ...BODIES,
    ...SOURCE,
  ],
}

/** A column for one year: a target's value or a project's planned investment of that year. */
export const yearField = (year: number): string => `year-${year}`
export const yearOfField = (field: string): number | undefined => {
  const found = /^year-(\d{4})$/.exec(field)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** What a field is called to people. */
export function fieldHead(kind: PlanSheetKind, name: string): string {
  const year = yearOfField(name)
  if (year !== undefined) return kind === 'project' ? `${year}年计划投资` : `${year}年目标`
  return FIELDS[kind].find((field) => field.name === name)?.head ?? name
}
