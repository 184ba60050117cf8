import type { IndicatorListed, PlanListed, TargetListed } from '@lianxi/schema/events/facts'
import { basis, comparator, type Comparator, direction, priceBasis, workField } from '@lianxi/schema/vocabulary'
import { grouped } from '@lianxi/schema/figure-words'
import { exact } from '../report/exact'
import { looksLikeOtherUnit } from '../report/compare'
import { subjectCode } from './derived-code'
import { HOLD_SIDES, yearField } from './fields'
import { checkPercent, convertMoney, type Promise, readPromise } from './figures'
import { findNamedCode } from './given-code'
import { findNamed, findPlace, type Known } from './known'
import type { LookUp } from './look-up'
import { findPlan, FREQUENCY_WORDS, readBodies, readSource, visibilityOf, YES_NO } from './row-common'
import type { RowReader } from './row-reader'

/** A row of the sheet 目标. The code, given or derived, decides whether it is new or corrects what the board has. */
export function buildTarget(at: RowReader, known: LookUp): TargetListed | undefined {
  const name = at.text('name', 200)
  if (name === null) at.error('name', '请填目标名称')
  const plan = findPlan(at, known)
  const place = plan && placeOf(at, known, plan)
  const given = findNamedCode(at, 'subject')
  if (name === null || plan === undefined || given === null || place === undefined) return sayRest(at, known)
  const targetYear = at.year('targetYear') ?? at.head('value')?.year ?? plan.periodEnd
  const twin = known.targetAt({ plan: plan.code, name, region: place, targetYear })
  const code = given ?? twin?.code ?? subjectCode(plan.code, 'T', [name, place, String(targetYear)])
  const before = known.targetOf(code)
  if (before !== undefined && before.plan !== plan.code)
    return void at.error('code', `编号${code}已用于规划${before.plan}的“${before.name}”，请换一个`)
  if (known.projectOf(code) !== undefined) return void at.error('code', `编号${code}已是一个项目的编号，请换一个`)
  const domain = at.choice('domain', workField.labels) ?? before?.domain
  if (domain === undefined && at.has('domain') && at.cell('domain').text === '') at.error('domain', '请填领域')
  const indicator = indicatorOf(at, known, before)
  const figures = readFigures(at, indicator, before)
  const its =
    at.choice('basis', basis.labels) ??
    before?.basis ??
    indicator?.basis ??
    (figures.value === null ? 'flag' : undefined)
  if (its === undefined && at.cell('basis').text === '')
    at.error('basis', '请填指标口径，或填已登记的指标，由指标决定口径')
  if (figures.baseline !== null && figures.baseline.year >= targetYear) {
    at.error('baselineYear', `基期年${figures.baseline.year}不早于目标年${targetYear}，请核对`)
  }
  const standing = at.has('standing') ? at.choice('standing', YES_NO) === 'yes' : (before?.standing ?? false)
  const holdSide = at.has('holdSide') ? at.choice('holdSide', HOLD_SIDES) : (before?.holdSide ?? null)
  if (standing !== (holdSide !== null)) at.error('holdSide', '始终须保持的目标请写明保持方向，其他目标请留空')
  const { yearly, ...promised } = figures
  const stated = readBodies(at, known, before?.statedBodies)
  if (domain === undefined || its === undefined) return undefined
  return {
    ...{
      code,
      plan: plan.code,
      name,
      domain,
      region: place,
      indicator: indicator?.code ?? null,
      basis: its,
      targetYear,
    },
    ...promised,
    ...{ direction: directionOf(at, promised, before), standing, holdSide },
    frequency: at.has('frequency') ? at.choice('frequency', FREQUENCY_WORDS) : (before?.frequency ?? null),
    priceBasis: at.has('priceBasis') ? at.choice('priceBasis', priceBasis.labels) : (before?.priceBasis ?? null),
    reportable: reportableOf(at, figures.value, before),
    visibility: visibilityOf(at, plan, before),
    source: readSource(at, plan.code, before?.source),
    ...(yearly.length > 0 && { yearly }),
    ...(stated !== undefined && { statedBodies: stated }),
    // What no column speaks of stays.
    ...(before?.relativeTo !== undefined && { relativeTo: before.relativeTo }),
    ...(before?.assignedBy !== undefined && { assignedBy: before.assignedBy }),
  }
}

