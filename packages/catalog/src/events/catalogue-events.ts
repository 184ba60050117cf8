import type { ZoneCode } from '@lianxi/schema/codes'
import type { MechanismStated } from '@lianxi/schema/events/facts'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Catalogue } from '../catalogue'
import type { IndicatorRow, RegionRow } from '../rows/reference'
import { mechanismFacts } from './mechanism-facts'
import { planEvent, projectEvent, targetEvent } from './subject-events'
import { taskEvent } from './task-event'

/**
 * The catalogue as events, one group a zone, to be published on that zone's plan topic. The order is that of the data
 * files, so that the same catalogue gives the same events.
 */
export function catalogueEvents(catalogue: Catalogue): { zone: ZoneCode; events: LianxiEvent[] }[] {
  const plans = new Map(catalogue.plans.map(({ row }) => [row.code, row]))
  const regions = new Map(catalogue.regions.map(({ row }) => [row.code, row]))
  return catalogue.zones.map(({ row: { code: zone } }) => ({
    zone,
    events: [
      zoneEvent(catalogue, zone),
      ...neededRegions(catalogue, zone).map(regionEvent),
      ...bodyEvents(catalogue, zone),
      ...neededIndicators(catalogue, zone).map(indicatorEvent),
      ...catalogue.plans.flatMap(({ row }) => (row.zone === zone ? [planEvent(row)] : [])),
      ...catalogue.targets.flatMap(({ row }) => (row.zone === zone ? [targetEvent(row, plans)] : [])),
      ...catalogue.tasks.flatMap(({ row }) => (row.zone === zone ? [taskEvent(row, plans, regions)] : [])),
      ...catalogue.projects.flatMap(({ row }) => (row.zone === zone ? [projectEvent(row)] : [])),
    ],
  }))
}

function zoneEvent(catalogue: Catalogue, code: ZoneCode): LianxiEvent {
  const zone = catalogue.zones.find(({ row }) => row.code === code)?.row
  if (zone === undefined) throw new Error(`zone ${code} is not in the catalogue`)
  const mechanism = catalogue.mechanisms.find(({ row }) => row.code === code)?.row
  return {
    type: 'lianxi.zone.listed.v1',
    data: {
      ...zone,
      responsibleRegions: mechanism?.responsibleRegions?.value ?? [],
      confirmations: catalogue.confirmations.flatMap(({ row: { zone, region, by } }) =>
        zone === code ? [{ region, by }] : [],
      ),
      ...(mechanism?.listLeadBodies !== undefined && { listLead: mechanism.listLeadBodies }),
      mechanism: mechanismOf(catalogue, code),
    },
  }
}

/** The zone's own and those of bodies of its regions. */
function mechanismOf(catalogue: Catalogue, zone: ZoneCode): MechanismStated[] {
  const regions = new Map(catalogue.regions.map(({ row }) => [row.code, row]))
  const plans = catalogue.plans.flatMap(({ row }) => (row.zone === zone ? [row] : []))
  const lookUp = {
    planOf: (document: string) => plans.find((plan) => plan.document === document)?.code,
    nameOf: (region: string) => regions.get(region)?.name ?? region,
  }
  return catalogue.mechanisms.flatMap(({ row }) =>
    row.code === zone || regions.get(row.code)?.zone === zone ? mechanismFacts(row, lookUp) : [],
  )
}

/** The zone's own regions, those its facts name outside it, and the parents of all of them. */
function neededRegions(catalogue: Catalogue, zone: ZoneCode): RegionRow[] {
  const regions = new Map(catalogue.regions.map(({ row }) => [row.code, row]))
  const needed = new Set<string>()
  const need = (code: string) => {
    for (let region = regions.get(code); region; region = regions.get(region.parent ?? '')) needed.add(region.code)
  }
  for (const { row } of catalogue.regions) if (row.zone === zone) need(row.code)
  for (const { row } of catalogue.targets) if (row.zone === zone) need(row.region)
  for (const { row } of catalogue.projects) if (row.zone === zone) row.regions.forEach(need)
  for (const { row } of catalogue.bodies) if (row.zones.includes(zone) && row.region !== null) need(row.region)
  return catalogue.regions.flatMap(({ row }) => (needed.has(row.code) ? [row] : []))
}

function regionEvent({ zone: _zone, ...region }: RegionRow): LianxiEvent {
  return { type: 'lianxi.region.listed.v1', data: region }
}

function bodyEvents(catalogue: Catalogue, zone: ZoneCode): LianxiEvent[] {
  return catalogue.bodies.flatMap(({ row: { zones, ...body } }): LianxiEvent[] =>
    zones.includes(zone) ? [{ type: 'lianxi.body.listed.v1', data: body }] : [],
  )
}

/** Indicators the zone's targets use, and those these are converted to or weighted by. */
function neededIndicators(catalogue: Catalogue, zone: ZoneCode): IndicatorRow[] {
  const indicators = new Map(catalogue.indicators.map(({ row }) => [row.code, row]))
  const needed = new Set<string>()
  const need = (code: string | null | undefined) => {
    const indicator = indicators.get(code ?? '')
    if (indicator === undefined || needed.has(indicator.code)) return
    needed.add(indicator.code)
    need(indicator.convertTo?.indicator)
    need(indicator.weight)
  }
  for (const { row } of catalogue.targets) if (row.zone === zone) need(row.indicator)
  return catalogue.indicators.flatMap(({ row }) => (needed.has(row.code) ? [row] : []))
}

function indicatorEvent({ convertTo: _convertTo, ...indicator }: IndicatorRow): LianxiEvent {
  return { type: 'lianxi.indicator.listed.v1', data: indicator }
}
