import type { Metadata } from 'next'
import { LibraryInput } from '@lianxi/schema/views/library'
import { LibraryPage } from '@/features/library/library-page'
import { LIBRARY } from '@/features/library/words'
import { inputOf, zonePage } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '项目储备库' }

export default zonePage(LIBRARY, async ({ zone, query, api }) => (
  <LibraryPage zone={zone} list={await api.library.list(inputOf(LibraryInput, { ...query, zone }))} query={query} />
))
