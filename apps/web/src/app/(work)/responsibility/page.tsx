import type { Metadata } from 'next'
import { ResponsibilityInput } from '@lianxi/schema/views/responsibility'
import { ResponsibilityPage } from '@/features/responsibility/responsibility-page'
import { inputOf, zonePage } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '责任落实' }

export default zonePage('/responsibility', async ({ zone, query, api }) => {
  const { year, period, region, body, show, page } = query
  const asked = inputOf(ResponsibilityInput, { zone, year, period, region, body, show, page })
  return <ResponsibilityPage view={await api.yearList.responsibility(asked)} query={query} />
})
