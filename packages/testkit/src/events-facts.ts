import type { z } from 'zod'
import {
  BodyListed,
  IndicatorListed,
  PlanListed,
  ProjectListed,
  RegionListed,
  TargetListed,
  ZoneListed,
} from '@lianxi/schema/events/facts'

const SOURCE = { plan: 'XQ-145', chapter: null, section: null, box: null, line: null }

/** Events of a plan topic that list what exists. Every builder gives a valid event; arguments change single fields. */
export const buildZoneListed = (change: Partial<z.input<typeof ZoneListed>> = {}) => ({
  type: 'lianxi.zone.listed.v1' as const,
  data: ZoneListed.parse({
    code: 'Z-PX',
    name: '攀西经济区',
    reviewBody: '攀西经济区联席会议',
    responsibleRegions: ['510400', '513400'],
    confirmations: [],
    ...change,
  }),
})

export const buildRegionListed = (change: Partial<z.input<typeof RegionListed>> = {}) => ({
  type: 'lianxi.region.listed.v1' as const,
  data: RegionListed.parse({
    code: '510403',
    name: '攀枝花市西区',
    shortName: '西区',
    level: 'county',
    parent: '510400',
    reporting: true,
    ...change,
  }),
})

export const buildBodyListed = (change: Partial<z.input<typeof BodyListed>> = {}) => ({
  type: 'lianxi.body.listed.v1' as const,
  data: BodyListed.parse({
    code: '510403-FGJ',
    name: '西区发展和改革局',
    kind: 'coordinating-office',
    region: '510403',
    parent: null,
    ...change,
  }),
})

export const buildIndicatorListed = (change: Partial<z.input<typeof IndicatorListed>> = {}) => ({
  type: 'lianxi.indicator.listed.v1' as const,
  data: IndicatorListed.parse({
    code: 'I-GDP',
    name: '地区生产总值',
    unit: '亿元',
    basis: 'flow',
    aggregate: 'sum',
    domain: '综合经济',
    ...change,
  }),
})

export const buildPlanListed = (change: Partial<z.input<typeof PlanListed>> = {}) => ({
  type: 'lianxi.plan.listed.v1' as const,
  data: PlanListed.parse({
    code: 'XQ-145',
    name: '西区“十四五”规划',
    issuer: '西区人民政府',
    documentNumber: null,
    issuedOn: null,
    periodStart: 2021,
    periodEnd: 2025,
    region: '510403',
    status: 'issued',
    ...change,
  }),
})

export const buildTargetListed = (change: Partial<z.input<typeof TargetListed>> = {}) => ({
  type: 'lianxi.target.listed.v1' as const,
  data: TargetListed.parse({
    code: 'XQ-145-T001',
    plan: 'XQ-145',
    name: '地区生产总值',
    domain: '综合经济',
    region: '510403',
    indicator: 'I-GDP',
    unit: '亿元',
    basis: 'flow',
    comparator: 'ge',
    value: '218.4',
    valueHigh: null,
    targetYear: 2025,
    baseline: null,
    direction: 'up',
    standing: false,
    holdSide: null,
    frequency: 'quarter',
    priceBasis: 'current',
    reportable: true,
    visibility: 'public',
    source: SOURCE,
    ...change,
  }),
})

export const buildProjectListed = (change: Partial<z.input<typeof ProjectListed>> = {}) => ({
  type: 'lianxi.project.listed.v1' as const,
  data: ProjectListed.parse({
    code: 'XQ-145-P001',
    plan: 'XQ-145',
    name: '测试项目',
    domain: '基础设施',
    regions: ['510403'],
    category: null,
    stage: null,
    plannedOutcome: null,
    investmentWan: 139_000,
    scale: null,
    startYear: 2021,
    endYear: 2025,
    parent: null,
    crossRegion: false,
    regionUnknown: false,
    possibleSameAs: [],
    visibility: 'public',
    source: SOURCE,
    ...change,
  }),
})
