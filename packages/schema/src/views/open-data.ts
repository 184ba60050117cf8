import { z } from 'zod'
import { FactCode, RegionCode, SubjectCode, ZoneCode } from '../codes'
import { CalendarDate, Decimal, Percent, Wan } from '../decimal'
import { Period } from '../period'
import { attribute, comparator, stage, subjectKind, valueOrigin, workField } from '../vocabulary'
import { Stamp } from './common'

/** `title` with what the words of a vocabulary mean: a code in JSON, its word in CSV. */
const coded = (title: string, codes: Record<string, string>) => {
  const said = Object.entries(codes).map(([code, word]) => `${code} ${word}`)
  return { title, codes, description: `CSV 为中文，JSON 为代码：${said.join('、')}` }
}

const said = z.string()
const year = z.int()

/**
 * One row of the open data: an item of an adopted list and one of its released figures; an item without any has a row of
 * its own with empty figures. Title, unit and meaning are the data dictionary, so they are written for its readers.
 */
export const OpenRow = z.strictObject({
  zone: ZoneCode.meta({ title: '经济区代码', description: '联席会议所属经济区' }),
  zoneName: said.meta({ title: '经济区', description: '经济区名称' }),
  list: FactCode.meta({ title: '清单编号', description: '已下达的年度清单' }),
  listName: said.meta({ title: '年度清单', description: '清单名称' }),
  adoptedBy: said.meta({ title: '下达依据', description: '下达清单的会议或文件' }),
  adoptedOn: CalendarDate.meta({ title: '下达日期', description: '清单下达的日期' }),
  item: FactCode.meta({ title: '清单事项编号', description: '清单中一个地区的一个事项，编号不变' }),
  subject: SubjectCode.meta({ title: '事项编号', description: '规划中的目标或项目，同一事项可以列入几份清单' }),
  kind: subjectKind.schema.meta(coded('类别', subjectKind.labels)),
  name: said.meta({ title: '名称', description: '目标或项目的名称' }),
  field: workField.schema.meta({ title: '领域', description: '所属工作领域' }),
  year: year.meta({ title: '年度', unit: '年', description: '清单的年度' }),
  region: RegionCode.meta({ title: '行政区划代码', description: '六位代码（GB/T 2260），责任地区' }),
  regionName: said.meta({ title: '地区', description: '责任地区的名称' }),
  attribute: attribute.schema.meta(coded('属性', attribute.labels)),
  leadBody: said.meta({ title: '牵头单位', description: '清单确定的牵头单位' }),
  deadline: CalendarDate.meta({ title: '完成时限', description: '清单确定的期限' }),
  unit: said
    .nullable()
    .meta({ title: '单位', description: '目标各数值的计量单位；项目为空，项目各列的单位写在列名中' }),
  comparator: comparator.schema.nullable().meta(coded('比较方式', comparator.labels)),
  baseline: Decimal.nullable().meta({ title: '基期值', unit: '见“单位”', description: '本地区的起点；空：未列' }),
  baselineYear: year.nullable().meta({ title: '基期年', unit: '年', description: '基期值的年份' }),
  baselineOrigin: valueOrigin.schema.nullable().meta(coded('基期值来源', valueOrigin.labels)),
  planValue: Decimal.nullable().meta({
    title: '规划目标',
    unit: '见“单位”',
    description: '规划提出的目标值；空：定性',
  }),
  planValueHigh: Decimal.nullable().meta({ title: '规划目标上限', unit: '见“单位”', description: '区间目标的上端' }),
  planOf: said.nullable().meta({
    title: '规划目标所属',
    description: '规划目标是谁的：本地区，或者本地区所在的市州、经济区；是全经济区的，不能当作一个地区的目标',
  }),
  targetYear: year.nullable().meta({ title: '目标年', unit: '年', description: '规划目标应实现的年份' }),
  yearValue: Decimal.nullable().meta({ title: '本年目标', unit: '见“单位”', description: '清单确定的本年目标值' }),
  yearValueOrigin: valueOrigin.schema.nullable().meta(coded('本年目标来源', valueOrigin.labels)),
  totalWan: Wan.nullable().meta({ title: '总投资', unit: '万元', description: '项目总投资' }),
  totalOrigin: valueOrigin.schema.nullable().meta(coded('总投资来源', valueOrigin.labels)),
  planWan: Wan.nullable().meta({ title: '年度计划投资', unit: '万元', description: '清单确定的本年计划投资' }),
  planOrigin: valueOrigin.schema.nullable().meta(coded('年度计划投资来源', valueOrigin.labels)),
  period: Period.nullable().meta({
    title: '报告期',
    description: '2025Q3 为三季度，2025-09 为九月，2025H1 为上半年，2025 为全年；空：尚未发布数据',
  }),
  value: Decimal.nullable().meta({
    title: '完成值',
    unit: '见“单位”',
    description: '责任地区报送并经审核的数值，按年累计的指标为年初至报告期末累计',
  }),
  doneOn: CalendarDate.nullable().meta({ title: '完成日期', description: '定性目标完成的日期，附有佐证的才发布' }),
  stage: stage.schema.nullable().meta(coded('项目阶段', stage.labels)),
  progressPercent: Percent.nullable().meta({ title: '形象进度', unit: '%', description: '项目形象进度' }),
  investedYearWan: Wan.nullable().meta({ title: '本年完成投资', unit: '万元', description: '年初至报告期末累计' }),
  investedTotalWan: Wan.nullable().meta({ title: '累计完成投资', unit: '万元', description: '开工以来累计' }),
  text: said.nullable().meta({ title: '形象进度描述', description: '项目进展，责任地区的文字' }),
  figureSource: said.nullable().meta({ title: '数据来源', description: '数值的统计来源' }),
  reportedOn: CalendarDate.nullable().meta({ title: '报送日期', description: '现行数值报送的日期' }),
  revision: z.int().nullable().meta({ title: '报送次数', description: '大于 1 的，数值经过更正，这里是更正后的' }),
  plan: FactCode.meta({ title: '规划编号', description: '事项出自的规划' }),
  planName: said.meta({ title: '规划', description: '规划名称' }),
  documentNumber: said.nullable().meta({ title: '文号', description: '规划的发文字号' }),
  chapter: said.nullable().meta({ title: '章', description: '在规划中的章' }),
  section: said.nullable().meta({ title: '节', description: '在规划中的节' }),
  box: said.nullable().meta({ title: '专栏', description: '在规划中的专栏' }),
  line: z.int().nullable().meta({ title: '行', description: '在规划文本中的行' }),
  asOf: Stamp.meta({
    title: '口径时点',
    description: '数据截至的时刻：CSV 为北京时间，到秒；JSON 为协调世界时（加 8 小时为北京时间）',
  }),
  licence: said.meta({ title: '许可', description: '使用许可的名称' }),
})
export type OpenRow = z.infer<typeof OpenRow>

/** One field of the data dictionary. `head`: of its column in CSV; `codes`: what JSON has, by what CSV says. */
export type OpenField = {
  name: keyof OpenRow
  title: string
  head: string
  unit: string
  meaning: string
  codes: Record<string, string> | null
}

const Described = z.looseObject({
  title: z.string(),
  description: z.string(),
  unit: z.string().default(''),
  codes: z.record(z.string(), z.string()).nullable().default(null),
})
/** Units that hold for every row; others are the row's own. */
const IN_HEADS = ['万元', '%']

/** Every field in the order of the columns. */
export const OPEN_FIELDS: readonly OpenField[] = OpenRow.keyof().options.map((name) => {
  const { title, unit, description, codes } = Described.parse(OpenRow.shape[name].meta())
  const head = IN_HEADS.includes(unit) ? `${title}（${unit}）` : title
  return { name, title, head, unit, meaning: description, codes }
})

/** 许可: what anybody may do with the data. */
export const LICENCE = {
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/deed.zh-hans',
  text: '可以自由使用、传播和加工，须注明来源、口径时点，加工过的须说明；以责任单位正式发布的为准。',
} as const
