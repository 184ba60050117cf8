import { buildDutyAssigned, buildItemListed, buildPeriodOpened } from '@lianxi/testkit/events-commitments'
import {
  buildBodyListed,
  buildPlanListed,
  buildProjectListed,
  buildRegionListed,
  buildZoneListed,
} from '@lianxi/testkit/events-facts'
import type { World } from './board-world'

/** A second zone beside the board world's 攀西: two cities with offices, a plan, and a project one of them reports. */
export const SECOND = { zone: 'Z-CN', city: '511500', other: '510300', project: 'CN-145-P253' } as const

export async function listSecondZone(world: World): Promise<void> {
  const { zone, city, other, project } = SECOND
  const item = `L-${city}-P253`
  const office = `${city}-FGW`
  const planned = { planWan: 1, totalWan: 4, origin: 'demo' as const, monthlyPercent: null, milestones: [] }
  for (const event of [
    buildZoneListed({ code: zone, name: '川南经济区', responsibleRegions: [city, other] }),
    buildRegionListed({ code: city, name: '宜宾市', shortName: '宜宾', level: 'prefecture', parent: null }),
    buildRegionListed({ code: other, name: '自贡市', shortName: '自贡', level: 'prefecture', parent: null }),
    buildBodyListed({ code: office, region: city, name: '宜宾市发展和改革委员会' }),
    buildBodyListed({ code: `${city}-JTJ`, region: city, name: '宜宾市交通运输局', kind: 'department' }),
    buildBodyListed({ code: `${other}-FGW`, region: other, name: '自贡市发展和改革委员会' }),
    buildBodyListed({
      ...{ code: `${other}-WJJ`, region: other, name: '原物价局', kind: 'department', endedOn: '2024-01-01' },
    }),
    buildBodyListed({ code: `${zone}-LXB`, region: null, kind: 'secretariat', name: '川南经济区联席会议办公室' }),
    buildPlanListed({ code: 'CN-145', name: '川南规划', region: null }),
    buildProjectListed({ code: project, plan: 'CN-145', name: '宜宾段', regions: [city], parent: null }),
    buildItemListed({
      ...{ code: item, subject: project, kind: 'project', region: city, leadBody: office, target: null },
      project: { ...planned, sharePercent: null },
    }),
    buildDutyAssigned({ subject: project, kind: 'project', region: city, body: office, items: [item] }),
    buildPeriodOpened(),
  ])
    world.say(event, { zone, source: `${zone}-LXB` })
  await world.settle()
}
