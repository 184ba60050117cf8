import type { Metadata } from 'next'
import { ResponsibilityInput } from '@lianxi/schema/views/responsibility'
import { ResponsibilityPage } from '@/features/responsibility/responsibility-page'
import { zonePage } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '责任落实' }

export default zonePage('/responsibility', async ({ zone, query, api }) => {
  const asked = ResponsibilityInput.safeParse({ zone, year: Number(query['year'] ?? 'NaN') })
  const view = await api.yearList.responsibility(asked.success ? asked.data : { zone, year: null })
  return <ResponsibilityPage view={view} query={query} />
})
