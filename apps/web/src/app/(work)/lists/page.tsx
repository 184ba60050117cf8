import type { Metadata } from 'next'
import { zonePage } from '@/features/shell/zone-page'
import { ListsPage } from '@/features/year-list/lists-page'

export const metadata: Metadata = { title: '年度清单' }

export default zonePage('/lists', async ({ zone, query, api }) => (
  <ListsPage all={await api.yearList.all({ zone })} plan={query['plan']} />
))
