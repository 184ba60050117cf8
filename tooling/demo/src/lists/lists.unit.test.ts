import { describe, expect, it } from 'vitest'
import { catalogueEvents } from '@lianxi/catalog/events/catalogue-events'
import { getCatalogue } from '@lianxi/catalog/load'
import { EVENTS } from '@lianxi/schema/events/registry'
import { type DemoItem, FIRST_YEAR, LAST_YEAR } from './item'
import { DEMO_REGIONS, ZONE } from './regions'
import { readSubjects } from './subjects'
import { valuesOf } from './values'
import { listedItems, yearLists } from './year-lists'

const subjects = readSubjects()
const districts = new Set(DEMO_REGIONS.flatMap(({ code, list }) => (list === 'own' ? [code] : [])))
const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)
const all = DEMO_REGIONS.flatMap((region) => region.items.map((item): [string, DemoItem] => [region.code, item]))
const targetsOf = (wanted: string) =>
  all.flatMap(([region, item]) => (item.kind === 'target' && item.subject === wanted ? [{ region, item }] : []))

describe('the demo lists as events', () => {
  it('every event satisfies its contract and stays as it is', () => {
    for (const year of years)
      for (const { event } of yearLists(year, subjects))
        expect(EVENTS[event.type].schema.parse(event.data)).toEqual(event.data)
  })

  it('no code stands twice, orders of a list count from 1 without gaps, each item has one duty', () => {
    for (const year of years) {
      const events = yearLists(year, subjects).map(({ event }) => event)
      const items = events.flatMap((event) => (event.type === 'lianxi.item.listed.v1' ? [event.data] : []))
      const duties = events.flatMap((event) => (event.type === 'lianxi.duty.assigned.v1' ? [event.data] : []))
      expect(new Set(items.map(({ code }) => code)).size).toBe(items.length)
      expect(duties.flatMap((duty) => duty.items)).toEqual(items.map(({ code }) => code))
      expect(new Set(duties.map(({ subject, region }) => `${subject} ${region}`)).size).toBe(duties.length)
      for (const list of new Set(items.map((item) => item.list))) {
        const orders = items.filter((item) => item.list === list).map(({ order }) => order)
        expect(orders).toEqual(orders.map((_, index) => index + 1))
      }
    }
  })

  it('about 20 items for a prefecture, about 27 for a district, with targets and projects in each', () => {
    for (const region of DEMO_REGIONS)
      for (const year of years) {
        const items = listedItems(region, year)
        const about = region.list === 'zone' ? 20 : 27
        expect(Math.abs(items.length - about), `${region.code} ${year}`).toBeLessThanOrEqual(4)
        expect(new Set(items.map(({ item }) => item.kind)).size).toBe(2)
      }
  })

  it('a few items are 约束性, several 重点, and projects enter and leave', () => {
    for (const region of DEMO_REGIONS) {
      const attributes = region.items.map(({ attribute }) => attribute)
      expect(attributes.filter((attribute) => attribute === 'binding').length).toBeGreaterThanOrEqual(1)
      expect(attributes.filter((attribute) => attribute === 'key').length).toBeGreaterThanOrEqual(3)
      const [first, last] = [FIRST_YEAR, LAST_YEAR].map((year) =>
        listedItems(region, year).map(({ item }) => item.subject),
      )
      expect(first?.some((subject) => last?.includes(subject) === false)).toBe(true)
      expect(last?.some((subject) => first?.includes(subject) === false)).toBe(true)
    }
  })
})

