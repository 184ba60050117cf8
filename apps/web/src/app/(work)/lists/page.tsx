import type { Metadata } from 'next'
import { YearListsInput } from '@lianxi/schema/views/year-list'
import { inputOf, zonePage } from '@/features/shell/zone-page'
import { ListsPage } from '@/features/year-list/lists-page'

export const metadata: Metadata = { title: '年度清单' }

export default zonePage('/lists', async ({ zone, query, api }) => {
  const { year, of, phase } = query
  const asked = { zone, of, phase, year: year === undefined ? null : Number(year) }
  return <ListsPage all={await api.yearList.all(inputOf(YearListsInput, asked))} query={query} />
})
