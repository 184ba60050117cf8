import { findNumber, halfWidth } from '@lianxi/office-files/plain-number'
import type { ProjectListed } from '@lianxi/schema/events/facts'
import { Percent } from '@lianxi/schema/decimal'
import { stage, workField } from '@lianxi/schema/vocabulary'
import { wanWords } from '@lianxi/schema/figure-words'
import { decimalOf, exact } from '../report/exact'
import { looksLikeOtherUnit } from '../report/compare'
import { subjectCode } from './derived-code'
import { yearField } from './fields'
import { readWan } from './figures'
import { findNamedCode } from './given-code'
import { findPlace, type Known } from './known'
import type { LookUp } from './look-up'
import { findPlan, readBodies, readSource, visibilityOf } from './row-common'
import type { RowReader } from './row-reader'

/** A project as its row says it; `parentSaid` is resolved when every row is read, as a parent may stand below. */
export type ProjectBuilt = { project: ProjectListed; parentSaid: string | null }

/** A row of the sheet 项目. */
export function buildProject(at: RowReader, known: LookUp): ProjectBuilt | undefined {
  const name = at.text('name', 200)
  if (name === null) at.error('name', '请填项目名称')
  const plan = findPlan(at, known)
  const given = findNamedCode(at, 'subject')
  if (name === null || plan === undefined || given === null) return sayRest(at, known)
  const said = at.has('regions') ? readRegions(at, known) : undefined
  const twin = known.projectAt({ plan: plan.code, name })
  const code = given ?? twin?.code ?? subjectCode(plan.code, 'P', [name])
  const before = known.projectOf(code)
  if (before !== undefined && before.plan !== plan.code)
    return void at.error('code', `编号${code}已用于规划${before.plan}的“${before.name}”，请换一个`)
  if (known.targetOf(code) !== undefined) return void at.error('code', `编号${code}已是一个目标的编号，请换一个`)
  const domain = at.choice('domain', workField.labels) ?? before?.domain
  if (domain === undefined && at.has('domain') && at.cell('domain').text === '') at.error('domain', '请填领域')
  const regions = said ?? before?.regions ?? [plan.region ?? known.zone.code]
  const [startYear, endYear] = [yearOr(at, 'startYear', before?.startYear), yearOr(at, 'endYear', before?.endYear)]
  if (startYear !== null && endYear !== null && endYear < startYear)
    at.error('endYear', `建成年${endYear}早于开工年${startYear}，请核对`)
  const investmentWan = at.has('investment') ? readWan(at, 'investment') : (before?.investmentWan ?? null)
  if (
    investmentWan !== null &&
    typeof before?.investmentWan === 'number' &&
    looksLikeOtherUnit(exact(investmentWan), exact(before.investmentWan))
  ) {
    at.warning(
      'investment',
      `与系统中现有的 ${wanWords(before.investmentWan)}相差约一万倍，可能混用了万元和亿元，请核对`,
    )
  }
  const parts = at.has('parts') ? readParts(at, known, regions) : (before?.parts ?? [])
  const yearly = readYearly(at, before, investmentWan)
  const stated = readBodies(at, known, before?.statedBodies)
  if (domain === undefined) return undefined
  const project: ProjectListed = {
    ...{ code, plan: plan.code, name, domain, regions, startYear, endYear, investmentWan },
    category: at.has('category') ? at.text('category', 300) : (before?.category ?? null),
    stage: at.has('stage') ? at.choice('stage', stage.labels) : (before?.stage ?? null),
    plannedOutcome: at.has('plannedOutcome') ? at.text('plannedOutcome', 300) : (before?.plannedOutcome ?? null),
    scale: at.has('scale') ? at.text('scale', 500) : (before?.scale ?? null),
    parent: at.has('parent') ? null : (before?.parent ?? null),
    crossRegion: at.has('regions')
      ? regions.length > 1 || regions.includes(known.zone.code)
      : (before?.crossRegion ?? false),
    regionUnknown: at.has('regions') ? false : (before?.regionUnknown ?? false),
    possibleSameAs: before?.possibleSameAs ?? [],
    visibility: visibilityOf(at, plan, before),
    source: readSource(at, plan.code, before?.source),
    ...(parts.length > 0 && { parts }),
    ...(yearly.length > 0 && { yearly }),
    ...(stated !== undefined && { statedBodies: stated }),
  }
  return { project, parentSaid: at.has('parent') ? at.text('parent', 200) : null }
}

