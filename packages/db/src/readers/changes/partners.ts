import { seesPartnership } from '@lianxi/domain/partner/sight'
import { partnershipState } from '@lianxi/schema/partner-vocabulary'
import type { ChangeLine } from '@lianxi/schema/views/changes'
import type { Between } from './between'
import { lineInWords } from './line'
import { readPartnershipsSaid } from '../partner/said'
import { reportingRegions } from '../base/reference'

/** Partnerships with other zones of which something was said meanwhile, on either zone's topic. */
export async function readPartnerChanges({ db, reference, regions, from, to }: Between): Promise<ChangeLine[]> {
  const { code: zone } = reference.zone
  const [before, after] = await Promise.all([
    readPartnershipsSaid({ db, zone, board: from }),
    readPartnershipsSaid({ db, zone, board: to }),
  ])
  const known = new Map(before.map(({ ofZone, invited, seen }) => [`${ofZone} ${invited.code}`, seen]))
  const viewer = { zone, wide: reportingRegions(reference).every(({ code }) => regions.includes(code)), regions }
  return after.flatMap(({ ofZone, invited, state, seen, name, field, at }) => {
    if (known.get(`${ofZone} ${invited.code}`) === seen) return []
    if (!seesPartnership(viewer, { ofZone, region: invited.partnerRegion, state })) return []
    const about = { subject: invited.subject, kind: 'project' as const, name, field, at }
    return [lineInWords(['partnership'], about, `${partnershipState.labels[state]}：${invited.part}`)]
  })
}
