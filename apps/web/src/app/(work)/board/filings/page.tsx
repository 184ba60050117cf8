import { ProjectsInput, TargetsInput } from '@lianxi/schema/views/lists'
import { boardPage, boardTitle } from '@/features/board/board-page'
import { FilingsPage, filingsTitle } from '@/features/board/filings-page'
import type { Query } from '@/features/session/search'
import { inputOf } from '@/features/shell/zone-page'
import { serverCaller } from '@/server/caller'
import { once } from '@/server/once'

/** Rows of each kind on a page: what a county or an office answers for. */
const LISTED = 80

/** Sorts that targets and projects both know; another one would order half of the page only. */
const SORTS = ['name', 'region', 'field', 'state', 'status', 'dueAt', 'reportedAt']

const read = once(async ({ zone, query: given }: { zone: string; query: Query }) => {
  const api = await serverCaller()
  const query = SORTS.includes(given['sort'] ?? 'name') ? given : { ...given, sort: undefined }
  const asked = { ...query, zone, pageSize: query['pageSize'] ?? LISTED }
  const [targets, projects] = await Promise.all([
    api.board.targets(inputOf(TargetsInput, asked)),
    api.board.projects(inputOf(ProjectsInput, asked)),
  ])
  return { zone, query, targets, projects }
})

export const generateMetadata = boardTitle('填报情况', async ({ zone, query }) =>
  filingsTitle(await read({ zone, query })),
)

export default boardPage('/board/filings', async ({ zone, query }) => <FilingsPage {...await read({ zone, query })} />)
