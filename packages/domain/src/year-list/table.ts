import type { ListItemView, YearListView } from '@lianxi/schema/views/year-list'
import { attribute, itemAnswer, valueOrigin, type ValueOrigin, yearListState } from '@lianxi/schema/vocabulary'

/** A list as offices know it; every cell is text that can be printed, a year's cell a plain figure where it is given. */
export type ListTable = {
  title: string
  notes: string[]
  heads: { baseline: string; target: string }
  /** Years of the plan's period for which the list says something; each a column. */
  years: number[]
  rows: ListRow[]
}
export type ListRow = {
  position: number
  domain: string
  task: string
  indicator: string
  attribute: string
  baseline: string
  target: string
  byYear: { year: number; text: string }[]
  quarters: string
  measures: string
  leader: string
  leadBody: string
  bodies: string
  deadline: string
  remark: string
}

const NOTES = ['各年目标中未注明的为给定值；注“推算”的由规划目标推算，注“演示”的为演示数据。']

/** 给定 and 推算 are told apart in every cell: what is given stands as the bare figure. */
const marked = (value: string, origin: ValueOrigin): string =>
  origin === 'derived' || origin === 'demo' || origin === 'stated' ? `${value}（${valueOrigin.labels[origin]}）` : value

export function listTable(list: YearListView): ListTable {
  const periods = list.items.flatMap(({ planPeriod }) => planPeriod ?? [])
  const start = periods.length === 0 ? null : Math.min(...periods.map((period) => period.start))
  const end = periods.length === 0 ? null : Math.max(...periods.map((period) => period.end))
  const rows = list.items.map((item) => rowOf(item, list, start))
  const years = [...new Set([list.year, ...rows.flatMap(({ byYear }) => byYear.map(({ year }) => year))])]
  return {
    title: list.name,
    notes: [...about(list), ...NOTES],
    heads: { baseline: start === null ? '基期' : `${start - 1}基期`, target: end === null ? '规划目标' : `${end}目标` },
    years: years.sort((a, b) => a - b),
    rows,
  }
}

function about({ owner, phase, adopted, asOf }: YearListView): string[] {
  const state = adopted === null ? yearListState.labels[phase] : `${adopted.on} ${adopted.basis} 下达`
  const past = asOf === null ? [] : [`按 ${inShanghai(asOf)} 的内容列出；牵头领导、责任人不记入历史，未列。`]
  return [`制定单位：${owner.name}；${state}。`, ...past]
}

const inShanghai = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

function rowOf(item: ListItemView, list: YearListView, start: number | null): ListRow {
  const { content, position, region } = item
  return {
    position,
    domain: item.domain ?? '',
    task: `${item.name}（${region.shortName}）`,
    indicator: indicatorOf(item),
    attribute: attribute.labels[content.attribute],
    baseline: baselineOf(item, start),
    target: item.planValue ?? '',
    byYear: yearsOf(item, list.year),
    quarters: quartersOf(item, list.year),
    measures: content.measures,
    leader: content.leader,
    leadBody: [item.leadBody.name, content.person].filter((part) => part !== '').join(' '),
    bodies: item.coBodies.map(({ name }) => name).join('、'),
    deadline: content.deadline,
    remark: remarkOf(item, list),
  }
}

function indicatorOf({ content, indicator, unit }: ListItemView): string {
  if (content.kind === 'project') return '年度投资（万元）'
  const unitText = unit === null ? '' : `（${unit}）`
  return indicator === null ? (unit ?? '') : `${indicator}${unitText}`
}

function baselineOf({ content }: ListItemView, start: number | null): string {
  const baseline = content.target?.baseline ?? null
  if (baseline === null) return ''
  const value = marked(baseline.value, baseline.origin)
  return start !== null && baseline.year === start - 1 ? value : `${value}（${baseline.year}年）`
}

function yearsOf({ content: { target, project } }: ListItemView, year: number): ListRow['byYear'] {
  if (project !== null) {
    return project.planWan === null ? [] : [{ year, text: marked(String(project.planWan), project.origin) }]
  }
  return (target?.path ?? []).map(({ year: of, value, origin }) => ({ year: of, text: marked(value, origin) }))
}

const QUARTERS = ['一季度', '二季度', '三季度', '四季度'] as const

/** 一季度：可研批复（03-31）；a node of another year keeps its year. */
function quartersOf({ content: { project } }: ListItemView, year: number): string {
  const sorted = [...(project?.milestones ?? [])].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  return sorted
    .map(({ name, dueOn }) => {
      const [of, month = '1', day] = dueOn.split('-')
      const quarter = QUARTERS[Math.ceil(Number(month) / 3) - 1] ?? ''
      return Number(of) === year ? `${quarter}：${name}（${month}-${day ?? ''}）` : `${name}（${dueOn}）`
    })
    .join('；')
}

function remarkOf({ content, revision, answer, body, basis }: ListItemView, { phase, regions }: YearListView): string {
  const share = content.project?.sharePercent ?? null
  return [
    basis ?? '',
    share === null ? '' : `分担 ${share}%`,
    content.body === content.leadBody ? '' : `${body.name}填报`,
    content.visibility === 'internal' ? '工作内部' : '',
    revision === 0 ? '' : `修订 ${revision} 次`,
    phase === 'adopted' || regions.length === 0 ? '' : itemAnswer.labels[answer],
  ]
    .filter((part) => part !== '')
    .join('；')
}
