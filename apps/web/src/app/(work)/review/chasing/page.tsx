import type { Metadata } from 'next'
import { ChasingInput } from '@lianxi/schema/views/chasing'
import { ChasingPage } from '@/features/chasing/chasing-page'
import { hasRole } from '@/features/session/viewer'
import { NoOffice } from '@/features/shell/no-zone'
import { inputOf, zonePage } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '催报' }

export default zonePage('/review/chasing', async ({ zone, query, viewer, api }) => {
  if (!hasRole(viewer, 'secretariat', 'coordinator', 'reporter', 'approver')) return <NoOffice />
  const { period, show, region, body } = query
  const input = inputOf(ChasingInput, { zone, period, show, region, body })
  return <ChasingPage view={await api.duty.chasing(input)} query={query} />
})
