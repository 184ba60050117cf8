/** Who looks at lists: the zone's secretariat, and the regions whose coordinator he is. */
export type Viewer = { secretariat: boolean; regions: string[] }

/** The zone's list is drafted by the secretariat, a region's by its coordinator. */
export const mayDraft = ({ secretariat, regions }: Viewer, region: string | null): boolean =>
  region === null ? secretariat : regions.includes(region)
