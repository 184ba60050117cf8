import type { ZoneListed } from '@lianxi/schema/events/facts'

/** Where the subject of a revision stands; `planRegion` null: a plan of the zone itself. */
export type RevisionPlace = {
  planRegion: string | null
  /** Regions the subject is about, or the zone's own code. */
  places: readonly string[]
  zone: Pick<ZoneListed, 'code' | 'responsibleRegions' | 'confirmations'>
}

/** As whom a person may speak: the secretariat's body, and the regions he coordinates with their bodies. */
export type Reviser = { secretariat: string | null; coordinates: readonly { region: string; body: string }[] }

/** Regions a revision concerns: the plan's, those it is about, and for the whole zone those that answer for it. */
export function concernedRegions({ planRegion, places, zone }: RevisionPlace): string[] {
  const about = places.flatMap((place) => (place === zone.code ? zone.responsibleRegions : [place]))
  return [...new Set([...(planRegion === null ? [] : [planRegion]), ...about])]
}

/** In whose name somebody may propose: the secretariat's, or a region's whose plan it is or whom it concerns. */
export function proposingBody({ secretariat, coordinates }: Reviser, place: RevisionPlace): string | undefined {
  const concerned = concernedRegions(place)
  return secretariat ?? coordinates.find(({ region }) => concerned.includes(region))?.body
}

/**
 * In whose name somebody may record what became of a proposal: the secretariat's for any plan; of a region's plan also
 * the region's whose plan it is, and of the one the zone's mechanism lets confirm what that region says (审核链).
 */
export function decidingBody({ secretariat, coordinates }: Reviser, place: RevisionPlace): string | undefined {
  const { planRegion, zone } = place
  if (planRegion === null) return secretariat ?? undefined
  const above = zone.confirmations.filter(({ region }) => region === planRegion).map(({ by }) => by)
  return secretariat ?? coordinates.find(({ region }) => region === planRegion || above.includes(region))?.body
}

/** In whose name somebody may take back what that body proposed. */
export const withdrawingBody = ({ secretariat, coordinates }: Reviser, proposer: string): string | undefined =>
  [secretariat, ...coordinates.map(({ body }) => body)].find((body) => body === proposer) ?? undefined
