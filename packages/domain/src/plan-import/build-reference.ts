import { documentKind } from '@lianxi/schema/document-kind'
import type { IndicatorListed, PlanListed } from '@lianxi/schema/events/facts'
import { aggregation, basis, planStatus, workField } from '@lianxi/schema/vocabulary'
import { indicatorCode, planCode } from './derived-code'
import { findNamedCode } from './given-code'
import { findPlace, type Known } from './known'
import type { RowReader } from './row-reader'

/** `2026`, `2026-03` or `2026-03-01`. */
const DAY = /^(19|20)\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** In place of years that are missing: all that a plan can have. */
const ANY_PERIOD = { start: 1990, end: 2060 }

/**
 * A row of the sheet 规划; what it does not speak of stays as the board has it. One with errors still stands for its plan,
 * with something in place of what it lacks: else each row of the other sheets would say that there is no such plan.
 * Undefined: it has neither name nor code.
 */
export function buildPlan(at: RowReader, known: Known): PlanListed | undefined {
  const given = findNamedCode(at, 'fact') ?? undefined
  const said = at.text('name', 120)
  if (said === null) at.error('name', '请填规划名称')
  const name = said ?? given
  if (name === undefined) return undefined
  const [start, end] = [at.year('periodStart'), at.year('periodEnd')]
  const same = known.plans.filter((plan) => plan.name === name && (start === null || plan.periodStart === start))
  const code = given ?? same[0]?.code ?? planCode(known.zone.code, name, start ?? ANY_PERIOD.start)
  const before = known.plans.find((plan) => plan.code === code)
  const [knownStart, knownEnd] = [start ?? before?.periodStart, end ?? before?.periodEnd]
  if (knownStart === undefined && at.cell('periodStart').text === '')
    at.error('periodStart', '请填规划的起始年，如2026')
  if (knownEnd === undefined && at.cell('periodEnd').text === '') at.error('periodEnd', '请填规划的结束年，如2030')
  const [periodStart, periodEnd] = [knownStart ?? ANY_PERIOD.start, knownEnd ?? ANY_PERIOD.end]
  if (periodEnd < periodStart) at.error('periodEnd', `结束年${periodEnd}早于起始年${periodStart}，请核对`)
  const saidStatus = at.choice('status', planStatus.labels) ?? before?.status
  if (saidStatus === undefined && at.cell('status').text === '') at.error('status', '请写明是“已印发”还是“征求意见稿”')
  const status = saidStatus ?? 'issued'
  if (status === 'draft' && before?.status === 'issued' && known.binding?.has(code) === true) {
    at.error('status', '已有下达的清单依据这个规划，不能改回“征求意见稿”；修编稿请另起名称或编号导入')
  }
  const kind = at.has('kind') ? at.choice('kind', documentKind.labels) : before?.kind
  return {
    ...{ code, name, periodStart, periodEnd, status },
    issuer: at.has('issuer') ? at.text('issuer', 120) : (before?.issuer ?? null),
    documentNumber: at.has('documentNumber') ? at.text('documentNumber', 60) : (before?.documentNumber ?? null),
    issuedOn: at.has('issuedOn') ? readDay(at) : (before?.issuedOn ?? null),
    region: planRegion(at, known, before),
    ...(kind !== undefined && kind !== null && { kind }),
  }
}

function readDay(at: RowReader): string | null {
  const text =
    at
      .text('issuedOn', 20)
      ?.replace(/[年./]/g, '-')
      .replace(/月(?=\d)/, '-')
      .replace(/[月日]$/, '') ?? null
  const day = text?.replace(/-(\d)(?=-|$)/g, '-0$1').replace(/-$/, '') ?? null
  if (day !== null && !DAY.test(day))
    at.error('issuedOn', `“${at.cell('issuedOn').text}”不是日期，请写作2026-03-01或2026-03`)
  return day
}

/** A coordinator brings his region's plans only; a plan without a region is the zone's. */
function planRegion(at: RowReader, known: Known, before: PlanListed | undefined): string | null {
  const said = at.has('region') ? at.text('region', 60) : null
  const place = said === null ? undefined : findPlace(known, said)
  if (place?.ok === false) at.error('region', place.sentence)
  const stated = place?.ok === true && place.it !== known.zone.code ? place.it : null
  const region = at.has('region') ? stated : (before?.region ?? known.owner)
  const own = region ?? (said === null ? known.owner : null)
  if (known.owner !== null && own !== known.owner)
    at.error('region', '您只能导入本行政区的规划；全区和其他地区的规划请联系联席会议办公室')
  if (known.owner !== null && before !== undefined && before.region !== known.owner) {
    at.error('code', `编号${before.code}已是其他规划“${before.name}”的编号，请换一个`)
  }
  return own
}

/** A row of the sheet 指标. */
export function buildIndicator(at: RowReader, known: Known): IndicatorListed | undefined {
  const [name, unit] = [at.text('name', 120), at.text('unit', 20)]
  if (name === null) return void at.error('name', '请填指标名称')
  const given = findNamedCode(at, 'fact')
  if (given === null) return undefined
  const twin = known.indicators.find((one) => one.name === name && (unit === null || one.unit === unit))
  const code = given ?? twin?.code ?? (unit === null ? undefined : indicatorCode(name, unit))
  const before = known.indicators.find((one) => one.code === code)
  if (twin !== undefined && before === undefined) {
    at.warning('code', `已有同名同单位的指标${twin.code}：若是同一指标，请改用这个编号`)
  }
  const [its, how, where] = [
    at.choice('basis', basis.labels) ?? before?.basis,
    at.choice('aggregate', aggregation.labels) ?? before?.aggregate,
    at.choice('domain', workField.labels) ?? before?.domain,
  ]
  const finalUnit = unit ?? before?.unit
  if (finalUnit === undefined || code === undefined) return void at.error('unit', '请填计量单位')
  if (its === undefined) return void at.error('basis', '请填指标口径')
  if (how === undefined) return void at.error('aggregate', '请填汇总方式')
  if (where === undefined) return void at.error('domain', '请填领域')
  if (before !== undefined && known.owner !== null) {
    const same = before.name === name && before.unit === finalUnit && before.basis === its && before.aggregate === how
    if (!same)
      at.error(null, `指标${code}由各规划共用，只有联席会议办公室可以修改；请联系联席会议办公室，或为新指标另编号`)
  }
  // What no column speaks of (frequency, release, price basis, direction) stays as it was entered.
  return { ...before, code, name, unit: finalUnit, basis: its, aggregate: how, domain: where }
}
