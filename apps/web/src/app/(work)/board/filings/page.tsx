import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ProjectsInput, TargetsInput } from '@lianxi/schema/views/lists'
import { FilingsPage } from '@/features/board/filings-page'
import { refusedTime } from '@/features/board/refused-time'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '填报情况' }

/** Rows of each kind: what a region or an office answers for; the lists have pages. */
const LISTED = 200

/** Sorts that targets and projects both know; another one would order half of the page only. */
const SORTS = ['name', 'region', 'field', 'state', 'status', 'dueAt', 'reportedAt']

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const given = await readQuery(searchParams)
  const viewer = await getViewer(address('/board/filings', given))
  const zone = zoneOf(viewer, given['zone'])
  if (zone === undefined) return <NoZone />
  const refused = await refusedTime(zone.code, '/board/filings', given)
  if (refused !== null) return refused
  const query = SORTS.includes(given['sort'] ?? 'name') ? given : { ...given, sort: undefined }
  const targets = TargetsInput.safeParse({ ...query, zone: zone.code, pageSize: LISTED })
  const projects = ProjectsInput.safeParse({ ...query, zone: zone.code, pageSize: LISTED })
  if (!targets.success || !projects.success) notFound()
  const api = await serverCaller()
  const [targetList, projectList] = await Promise.all([
    api.board.targets(targets.data),
    api.board.projects(projects.data),
  ])
  return <FilingsPage zone={zone.code} query={query} targets={targetList} projects={projectList} />
}