/** What else is wrong with a row that cannot be used: its errors are said in one go, not one a try. */
function sayRest(at: RowReader, known: Known): undefined {
  readRegions(at, known)
  at.choice('domain', workField.labels)
  at.choice('stage', stage.labels)
  for (const field of ['startYear', 'endYear']) at.year(field)
  if (at.has('investment')) readWan(at, 'investment')
}

const yearOr = (at: RowReader, field: string, kept: number | null | undefined): number | null =>
  at.has(field) ? at.year(field) : (kept ?? null)

function readRegions(at: RowReader, known: Known): string[] | undefined {
  const said = at.text('regions', 300)
  if (said === null) return undefined
  const places = said
    .split(/[、，,；;\n/]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const found = places.map((place) => findPlace(known, place))
  for (const place of found) if (!place.ok) at.error('regions', place.sentence)
  return [...new Set(found.flatMap((place) => (place.ok ? [place.it] : [])))]
}

const SHARE = /^(.+?)[:：]?([\d.]+)%?$/

/** `攀枝花市60%、凉山州40%`; what does not add to 100 % was not agreed on. */
function readParts(at: RowReader, known: Known, regions: readonly string[]): NonNullable<ProjectListed['parts']> {
  const said = at.text('parts', 500)
  if (said === null) return []
  const parts = halfWidth(said)
    .split(/[、,，；;\n]+/)
    .flatMap((part) => {
      const [, name = '', digits = ''] = SHARE.exec(part.replace(/\s/g, '')) ?? []
      const place = findPlace(known, name)
      const sharePercent = findNumber({ text: digits, percent: true })?.value ?? ''
      if (name === '' || !Percent.safeParse(sharePercent).success) {
        at.error('parts', `“${part}”看不懂，请写作“攀枝花市60%、凉山州40%”`)
        return []
      }
      if (!place.ok) return (at.error('parts', place.sentence), [])
      if (!regions.includes(place.it) && !regions.includes(known.zone.code))
        at.error('parts', `“${name}”不在本项目的行政区中，请核对`)
      return [{ region: place.it, sharePercent }]
    })
  const sum = parts.reduce((total, { sharePercent }) => total + exact(sharePercent), 0n)
  if (parts.length > 0 && sum !== exact('100')) at.error('parts', `各地分担合计${decimalOf(sum)}%，应为100%，请核对`)
  if (new Set(parts.map(({ region }) => region)).size < parts.length) at.error('parts', '同一行政区写了两次，请核对')
  return parts
}

function readYearly(at: RowReader, before: ProjectListed | undefined, total: number | null) {
  const years = Array.from({ length: 71 }, (_, index) => 1990 + index)
  const mapped = years.filter((year) => at.has(yearField(year)))
  const kept = (before?.yearly ?? []).filter(({ year }) => !mapped.includes(year))
  const read = mapped.flatMap((year) => {
    const planWan = readWan(at, yearField(year))
    return planWan === null ? [] : [{ year, planWan }]
  })
  const yearly = [...kept, ...read].sort((a, b) => a.year - b.year)
  const sum = yearly.reduce((so, { planWan }) => so + planWan, 0)
  if (total !== null && sum > total)
    at.warning('investment', `各年计划投资合计 ${wanWords(sum)}，多于总投资 ${wanWords(total)}，请核对`)
  return yearly
}
