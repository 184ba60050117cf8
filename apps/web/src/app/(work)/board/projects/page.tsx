import { ProjectsInput } from '@lianxi/schema/views/lists'
import { boardPage, boardTitle } from '@/features/board/board-page'
import { ListPage } from '@/features/board/list-page'
import { listTitle } from '@/features/board/list-title'
import { ProjectTable } from '@/features/board/project-table'
import type { Query } from '@/features/session/search'
import { inputOf } from '@/features/shell/zone-page'
import { serverCaller } from '@/server/caller'
import { once } from '@/server/once'

const read = once(async ({ query, zone }: { query: Query; zone: string }) =>
  (await serverCaller()).board.projects(inputOf(ProjectsInput, { ...query, zone })),
)

export const generateMetadata = boardTitle('项目', async ({ zone, query }) =>
  listTitle('项目', query, await read({ zone, query })),
)

export default boardPage('/board/projects', async ({ zone, path, query }) => {
  const list = await read({ zone, query })
  return (
    <ListPage title="项目" {...{ path, zone, query, list }} projects>
      <ProjectTable {...{ list, path, query }} />
    </ListPage>
  )
})
