import Big from 'big.js'
import type { Entry } from '@lianxi/schema/commands/entry'
import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import { comparePeriods, monthsElapsed, type Period, periodLabel, yearOf } from '@lianxi/schema/period'
import type { PastFigure } from '@lianxi/schema/views/check-context'
import { attribute, comparator, type ValueOrigin } from '@lianxi/schema/vocabulary'
import { grouped, withUnit } from '@lianxi/schema/figure-words'
import { originNote, originWord } from '@lianxi/schema/origin-note'
import { baselineOf } from '../place/own-values'
import { cellsOf } from './cells-of'
import { columnsOf } from './columns'
import { keyOf } from './identity'

/** A formula names other cells of its row by their heads in double brackets. */
export type TemplateValue = string | number | null | { formula: string }
export type TemplateRow = Record<string, TemplateValue>

type Listed = { kind: 'target'; doc: TargetListed } | { kind: 'project'; doc: ProjectListed }
/** All that goes out with a row; names are resolved, contact data are the body's own. */
export type TemplateSubject = Listed & {
  period: Period
  item: ItemListed | null
  history: readonly PastFigure[]
  entry: Entry
  /** `whole`: whose the plan's value is where it is not the region's own. */
  region: string
  names: {
    indicator: string | null
    whole: string | null
    places: string
    body: string
    leadBody: string
    coBodies: string
  }
  leader: string
  person: string
  remark: string
}

/** A row as it goes out: what is known filled in, the inputs with what stands in the report. */
export function templateRow(subject: TemplateSubject, sheetPeriod: Period, no: number): TemplateRow {
  const own = subject.kind === 'project' ? projectRow(subject, sheetPeriod) : targetRow(subject)
  const { doc, period, item, leader, remark, entry } = subject
  const other = period === sheetPeriod ? '' : `按${periodLabel(period)}填报`
  return {
    ...{ no, name: doc.name, leader, remark: [other, remark].filter((part) => part !== '').join('；') },
    ...{ key: keyOf({ subject: doc.code, period }), deadline: item?.deadline ?? null },
    ...own,
    ...cellsOf(entry),
  }
}

const before = (history: readonly PastFigure[], period: Period): PastFigure[] =>
  history.filter((past) => comparePeriods(past.period, period) < 0).sort((a, b) => comparePeriods(a.period, b.period))

/** Share of the year's plan that is due: by the item's curve, which is cumulative by month, else evenly. */
function shareOf(period: Period, monthly: readonly number[] | null): string {
  const months = monthsElapsed(period)
  return monthly?.[months - 1]?.toString() ?? new Big(months).times(100).div(12).round(2).toFixed()
}

function projectRow(
  { doc, item, period, history, names, person }: TemplateSubject & { kind: 'project' },
  sheetPeriod: Period,
): TemplateRow {
  const past = before(history, period)
  const headOf = (field: string) =>
    `[[${columnsOf('project', sheetPeriod).find((column) => column.field === field)?.head ?? field}]]`
  const [year, plan, sum, percent] = ['investedYearWan', 'plan', 'before', 'planPercent'].map(headOf)
  const { planWan = null, totalWan = null, milestones = [], monthlyPercent = null } = item?.project ?? {}
  const node = (words: RegExp) => milestones.find(({ name }) => words.test(name))?.dueOn
  const lastYear = past.filter((one) => yearOf(one.period) < yearOf(period) && one.investedTotalWan !== null).at(-1)
  const thisYear = past.filter((one) => yearOf(one.period) === yearOf(period) && one.investedYearWan !== null).at(-1)
  return {
    ...{ code: doc.code, place: names.places, years: span(doc), total: totalWan ?? doc.investmentWan },
    scale: [doc.scale, doc.plannedOutcome].filter((part) => part !== null).join('；'),
    ...{ lastYear: lastYear?.investedTotalWan ?? null, plan: planWan, before: thisYear?.investedYearWan ?? null },
    thisPeriod: { formula: `IF(ISNUMBER(${year}),${year}-N(${sum}),"")` },
    planPercent: { formula: `IF(ISNUMBER(${year}),IF(N(${plan})>0,ROUND(${year}/${plan}*100,1),""),"")` },
    ahead: { formula: `IF(ISNUMBER(${percent}),ROUND(${percent}-${shareOf(period, monthlyPercent)},1),"")` },
    plannedStart: node(/开工/) ?? yearText(doc.startYear),
    plannedEnd: node(/竣工|建成|完工|投产/) ?? yearText(doc.endYear),
    ...{ body: names.body, person },
  }
}

const yearText = (year: number | null): string => (year === null ? '' : `${year}年`)
const span = ({ startYear, endYear }: ProjectListed): string =>
  startYear === null && endYear === null ? '' : `${startYear ?? ''}–${endYear ?? ''}`

/** 推算 and 演示 are always told apart from what a document says. */
const marked = (value: string, origin: ValueOrigin): string => {
  const word = originWord(origin)
  return word === '' ? value : `${value}（${word}）`
}

function targetRow({ doc, region, item, period, history, names }: TemplateSubject & { kind: 'target' }): TemplateRow {
  const past = before(history, period).filter(({ value }) => value !== null)
  const last = past.at(-1)
  const { yearValue = null, path = [] } = item?.target ?? {}
  const from = baselineOf(doc, region, item)
  const unit = doc.unit === null ? '' : `（${doc.unit}）`
  return {
    ...{ domain: doc.domain, indicator: `${names.indicator ?? ''}${unit}` },
    attribute: item === null ? '' : attribute.labels[item.attribute],
    baseline: from === null ? '' : `${from.value}（${from.year}年${'origin' in from ? originNote(from.origin) : ''}）`,
    target: `${names.whole ?? ''}${promised(doc)}`,
    path: path.map(({ year, value, origin }) => `${year}年 ${marked(value, origin)}`).join('\n'),
    yearValue: yearValue?.value ?? null,
    ...{ quarters: '', measures: item?.measures ?? '', leadBody: names.leadBody, bodies: names.coBodies },
    ...{ previous: last?.value ?? null, previousPeriod: last === undefined ? '' : periodLabel(last.period) },
    ...rates(doc, period, yearValue?.value ?? null),
  }
}

function promised({ comparator: how, value, valueHigh, unit, targetYear }: TargetListed): string {
  if (value === null) return `${comparator.labels.qualitative}（${targetYear}年）`
  const figure = valueHigh === null ? grouped(value) : `${grouped(value)}–${grouped(valueHigh)}`
  const sign = how === 'eq' || how === 'range' ? '' : comparator.labels[how]
  return `${sign}${withUnit(figure, unit)}（${targetYear}年）`
}

/** Only where more is better and the year's value is a sum: elsewhere a share of the year says nothing. */
function rates({ comparator: how, direction, basis }: TargetListed, period: Period, yearValue: string | null) {
  const rising = ['ge', 'gt', 'eq'].includes(how) && direction !== 'down'
  if (!rising || yearValue === null || new Big(yearValue).lte(0)) return {}
  const rate = { formula: 'IF(ISNUMBER([[本期完成值]]),ROUND([[本期完成值]]/[[本年目标]]*100,1),"")' }
  if (basis !== 'flow' && basis !== 'per-year') return basis === 'growth' ? {} : { rate }
  const onPace = { formula: `IF(ISNUMBER([[完成率(%)]]),IF([[完成率(%)]]>=${shareOf(period, null)},"是","否"),"")` }
  return { rate, onPace }
}
