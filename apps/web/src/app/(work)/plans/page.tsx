import type { Metadata } from 'next'
import { PlansPage } from '@/features/plans/plans-page'
import { zonePage } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '规划' }

export default zonePage('/plans', async ({ zone, api }) => <PlansPage all={await api.plan.all({ zone })} />)
