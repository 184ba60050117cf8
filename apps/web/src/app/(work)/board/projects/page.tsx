import type { Metadata } from 'next'
import { ProjectsInput } from '@lianxi/schema/views/lists'
import { boardPage } from '@/features/board/board-page'
import { ListPage } from '@/features/board/list-page'
import { ProjectTable } from '@/features/board/project-table'
import { inputOf } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '项目' }

export default boardPage('/board/projects', async ({ zone, path, query, api }) => {
  const list = await api.board.projects(inputOf(ProjectsInput, { ...query, zone }))
  return (
    <ListPage title="项目" {...{ path, zone, query, list }} projects>
      <ProjectTable {...{ list, path, query }} />
    </ListPage>
  )
})
