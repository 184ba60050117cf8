import { describe, expect, it } from 'vitest'
import { EVENTS, type EventType, type LianxiEvent } from '@lianxi/schema/events/registry'
import { getCatalogue } from '../load'
import { reportingRegions, zones } from '../places'
import { catalogueEvents } from './catalogue-events'

const groups = catalogueEvents(getCatalogue())
const ofType = <Type extends EventType>(events: LianxiEvent[], type: Type) =>
  events.filter((event): event is Extract<LianxiEvent, { type: Type }> => event.type === type)
const px = groups.find(({ zone }) => zone === 'Z-PX')?.events ?? []

describe('the catalogue as events', () => {
  it('every event of every zone satisfies its contract and stays as it is', () => {
    for (const { events } of groups)
      for (const { type, data } of events) expect(EVENTS[type].schema.parse(data)).toEqual(data)
  })

  it('covers the five zones, is deterministic, and no subject stands twice in a zone', () => {
    expect(groups.map(({ zone }) => zone)).toEqual(zones().map(({ code }) => code))
    expect(JSON.stringify(catalogueEvents(getCatalogue()))).toBe(JSON.stringify(groups))
    for (const { events } of groups) {
      const keys = events.map(({ type, data }) => `${type} ${'code' in data ? data.code : ''}`)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('says of a zone’s mechanism what its plan says, where, and what it leaves open', () => {
    const [listed] = ofType(px, 'lianxi.zone.listed.v1')
    const said = (of: string, kind: string) =>
      listed?.data.mechanism?.find((stated) => stated.of === of && stated.fact === kind)
    expect(said('Z-PX', 'list-lead')).toMatchObject({ said: ['省发展改革委'], source: { plan: 'PX-145', line: 395 } })
    expect(said('Z-PX', 'responsible-regions')?.said).toEqual(['攀枝花市', '凉山彝族自治州'])
    expect(listed?.data.listLead).toEqual(['510000-FGW', 'Z-PX-LXB'])
    expect(said('Z-PX', 'tiers')).toMatchObject({ said: null, source: null })
    expect(said('510403', 'tiers')?.said?.slice(0, 3)).toEqual(['决策层', '协调层', '执行层'])
    const cn = ofType(groups.find(({ zone }) => zone === 'Z-CN')?.events ?? [], 'lianxi.zone.listed.v1')[0]
    expect(cn?.data.mechanism?.find(({ fact }) => fact === 'list-name')).toMatchObject({
      said: ['一体化发展年度重点任务清单'],
      source: { plan: 'CN-145' },
    })
  })

  it('the two districts of 攀枝花 are confirmed by the city', () => {
    const [zone] = ofType(px, 'lianxi.zone.listed.v1')
    expect(zone?.data.responsibleRegions).toEqual(['510400', '513400'])
    expect(zone?.data.confirmations).toEqual([
      { region: '510402', by: '510400' },
      { region: '510403', by: '510400' },
    ])
  })

  it('lists the regions outside that its facts name, with their parents', () => {
    const listed = new Map(ofType(px, 'lianxi.region.listed.v1').map(({ data }) => [data.code, data]))
    for (const { data } of ofType(px, 'lianxi.project.listed.v1'))
      for (const region of data.regions) if (!region.startsWith('Z-')) expect(listed.has(region)).toBe(true)
    for (const { parent } of listed.values()) if (parent !== null) expect(listed.has(parent)).toBe(true)
  })

  it('lists every indicator and plan a target needs', () => {
    for (const { events } of groups) {
      const codes = new Set(events.map(({ data }) => ('code' in data ? data.code : '')))
      for (const { data } of ofType(events, 'lianxi.target.listed.v1')) {
        expect(codes.has(data.plan)).toBe(true)
        if (data.indicator !== null) expect(codes.has(data.indicator)).toBe(true)
      }
    }
  })

  it('亿元 becomes whole 万元, stages become codes, no year means the end of the plan', () => {
    const projects = new Map(ofType(px, 'lianxi.project.listed.v1').map(({ data }) => [data.code, data]))
    expect(projects.get('XQ-CY-P087')?.investmentWan).toBe(3820)
    expect(projects.get('XQ-CY-P149')?.investmentWan).toBe(189_700)
    const stages = new Set([...projects.values()].map(({ stage }) => stage))
    expect(stages).toEqual(new Set([null, 'reserve', 'preliminary', 'to-start', 'under-construction', 'completed']))
    const targets = new Map(ofType(px, 'lianxi.target.listed.v1').map(({ data }) => [data.code, data]))
    expect(targets.get('DQ-145-T164')?.targetYear).toBe(2025)
    expect(targets.get('PX-145-T001')).toMatchObject({
      value: '3800',
      comparator: 'gt',
      baseline: { value: '2774', year: 2020, note: null },
      source: { plan: 'PX-145', chapter: '第二章 总体要求', line: 63 },
    })
  })

  it('the draft plan is marked as such and its facts are not public', () => {
    const plans = new Map(ofType(px, 'lianxi.plan.listed.v1').map(({ data }) => [data.code, data]))
    expect(plans.get('XQ-CY')?.status).toBe('draft')
    expect(plans.get('DQ-145')?.status).toBe('issued')
    const drafts = px.filter(({ data }) => 'plan' in data && data.plan === 'XQ-CY' && 'visibility' in data)
    expect(drafts.every(({ data }) => 'visibility' in data && data.visibility === 'internal')).toBe(true)
    expect(drafts.length).toBeGreaterThan(100)
  })

  it('a task is a qualitative target: the region it names if that reports, else the document’s own; who answers in words', () => {
    const targets = new Map(ofType(px, 'lianxi.target.listed.v1').map(({ data }) => [data.code, data]))
    expect(
      ofType(px, 'lianxi.plan.listed.v1').flatMap(({ data }) => (data.kind === 'decision' ? [data.code] : [])),
    ).toEqual(['PZH-LC'])
    expect(targets.get('PZH-LC-K003')).toMatchObject({
      ...{ basis: 'flag', value: null, region: '510403', targetYear: 2025, source: { line: 35 } },
      statedBodies: '西区',
    })
    // 仁和区 has no office here, and several regions are nobody alone.
    for (const code of ['PZH-LC-K006', 'PZH-LC-K015']) expect(targets.get(code)?.region).toBe('510400')
    expect(targets.get('PZH-LC-K015')?.statedBodies?.split('、')).toHaveLength(4)
    const tasks = [...targets.keys()].filter((code) => /-K\d+$/.test(code))
    expect(tasks).toHaveLength(179)
    expect(tasks.every((code) => targets.get(code)?.comparator === 'qualitative')).toBe(true)
  })

  it('four regions report', () => {
    expect(reportingRegions().map(({ code }) => code)).toEqual(['510400', '510402', '510403', '513400'])
  })
})
