import type { Metadata } from 'next'
import { ChangesInput } from '@lianxi/schema/views/changes'
import { boardPage } from '@/features/board/board-page'
import { ChangesPage } from '@/features/board/changes-page'
import { CHANGES } from '@/features/board/links'
import { inputOf } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '变化' }

export default boardPage(
  CHANGES,
  async ({ zone, query, api }) => (
    <ChangesPage changes={await api.board.changes(inputOf(ChangesInput, { ...query, zone }))} query={query} />
  ),
  'filter',
)
