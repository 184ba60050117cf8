import type { Metadata } from 'next'
import { OverviewInput, PRINTED_LINES } from '@lianxi/schema/views/overview'
import { boardPage } from '@/features/board/board-page'
import { timeOf } from '@/features/board/links'
import { BRIEF, BriefPage } from '@/features/brief/brief-page'
import type { ListedKind } from '@/features/brief/changed'
import { inputOf } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '要情' }

export default boardPage(BRIEF, async ({ zone, query, api }) => {
  const input = inputOf(OverviewInput, { zone, period: query['period'], ...timeOf(query) })
  const changed = (change: ListedKind) => api.board.changes({ zone, ...timeOf(query), pageSize: PRINTED_LINES, change })
  const [overview, worse, better, opened, closed] = await Promise.all([
    api.board.overview(input),
    changed('worse'),
    changed('better'),
    changed('matter-opened'),
    changed('matter-closed'),
  ])
  const changes = { worse, better, 'matter-opened': opened, 'matter-closed': closed }
  return <BriefPage {...{ overview, changes, query }} />
})
