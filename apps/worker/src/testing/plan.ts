import type { LianxiEvent } from '@lianxi/schema/events/registry'
import {
  buildDutyAssigned,
  buildItemListed,
  buildListAdopted,
  buildPeriodOpened,
} from '@lianxi/testkit/events-commitments'
import {
  buildBodyListed,
  buildIndicatorListed,
  buildPlanListed,
  buildRegionListed,
  buildTargetListed,
  buildZoneListed,
} from '@lianxi/testkit/events-facts'

export type Office = { zone: string; region: string; body: string }

/** The smallest plan of which something is due: one region's GDP, to be reported for the third quarter of 2025. */
export const planOf = ({ zone, region, body }: Office): LianxiEvent[] => [
  buildZoneListed({ code: zone, responsibleRegions: [region] }),
  buildRegionListed({ code: region, parent: null }),
  buildBodyListed({ code: body, region }),
  buildIndicatorListed(),
  buildPlanListed({ region }),
  buildTargetListed({ region }),
  buildListAdopted({ owner: body }),
  buildItemListed({ region, leadBody: body }),
  ...dutyAndPeriod({ zone, region, body }),
]

/** What makes a cell: a duty and an opened period. */
export const dutyAndPeriod = ({ region, body }: Office): LianxiEvent[] => [
  buildDutyAssigned({ region, body }),
  buildPeriodOpened(),
]
