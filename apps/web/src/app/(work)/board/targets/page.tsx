import type { Metadata } from 'next'
import { TargetsInput } from '@lianxi/schema/views/lists'
import { boardPage } from '@/features/board/board-page'
import { ListPage } from '@/features/board/list-page'
import { TargetTable } from '@/features/board/target-table'
import { inputOf } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '目标' }

export default boardPage('/board/targets', async ({ zone, path, query, api }) => {
  const list = await api.board.targets(inputOf(TargetsInput, { ...query, zone }))
  return (
    <ListPage title="目标" {...{ path, zone, query, list }}>
      <TargetTable {...{ list, path, query }} />
    </ListPage>
  )
})
