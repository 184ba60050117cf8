import type { Catalogue } from '../catalogue'
import type { CatalogueIssue } from '../issue'
import { checkEach, codesOf, type Fault } from './reporter'

const LEVELS = ['province', 'prefecture', 'county']

/** Zones, regions, plans, indicators, bodies, mechanisms: what all other rows refer to. */
export function checkReference(catalogue: Catalogue, issues: CatalogueIssue[]): void {
  const zones = codesOf(catalogue.zones)
  const regions = new Map(catalogue.regions.map(({ row }) => [row.code, row]))
  const indicators = codesOf(catalogue.indicators)
  const zone = (code: string | null, path: string, fault: Fault) => {
    if (code !== null && !zones.has(code)) fault(path, `经济区 ${code} 不存在`)
  }
  const region = (code: string | null, path: string, fault: Fault) => {
    if (code !== null && !regions.has(code)) fault(path, `行政区 ${code} 不存在`)
  }

  checkEach(catalogue.regions, issues, (row, fault) => {
    zone(row.zone, 'zone', fault)
    const parent = row.parent === null ? undefined : regions.get(row.parent)
    if (row.parent === null ? row.level !== 'province' : parent === undefined) fault('parent', '上级行政区不存在')
    else if (parent !== undefined && LEVELS.indexOf(parent.level) !== LEVELS.indexOf(row.level) - 1)
      fault('parent', `上级行政区 ${parent.code} 的层级不是上一级`)
  })
  checkEach(catalogue.plans, issues, (row, fault) => {
    zone(row.zone, 'zone', fault)
    region(row.region, 'region', fault)
    if (row.periodStart > row.periodEnd) fault('periodEnd', '规划期止早于规划期起')
  })
  checkEach(catalogue.indicators, issues, (row, fault) => {
    for (const [path, code] of [
      ['convertTo.indicator', row.convertTo?.indicator],
      ['weight', row.weight],
    ] as const)
      if (code !== undefined && !indicators.has(code)) fault(path, `指标 ${code} 不存在`)
    if ((row.aggregate === 'weighted-mean') !== (row.weight !== undefined))
      fault('weight', '加权平均的指标须有权重指标，其他指标不应有')
  })
  checkOurs(catalogue, issues, { zone, region })
}

type Refer = (code: string | null, path: string, fault: Fault) => void

function checkOurs(catalogue: Catalogue, issues: CatalogueIssue[], refer: { zone: Refer; region: Refer }): void {
  const bodies = codesOf(catalogue.bodies)
  checkEach(catalogue.bodies, issues, (row, fault) => {
    for (const [index, code] of row.zones.entries()) refer.zone(code, `zones.${index}`, fault)
    refer.region(row.region, 'region', fault)
    if (row.parent !== null && !bodies.has(row.parent)) fault('parent', `上级单位 ${row.parent} 不存在`)
  })
  const confirmations = catalogue.confirmations.map(({ row, file, line }) => ({
    row: { ...row, code: row.region },
    file,
    line,
  }))
  const parents = new Map(catalogue.regions.map(({ row }) => [row.code, row.parent]))
  checkEach(confirmations, issues, (row, fault) => {
    refer.zone(row.zone, 'zone', fault)
    refer.region(row.region, 'region', fault)
    if (parents.get(row.region) !== row.by) fault('by', `${row.by} 不是 ${row.region} 的上级行政区`)
  })
  checkEach(catalogue.mechanisms, issues, (row, fault) => {
    if (row.scope === 'zone') refer.zone(row.code, 'code', fault)
    else refer.region(row.code, 'code', fault)
    for (const code of row.listLeadBodies ?? []) if (!bodies.has(code)) fault('listLeadBodies', `单位 ${code} 不存在`)
    for (const code of row.responsibleRegions?.value ?? []) refer.region(code, 'responsibleRegions', fault)
  })
  const described = codesOf(catalogue.mechanisms)
  checkEach(catalogue.zones, issues, (row, fault) => {
    if (!described.has(row.code)) fault('code', '经济区没有工作机制')
  })
  const offices = new Set(catalogue.bodies.map(({ row }) => (row.kind === 'coordinating-office' ? row.region : null)))
  checkEach(catalogue.regions, issues, (row, fault) => {
    if (row.reporting && !offices.has(row.code)) fault('reporting', '填报行政区没有统筹部门')
  })
}
