import type { Metadata } from 'next'
import { MatrixInput } from '@lianxi/schema/views/matrix'
import { boardPage } from '@/features/board/board-page'
import { CROSS_REGION } from '@/features/board/links'
import { MatrixPage } from '@/features/board/matrix-page'
import { inputOf } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '跨区域项目对照' }

export default boardPage(CROSS_REGION, async ({ zone, query, api }) => (
  <MatrixPage matrix={await api.board.crossRegion(inputOf(MatrixInput, { ...query, zone }))} query={query} />
))
