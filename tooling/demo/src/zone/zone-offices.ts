import { getCatalogue } from '@lianxi/catalog/load'
import type { AddRegion } from '@lianxi/schema/commands/broker'
import type { DemoAccount } from '../people'

/** What switches a zone of the catalogue on: its regions with their offices, and people for them. */
export type ZoneOffices = { regions: Omit<AddRegion, 'idempotencyKey'>[]; accounts: DemoAccount[] }

const ROLES = [
  ['tb', '填报人', 'reporter'],
  ['sh', '审核人', 'approver'],
  ['tc', '统筹人', 'coordinator'],
] as const

/**
 * The regions that answer for the zone by its mechanism, each with its 发展和改革委员会 and three accounts, and the
 * zone's secretariat. Undefined: the catalogue has no such zone. Names of people are made up and say so.
 */
export function zoneOffices(zone: string): ZoneOffices | undefined {
  const catalogue = getCatalogue()
  const name = catalogue.zones.find(({ row }) => row.code === zone)?.row.name
  const mechanism = catalogue.mechanisms.find(({ row }) => row.code === zone)?.row
  if (name === undefined || mechanism === undefined) return undefined
  const responsible = new Set(mechanism.responsibleRegions?.value)
  const places = catalogue.regions.flatMap(({ row }) => (responsible.has(row.code) ? [row] : []))
  const regions = places.map(({ code, name: title, shortName, level, parent }) => ({
    ...{ zone, code, name: title, shortName, level, parent, responsible: true },
    ...{ officeCode: `${code}-FGW`, officeName: `${title}发展和改革委员会` },
  }))
  const secretariat = {
    body: `${zone}-LXB`,
    bodyName: `${name}联席会议办公室`,
    region: null,
    role: 'secretariat' as const,
  }
  return {
    regions,
    accounts: [
      account(`${zone.slice(2).toLowerCase()}-mishuchu`, '秘书处', { zone, ...secretariat }),
      ...regions.flatMap(({ code, shortName, officeCode: body, officeName: bodyName }) =>
        ROLES.map(([suffix, title, role]) =>
          account(`${code}-${suffix}`, `${shortName}${title}`, { zone, body, bodyName, region: code, role }),
        ),
      ),
    ],
  }
}

const account = (username: string, name: string, membership: DemoAccount['memberships'][number]): DemoAccount => ({
  ...{ id: `demo-${username}`, username, name: `${name}（演示）`, memberships: [membership] },
})
