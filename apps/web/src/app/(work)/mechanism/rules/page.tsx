import type { Metadata } from 'next'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { RulesPage } from '@/features/rules/rules-page'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '判定规则' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address('/mechanism/rules', query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  return <RulesPage view={await (await serverCaller()).plan.rules({ zone: zone.code })} />
}
