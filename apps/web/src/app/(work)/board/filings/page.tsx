import type { Metadata } from 'next'
import { ProjectsInput, TargetsInput } from '@lianxi/schema/views/lists'
import { boardPage } from '@/features/board/board-page'
import { FilingsPage } from '@/features/board/filings-page'
import { inputOf } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '填报情况' }

/** Rows of each kind on a page: what a county or an office answers for. */
const LISTED = 80

/** Sorts that targets and projects both know; another one would order half of the page only. */
const SORTS = ['name', 'region', 'field', 'state', 'status', 'dueAt', 'reportedAt']

export default boardPage('/board/filings', async ({ zone, query: given, api }) => {
  const query = SORTS.includes(given['sort'] ?? 'name') ? given : { ...given, sort: undefined }
  const asked = { ...query, zone, pageSize: query['pageSize'] ?? LISTED }
  const [targets, projects] = await Promise.all([
    api.board.targets(inputOf(TargetsInput, asked)),
    api.board.projects(inputOf(ProjectsInput, asked)),
  ])
  return <FilingsPage {...{ zone, query, targets, projects }} />
})
