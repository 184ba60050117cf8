import { TargetsInput } from '@lianxi/schema/views/lists'
import { boardPage, boardTitle } from '@/features/board/board-page'
import { ListPage } from '@/features/board/list-page'
import { listTitle } from '@/features/board/list-title'
import { TargetTable } from '@/features/board/target-table'
import type { Query } from '@/features/session/search'
import { inputOf } from '@/features/shell/zone-page'
import { serverCaller } from '@/server/caller'
import { once } from '@/server/once'

const read = once(async ({ query, zone }: { query: Query; zone: string }) =>
  (await serverCaller()).board.targets(inputOf(TargetsInput, { ...query, zone })),
)

export const generateMetadata = boardTitle('目标', async ({ zone, query }) =>
  listTitle('目标', query, await read({ zone, query })),
)

export default boardPage('/board/targets', async ({ zone, path, query }) => {
  const list = await read({ zone, query })
  return (
    <ListPage title="目标" {...{ path, zone, query, list }}>
      <TargetTable {...{ list, path, query }} />
    </ListPage>
  )
})