describe('the lists follow the plans', () => {
  it('hold nothing of a 征求意见稿: what they rest on is issued before the first of them, and stays internal', () => {
    const catalogue = catalogueEvents(getCatalogue()).find(({ zone }) => zone === ZONE)?.events ?? []
    const first = yearLists(FIRST_YEAR, subjects).map(({ event }) => event)
    const before = first.slice(
      0,
      first.findIndex(({ type }) => type === 'lianxi.list.adopted.v1'),
    )
    const plans = new Map(
      [...catalogue, ...before].flatMap(({ type, data }) =>
        type === 'lianxi.plan.listed.v1' ? [[data.code, data] as const] : [],
      ),
    )
    for (const [, { subject }] of all) {
      const listed = subjects.targets.get(subject) ?? subjects.projects.get(subject)
      expect(plans.get(listed?.plan ?? '')?.status, subject).toBe('issued')
      if (listed?.plan === 'XQ-CY') expect(listed.visibility, subject).toBe('internal')
    }
    expect(plans.get('XQ-CY')?.documentNumber).toContain('演示')
  })

  it('only reportable targets are asked for, of the region itself or, as parts, of its zone', () => {
    for (const [region, item] of all) {
      if (item.kind !== 'target') continue
      const listed = subjects.targets.get(item.subject)
      expect(listed?.reportable === true || listed?.basis === 'flag', item.subject).toBe(true)
      expect([region, 'Z-PX']).toContain(listed?.region)
    }
  })

  it('never contradict a value the plan states for the same year', () => {
    for (const [region, item] of all) {
      const listed = subjects.targets.get(item.subject)
      if (item.kind !== 'target' || listed?.region !== region) continue
      const stated = Number(listed.value)
      const sum = Math.round(item.path.reduce((total, value) => total + value, 0) * 100) / 100
      const within = (value: number) =>
        listed.valueHigh === null ? value === stated : value >= stated && value <= Number(listed.valueHigh)
      if (listed.basis === 'cumulative') expect(within(sum), `${item.subject} ${sum}`).toBe(true)
      else if (listed.standing || listed.basis === 'per-year') expect(item.path.every(within), item.subject).toBe(true)
      else expect(item.path.at(-1), item.subject).toSatisfy(within)
      if (item.baseline !== null) expect(listed.baseline, `${item.subject} has a baseline in the plan`).toBeNull()
    }
  })

  it('the parts of 攀枝花 and 凉山 make up the zone’s eight figures', () => {
    const zone = [...subjects.targets.values()].filter(({ region, reportable }) => region === 'Z-PX' && reportable)
    expect(zone).toHaveLength(8)
    for (const listed of zone) {
      const parts = targetsOf(listed.code).filter(({ region }) => !districts.has(region))
      expect(parts.map(({ region }) => region)).toEqual(['510400', '513400'])
      const amount = ({ item }: (typeof parts)[number]) =>
        listed.basis === 'cumulative' ? item.path.reduce((sum, value) => sum + value, 0) : (item.path.at(-1) ?? 0)
      const together = parts.reduce((sum, part) => sum + amount(part), 0)
      expect(Math.round(together * 100) / 100, listed.code).toBeGreaterThanOrEqual(Number(listed.value))
    }
    const gdp = targetsOf('PX-145-T001').reduce((sum, { item }) => sum + (item.baseline ?? 0), 0)
    expect(gdp).toBe(2774)
  })

  it('handovers are between regions that both have a part of the project in that year’s lists', () => {
    const agreed = years.flatMap((year) =>
      yearLists(year, subjects).flatMap(({ event }) =>
        event.type === 'lianxi.handover.agreed.v1' ? [event.data] : [],
      ),
    )
    expect(agreed.length).toBeGreaterThanOrEqual(3)
    for (const { subject, giver, receiver, dueOn, code } of agreed) {
      const year = Number(dueOn.slice(0, 4))
      const listing = DEMO_REGIONS.filter((region) =>
        listedItems(region, year).some(({ item }) => item.subject === subject),
      ).map((region) => region.code)
      expect(listing, code).toEqual(expect.arrayContaining([giver, receiver]))
    }
  })

  it('what the plan states is marked 规划, what is invented 演示', () => {
    const origins = (subject: string, region: string) => {
      const [found] = targetsOf(subject)
      const listed = subjects.targets.get(subject)
      if (found === undefined || listed === undefined) throw new Error(subject)
      const { baseline, path } = valuesOf(found.item, listed, region, 2025)
      return [baseline?.origin, ...path.map(({ origin }) => origin)]
    }
    expect(origins('DQ-145-T007', '510402')).toEqual(['plan', 'demo', 'demo', 'demo', 'demo', 'plan'])
    expect(origins('DQ-145-T001', '510402')).toEqual([undefined, ...Array<string>(5).fill('derived')])
    expect(origins('DQ-145-T193', '510402')).toEqual([undefined, ...Array<string>(5).fill('plan')])
    expect(origins('PX-145-T001', '510400')).toEqual(Array<string>(6).fill('demo'))
  })

  it('projects lie in the region that reports them, keep the plan’s total, and spend no more than they cost', () => {
    for (const [region, item] of all) {
      if (item.kind !== 'project') continue
      const listed = subjects.projects.get(item.subject)
      expect(listed?.regionUnknown, item.subject).toBe(false)
      const inside = (code: string) => code === 'Z-PX' || code === region || code.startsWith(region.replace(/00$/, ''))
      expect(listed?.regions.some(inside), `${item.subject} ${region}`).toBe(true)
      if (listed?.investmentWan !== null) expect(item.totalWan, item.subject).toBe(listed?.investmentWan)
      const done = Object.values(item.years).reduce((sum, { doneWan }) => sum + doneWan, item.beforeWan)
      expect(done, item.subject).toBeLessThanOrEqual(item.totalWan * 1.03)
      const progress = Object.values(item.years).map((year) => year.progress)
      expect(progress, item.subject).toEqual([...progress].sort((a, b) => a - b))
    }
  })
})
