import type { Metadata } from 'next'
import { RulesPage } from '@/features/rules/rules-page'
import { zonePage } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '判定规则' }

export default zonePage('/mechanism/rules', async ({ zone, api }) => (
  <RulesPage view={await api.plan.rules({ zone })} />
))
