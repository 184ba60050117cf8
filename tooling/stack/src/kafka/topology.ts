import type { Topology } from '@lianxi/broker/grants'
import { reportingRegions, zones } from '@lianxi/catalog/places'

/**
 * From the catalogue: all five zones have their topics from the first day, every region reports over the web. What
 * comes later (a zone, a region, a direct channel) is events; the worker's admin part follows them.
 */
export const topology = (): Topology => ({
  zones: zones().map(({ code }) => code),
  regions: reportingRegions().map(({ code, zone }) => ({ code, zones: [zone], direct: [] })),
})
