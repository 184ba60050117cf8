import type { ReportingRegion } from './grants'

/** Zones and reporting regions the broker is prepared for. */
export type Topology = { zones: readonly string[]; regions: readonly ReportingRegion[] }

export const topology = (): Topology => ({
  zones: ['Z-PX', 'Z-CDPY', 'Z-CN', 'Z-CDB', 'Z-CXB'],
  regions: ['510400', '510402', '510403', '513400'].map((code) => ({ code, zone: 'Z-PX', direct: [] })),
})
