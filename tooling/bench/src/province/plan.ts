import type { LianxiEvent } from '@lianxi/schema/events/registry'
import {
  bodyOf,
  type Copy,
  DAY,
  drawn,
  endOf,
  iso,
  nameOf,
  QUARTERS,
  REGIONS,
  type Sample,
  YEARS,
  ZONE,
} from './setting'

const SECRETARIAT = `${ZONE}-LXB`
const planCode = (region: string): string => `${region}-145`
export const listCode = (region: string, year: number): string => `L-${region}-${year}`

/** Who there is: the zone, its regions and their bodies, a plan of each region. */
export function* reference(): Generator<LianxiEvent> {
  yield {
    type: 'lianxi.zone.listed.v1',
    data: {
      code: ZONE,
      name: '测速省',
      reviewBody: '测速省联席会议',
      responsibleRegions: REGIONS.filter(({ parent }) => parent === null).map(({ code }) => code),
      confirmations: [],
    },
  }
  const secretariat = { code: SECRETARIAT, region: null, kind: 'secretariat' as const, name: '测速省联席办' }
  yield { type: 'lianxi.body.listed.v1', data: { ...secretariat, parent: null } }
  const indicator = {
    code: 'I-GDP',
    name: '地区生产总值',
    unit: '亿元',
    basis: 'flow' as const,
    domain: '综合经济' as const,
  }
  yield { type: 'lianxi.indicator.listed.v1', data: { ...indicator, aggregate: 'sum' } }
  for (const { code, name, parent } of REGIONS) {
    const level = parent === null ? ('prefecture' as const) : ('county' as const)
    yield { type: 'lianxi.region.listed.v1', data: { code, name, shortName: name, level, parent, reporting: true } }
    const office = { region: code, parent: null }
    yield {
      type: 'lianxi.body.listed.v1',
      data: { ...office, code: `${code}-FGJ`, kind: 'coordinating-office', name: `${name}发展和改革局` },
    }
    yield {
      type: 'lianxi.body.listed.v1',
      data: { ...office, code: `${code}-TJJ`, kind: 'department', name: `${name}统计局` },
    }
    yield {
      type: 'lianxi.plan.listed.v1',
      data: {
        ...{ code: planCode(code), name: `${name}“十四五”规划`, issuer: `${name}人民政府`, documentNumber: null },
        ...{ issuedOn: '2021-02-01', periodStart: 2021, periodEnd: 2025, region: code, status: 'issued' },
      },
    }
  }
}

/** A subject as its region's plan lists it. */
export function listed({ code, kind, field, regions, nth }: Sample, copy: Copy): LianxiEvent {
  const [region = ''] = regions
  const source = { plan: planCode(region), chapter: '第三章', section: null, box: null, line: 100 + nth }
  const same = { code, plan: planCode(region), domain: field, source }
  if (kind === 'target') {
    const falling = nth === 1
    return {
      type: 'lianxi.target.listed.v1',
      data: {
        ...same,
        ...{ name: `${field}目标 ${nth + 1} ${nameOf(copy)}`, region, indicator: 'I-GDP', unit: '亿元', basis: 'flow' },
        ...{ comparator: falling ? 'le' : 'ge', value: '400', valueHigh: null, targetYear: 2025, baseline: null },
        ...{ direction: falling ? 'down' : 'up', standing: false, holdSide: null, frequency: 'quarter' },
        ...{ priceBasis: 'current', reportable: true, visibility: nth === 0 ? 'public' : 'internal' },
      },
    }
  }
  return {
    type: 'lianxi.project.listed.v1',
    data: {
      ...same,
      ...{ name: `${field}工程 ${nth} ${nameOf(copy)}`, regions: [...regions], category: null, stage: null },
      ...{ plannedOutcome: '建成投用', investmentWan: 139_000, scale: null, startYear: 2021, endYear: 2026 },
      ...{ parent: null, crossRegion: regions.length > 1, regionUnknown: false, possibleSameAs: [] },
      visibility: 'internal',
    },
  }
}

const ATTRIBUTES = ['binding', 'key', 'expected', 'expected', 'expected'] as const

/** The lists of a year: one of each region. */
export function* lists(year: number): Generator<LianxiEvent> {
  for (const { code, name } of REGIONS) {
    yield {
      type: 'lianxi.list.adopted.v1',
      data: {
        ...{ code: listCode(code, year), name: `${name}${year}年度清单`, year, owner: `${code}-FGJ` },
        ...{ adoptedBy: '联席会议（测速）', adoptedOn: `${year}-01-10` },
        calendar: [
          { frequency: 'quarter', opensAfterDays: 0, dueAfterDays: 15, closesAfterDays: 40, dueTime: '18:00' },
        ],
      },
    }
  }
}

export const yearValue = (nth: number, year: number): number => 80 + 10 * nth + (year - 2021) * 4
export const YEAR_PLAN_WAN = 30_000

/** What a year asks of a subject, and who reports it. */
export function* asked(sample: Sample, year: number): Generator<LianxiEvent> {
  const { code: subject, kind, nth, regions, story } = sample
  for (const region of regions) {
    const item = `L-${region}-${year}-${subject}`
    const value = { year, value: String(yearValue(nth, year)), origin: 'list' as const }
    yield {
      type: 'lianxi.item.listed.v1',
      data: {
        ...{ code: item, list: listCode(region, year), subject, kind, year, region, order: nth + 1 },
        attribute: ATTRIBUTES[Math.floor(drawn(story, 'attribute') * ATTRIBUTES.length)] ?? 'expected',
        ...{ visibility: kind === 'target' && nth === 0 ? 'public' : 'internal', leadBody: bodyOf(region, kind) },
        ...{ coBodies: [], measures: null, deadline: `${year}-12-31` },
        target: kind === 'target' ? { baseline: null, yearValue: value, path: [] } : null,
        project:
          kind === 'project'
            ? {
                ...{ planWan: YEAR_PLAN_WAN, totalWan: 139_000, origin: 'list', monthlyPercent: null, milestones: [] },
                sharePercent: regions.length > 1 ? 50 : null,
              }
            : null,
      },
    }
    const duty = { subject, kind, region, year, body: bodyOf(region, kind), frequency: 'quarter' as const }
    yield { type: 'lianxi.duty.assigned.v1', data: { ...duty, items: [item] } }
  }
}

export const opened = (quarter: number): LianxiEvent => ({
  type: 'lianxi.period.opened.v1',
  data: {
    period: QUARTERS[quarter] ?? '',
    opensAt: iso(endOf(quarter)),
    dueAt: iso(endOf(quarter) + 15 * DAY),
    closesAt: iso(endOf(quarter) + 40 * DAY),
  },
})
export const fellDue = (quarter: number): LianxiEvent => ({
  type: 'lianxi.period.fell-due.v1',
  data: { period: QUARTERS[quarter] ?? '', dueAt: iso(endOf(quarter) + 15 * DAY) },
})
export const yearBegins = (year: number): number => endOf((year - 2021) * 4 - 1) + 10 * DAY
export const isYearStart = (quarter: number): boolean => quarter % 4 === 0
export const yearOfQuarter = (quarter: number): number => YEARS[Math.floor(quarter / 4)] ?? 2025