/** What else is wrong with a row that cannot be used: its errors are said in one go, not one a try. */
function sayRest(at: RowReader, known: Known): undefined {
  at.year('targetYear')
  at.choice('domain', workField.labels)
  at.choice('basis', basis.labels)
  const indicator = indicatorOf(at, known, undefined)
  // Where no column says the unit, it may be that of a target which this row cannot name.
  if (at.has('unit') || indicator !== undefined) readFigures(at, indicator, undefined)
  else at.number('value')
}

/** A coordinator's file speaks of his own region; a sheet without the column speaks of its plan's region. */
function placeOf(at: RowReader, known: Known, plan: PlanListed): string | undefined {
  const said = at.text('region', 60)
  if (said === null) return plan.region ?? known.zone.code
  const place = findPlace(known, said)
  if (!place.ok) return void at.error('region', place.sentence)
  return place.it
}

function indicatorOf(at: RowReader, known: Known, before: TargetListed | undefined): IndicatorListed | undefined {
  const said = at.has('indicator') ? at.text('indicator', 120) : (before?.indicator ?? null)
  if (said === null) return undefined
  const unit = at.text('unit', 20)
  const named = known.indicators.filter((one) => unit === null || one.unit === unit)
  const found = findNamed(named.some(({ name }) => name === said) ? named : known.indicators, said, '指标')
  if (found.ok) return found.it
  return void at.error('indicator', found.sentence)
}

type Figures = Pick<TargetListed, 'unit' | 'comparator' | 'value' | 'valueHigh' | 'baseline'> & {
  yearly: { year: number; value: string }[]
}

/** Value, baseline and single years, all in one unit: the indicator's where there is one. */
function readFigures(at: RowReader, indicator: IndicatorListed | undefined, before: TargetListed | undefined): Figures {
  const stated =
    (at.has('unit') ? at.text('unit', 20) : null) ?? at.head('value')?.unit ?? before?.unit ?? indicator?.unit ?? null
  const unit = indicator?.unit ?? stated
  const same = stated === null || unit === null || stated.replace('％', '%') === unit.replace('％', '%')
  const inUnit = (value: string, field: string, from = stated): string => {
    if (same && from === stated) return value
    const converted = convertMoney(value, from ?? '', unit ?? '')
    if (converted !== undefined) return converted
    at.error(field, `单位“${from ?? ''}”与指标的单位“${unit ?? ''}”不同，不能换算，请核对`)
    return value
  }
  if (!same && convertMoney('1', stated, unit) !== undefined) {
    at.warning('unit', `指标的单位是“${unit}”，已由“${stated}”准确换算，请核对`)
  }
  const promise = at.has('value') ? readPromise(at, 'value') : keptPromise(before)
  const said = promise?.value ?? null
  if (said !== null) checkPercent(at, 'value', unit, { value: said, percent: promise?.percent === true })
  const high = at.number('valueHigh')?.value ?? promise?.high ?? null
  const value = said !== null && at.has('value') ? inUnit(said, 'value') : said
  const comparison = comparatorOf(at, promise, high, before)
  if (comparison === 'range' && high === null) at.error('valueHigh', '区间目标须有上下限，可在目标值写3-5')
  if (value !== null && high !== null && comparison === 'range' && exact(value) > exact(inUnit(high, 'valueHigh'))) {
    at.error('valueHigh', `下限 ${grouped(value)} 大于上限 ${grouped(high)}，请核对`)
  }
  if (value !== null && unit === null) at.error('unit', '有数值而没有单位，请填单位')
  const baseline = at.has('baseline') ? readBaseline(at, unit, inUnit) : (before?.baseline ?? null)
  if (baseline !== null && value !== null && looksLikeOtherUnit(exact(value), exact(baseline.value))) {
    at.warning(
      'value',
      `目标值 ${grouped(value)} 与基期值 ${grouped(baseline.value)} 相差约一万倍，可能混用了万元和亿元，请核对`,
    )
  }
  if (typeof before?.value === 'string' && value !== null && looksLikeOtherUnit(exact(value), exact(before.value))) {
    at.warning('value', `与系统中现有的 ${grouped(before.value)} 相差约一万倍，可能混用了万元和亿元，请核对`)
  }
  return {
    ...{ unit: value === null && stated === null ? null : unit, comparator: comparison, value },
    valueHigh: comparison === 'range' && high !== null ? (at.has('value') ? inUnit(high, 'valueHigh') : high) : null,
    ...{ baseline, yearly: readYearly(at, unit, inUnit, before) },
  }
}

