/** Who looks at lists: in the name of which of the zone's bodies, and of which regions he is the coordinator. */
export type Viewer = { secretariat: readonly string[]; regions: readonly string[] }

/** 清单牵头: bodies the zone's mechanism lets draft and adopt its list, the leading one first; none: it names nobody. */
export type Lead = readonly string[]

export const mayLead = (body: string, lead: Lead): boolean => lead.length === 0 || lead.includes(body)

/** The zone's list is drafted by the secretariat of the bodies that lead it, a region's by its coordinator. */
export const mayDraft = ({ secretariat, regions }: Viewer, region: string | null, lead: Lead): boolean =>
  region === null ? secretariat.some((body) => mayLead(body, lead)) : regions.includes(region)

/** 四川省发展和改革委员会牵头，攀西经济区联席会议办公室参与 */
export function leadText(lead: Lead, nameOf: (body: string) => string): string {
  const [first, ...others] = lead.map(nameOf)
  const leading = `${first ?? ''}牵头`
  return others.length === 0 ? `${leading}。` : `${leading}，${others.join('、')}参与。`
}
