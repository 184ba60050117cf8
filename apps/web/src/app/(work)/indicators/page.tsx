import type { Metadata } from 'next'
import { AskedInput } from '@lianxi/schema/views/baseline'
import { IndicatorsInput } from '@lianxi/schema/views/indicator'
import { IndicatorsPage } from '@/features/indicator/indicators-page'
import { inputOf, zonePage } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '指标与基期' }

export default zonePage('/indicators', async ({ zone, query, api }) => {
  const input = inputOf(IndicatorsInput, { zone, q: query['q'], at: query['at'] })
  const statements = inputOf(AskedInput, { zone, page: query['page'] ?? 1 })
  const [view, asked] = await Promise.all([api.indicator.all(input), api.baseline.asked(statements)])
  return <IndicatorsPage view={view} asked={asked} query={query} />
})
