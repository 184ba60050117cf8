import { reportingRegions, zones } from '@lianxi/catalog/places'
import type { ReportingRegion } from './grants'

/** Zones and reporting regions the broker is prepared for. */
export type Topology = { zones: readonly string[]; regions: readonly ReportingRegion[] }

/**
 * From the catalogue: all five zones have their topics from the first day. Every region reports over the web until an
 * office asks for a direct channel; then WRITE is granted for that kind and the web stops submitting it.
 */
export const topology = (): Topology => ({
  zones: zones().map(({ code }) => code),
  regions: reportingRegions().map(({ code, zone }) => ({ code, zone, direct: [] })),
})
