import type { PartnershipState } from '@lianxi/schema/partner-vocabulary'

/** Who looks, in one of the two zones: `regions` those he sees; `wide`: the whole zone. */
export type PartnerViewer = { zone: string; wide: boolean; regions: readonly string[] }
type Seen = { ofZone: string; region: string | null; state: PartnershipState }

/** An invitation that is not accepted is the owner zone's and the asked one's; what stood is both zones'. */
export function seesPartnership({ zone, wide, regions }: PartnerViewer, { ofZone, region, state }: Seen): boolean {
  if (zone === ofZone || wide || state === 'standing' || state === 'ended') return true
  return region !== null && regions.includes(region)
}

/**
 * Figures of the other zone are seen while it stands, by those who see their own zone's side: the whole zone, or a part
 * in the project (`ownParts`: the owner's regions with a part).
 */
export function seesParts(viewer: PartnerViewer, seen: Seen, ownParts: readonly string[]): boolean {
  if (seen.state !== 'standing') return false
  if (viewer.wide) return true
  const mine = viewer.zone === seen.ofZone ? ownParts : seen.region === null ? [] : [seen.region]
  return mine.some((region) => viewer.regions.includes(region))
}
