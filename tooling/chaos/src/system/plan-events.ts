import { encodeEvent, type EncodedEvent } from '@lianxi/schema/events/encode'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Kind } from '../checker/receipts'
import { chance } from '../plan/chance'
import { eventIdOf } from '../plan/message'
import {
  bodyOf,
  DIRECT_WITH_DUTY,
  PROBE_SUBJECT,
  REGIONS,
  subjectOf,
  WEB_SUBJECTS,
  ZONE,
  type Region,
} from '../plan/world'

const PLAN = 'CH-PLAN'
const LIST = 'CH-LIST-2025'
const SOURCE = { plan: PLAN, chapter: null, section: null, box: null, line: null }

/** What the zone's plan topic says before anybody reports: places, bodies, subjects, the list, its items and duties. */
export function planEvents(seed: string): EncodedEvent[] {
  const draw = chance(seed, 'plan')
  const events = [...placesAndList(), ...REGIONS.flatMap(subjectsOf)]
  return events.map((event, index) =>
    encodeEvent(event, {
      id: eventIdOf(Date.UTC(2025, 0, 10) + index, draw.next),
      zone: ZONE,
      source: `${ZONE}-LXB`,
      time: '2025-01-10T02:00:00.000Z',
    }),
  )
}

function placesAndList(): LianxiEvent[] {
  const calendar = [
    { frequency: 'quarter' as const, opensAfterDays: 1, dueAfterDays: 15, closesAfterDays: 400, dueTime: '18:00' },
  ]
  return [
    {
      type: 'lianxi.zone.listed.v1',
      data: {
        code: ZONE,
        name: '攀西经济区',
        reviewBody: '攀西经济区联席会议',
        responsibleRegions: ['510400', '513400'],
        confirmations: [],
      },
    },
    ...REGIONS.flatMap(({ code, name }): LianxiEvent[] => [
      {
        type: 'lianxi.region.listed.v1',
        data: { code, name, shortName: name, level: 'county', parent: null, reporting: true },
      },
      {
        type: 'lianxi.body.listed.v1',
        data: {
          code: bodyOf(code),
          name: `${name}发展和改革局`,
          kind: 'coordinating-office',
          region: code,
          parent: null,
        },
      },
    ]),
    {
      type: 'lianxi.plan.listed.v1',
      data: {
        ...{ code: PLAN, name: '故障演练规划', issuer: '演练', documentNumber: null, issuedOn: null },
        ...{ periodStart: 2021, periodEnd: 2025, region: null, status: 'issued' },
      },
    },
    {
      type: 'lianxi.list.adopted.v1',
      data: {
        ...{ code: LIST, name: '故障演练清单', year: 2025, owner: `${ZONE}-LXB` },
        ...{ adoptedBy: '演练', adoptedOn: '2025-01-10', calendar },
      },
    },
  ]
}

const numbers = (count: number): number[] => [...Array.from({ length: count }, (_, index) => index + 1), PROBE_SUBJECT]

function subjectsOf({ code, direct, web }: Region): LianxiEvent[] {
  return [
    ...numbers(DIRECT_WITH_DUTY).flatMap((number) => dutyOf(code, direct, number)),
    ...numbers(WEB_SUBJECTS).flatMap((number) => dutyOf(code, web, number)),
  ]
}

/** A subject, its item on the list and the duty to report it by quarter. */
function dutyOf(region: string, kind: Kind, number: number): LianxiEvent[] {
  const subject = subjectOf(region, kind, number)
  const body = bodyOf(region)
  const item = `L-${subject}`
  const common = { year: 2025, region, attribute: 'key' as const, visibility: 'public' as const }
  return [
    kind === 'target' ? target(subject, region) : project(subject, region),
    {
      type: 'lianxi.item.listed.v1',
      data: {
        ...{ code: item, list: LIST, subject, kind, order: number, leadBody: body, coBodies: [], measures: null },
        ...{ deadline: '2025-12-31', target: null, project: null, ...common },
      },
    },
    {
      type: 'lianxi.duty.assigned.v1',
      data: { subject, kind, region, year: 2025, body, frequency: 'quarter', items: [item] },
    },
  ]
}

/** A stock: its figures may rise and fall. */
const target = (code: string, region: string): LianxiEvent => ({
  type: 'lianxi.target.listed.v1',
  data: {
    ...{ code, plan: PLAN, name: `演练目标 ${code}`, domain: '综合经济', region, indicator: null, unit: '亿元' },
    ...{ basis: 'stock', comparator: 'ge', value: null, valueHigh: null, targetYear: 2025, baseline: null },
    ...{ direction: 'up', standing: false, holdSide: null, frequency: 'quarter', priceBasis: null, reportable: true },
    ...{ visibility: 'public', source: SOURCE },
  },
})

const project = (code: string, region: string): LianxiEvent => ({
  type: 'lianxi.project.listed.v1',
  data: {
    ...{ code, plan: PLAN, name: `演练项目 ${code}`, domain: '基础设施', regions: [region], category: null },
    ...{ stage: null, plannedOutcome: null, investmentWan: null, scale: null, startYear: 2021, endYear: 2025 },
    ...{ parent: null, crossRegion: false, regionUnknown: false, possibleSameAs: [], visibility: 'public' },
    source: SOURCE,
  },
})

/** Duties and their opened quarters that must stand on the board before the offices can report. */
export const EXPECTED_DUTIES = REGIONS.length * (DIRECT_WITH_DUTY + WEB_SUBJECTS + 2)
