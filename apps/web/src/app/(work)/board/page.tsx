import type { Metadata } from 'next'
import { OverviewInput } from '@lianxi/schema/views/overview'
import { boardPage } from '@/features/board/board-page'
import { timeOf } from '@/features/board/links'
import { OverviewPage } from '@/features/board/overview-page'
import { soon } from '@/features/board/soon'
import { inputOf } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '总览' }

export default boardPage('/board', async ({ zone, query, api }) => {
  const input = inputOf(OverviewInput, { zone, period: query['period'], ...timeOf(query) })
  const [overview, changes] = await Promise.all([
    api.board.overview(input),
    soon(api.board.changes({ zone, ...timeOf(query), pageSize: 10 })),
  ])
  return <OverviewPage {...{ overview, changes, query }} />
})