const keptPromise = (before: TargetListed | undefined): Promise | null =>
  before === undefined
    ? null
    : { comparator: before.comparator, value: before.value, high: before.valueHigh, percent: false }

function comparatorOf(
  at: RowReader,
  promise: Promise | null,
  high: string | null,
  before: TargetListed | undefined,
): Comparator {
  const said = at.has('comparator') ? at.choice('comparator', comparator.labels) : null
  if (promise === null || promise.value === null) {
    if (said !== null && said !== 'qualitative') at.error('value', '没有目标值：请填数值，或把比较方式改为“定性”')
    return 'qualitative'
  }
  if (said === 'qualitative') at.error('comparator', '定性目标不填数值，请核对')
  const written = promise.comparator
  if (said !== null && written !== null && said !== written && written !== 'range') {
    at.error(
      'comparator',
      `目标值写作“${comparator.labels[written]}”，比较方式却是“${comparator.labels[said]}”，请统一`,
    )
  }
  return (
    said ??
    written ??
    (high === null ? undefined : 'range') ??
    (at.has('comparator') ? undefined : before?.comparator) ??
    'eq'
  )
}

type InUnit = (value: string, field: string, from?: string | null) => string

function readBaseline(at: RowReader, unit: string | null, inUnit: InUnit): TargetListed['baseline'] {
  const figure = at.number('baseline')
  const year = at.year('baselineYear') ?? at.head('baseline')?.year ?? null
  if (figure === null) return null
  if (year === null) {
    at.error('baselineYear', '有基期值而没有基期年，请填基期年，或写在表头（如“2025年基期值”）')
    return null
  }
  checkPercent(at, 'baseline', unit, figure)
  return { value: inUnit(figure.value, 'baseline'), year, note: at.text('baselineNote', 500) }
}

function readYearly(at: RowReader, unit: string | null, inUnit: InUnit, before: TargetListed | undefined) {
  const years = Array.from({ length: 71 }, (_, index) => 1990 + index)
  const mapped = years.filter((year) => at.has(yearField(year)))
  const kept = (before?.yearly ?? []).filter(({ year }) => !mapped.includes(year))
  const read = mapped.flatMap((year) => {
    const figure = at.number(yearField(year))
    if (figure === null) return []
    checkPercent(at, yearField(year), unit, figure)
    return [{ year, value: inUnit(figure.value, yearField(year)) }]
  })
  return [...kept, ...read].sort((a, b) => a.year - b.year)
}

function directionOf(
  at: RowReader,
  { comparator: how, value, baseline }: Omit<Figures, 'yearly'>,
  before: TargetListed | undefined,
) {
  if (at.has('direction')) return at.choice('direction', direction.labels)
  if (before !== undefined) return before.direction
  if (how === 'ge' || how === 'gt') return 'up'
  if (how === 'le' || how === 'lt') return 'down'
  if (value === null || baseline === null || value === baseline.value) return null
  return exact(value) > exact(baseline.value) ? 'up' : 'down'
}

function reportableOf(at: RowReader, value: string | null, before: TargetListed | undefined): boolean {
  const said = at.has('reportable') ? at.choice('reportable', YES_NO) : null
  if (said === 'yes' && value === null) at.error('reportable', '可填报的目标须有数值')
  return said === null
    ? at.has('reportable') || before === undefined
      ? value !== null
      : before.reportable
    : said === 'yes'
}
