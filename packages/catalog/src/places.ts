import type { ZoneCode } from '@lianxi/schema/codes'
import { getCatalogue } from './load'
import type { RegionRow, ZoneRow } from './rows/reference'

/** The five zones, in the order of the data. */
export function zones(): ZoneRow[] {
  return getCatalogue().zones.map(({ row }) => row)
}

/** Regions that report on topics of their own, with the zone whose lists ask them. */
export function reportingRegions(): (RegionRow & { zone: ZoneCode })[] {
  return getCatalogue().regions.flatMap(({ row }) => (row.reporting && row.zone ? [{ ...row, zone: row.zone }] : []))
}
