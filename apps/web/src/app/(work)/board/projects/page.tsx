import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ProjectsInput } from '@lianxi/schema/views/lists'
import { ListPage } from '@/features/board/list-page'
import { ProjectTable } from '@/features/board/project-table'
import { refusedTime } from '@/features/board/refused-time'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '项目' }
const PATH = '/board/projects'

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const viewer = await getViewer(address(PATH, query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  const refused = await refusedTime(zone.code, PATH, query)
  if (refused !== null) return refused
  const input = ProjectsInput.safeParse({ ...query, zone: zone.code })
  if (!input.success) notFound()
  const list = await (await serverCaller()).board.projects(input.data)
  return (
    <ListPage title="项目" path={PATH} zone={zone.code} query={query} list={list} projects>
      <ProjectTable list={list} path={PATH} query={query} />
    </ListPage>
  )
}
