import type { Metadata } from 'next'
import { AppliedInput } from '@lianxi/schema/views/applied'
import { AppliedPage } from '@/features/review/applied-page'
import { hasRole } from '@/features/session/viewer'
import { NoOffice } from '@/features/shell/no-zone'
import { inputOf, zonePage } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '核对' }

export default zonePage('/review/applied', async ({ zone, query, viewer, api }) => {
  if (!hasRole(viewer, 'secretariat', 'coordinator')) return <NoOffice />
  const { period, region, show } = query
  const input = inputOf(AppliedInput, { ...{ zone, period, show }, ...(region !== '' && { region }) })
  return <AppliedPage view={await api.review.applied(input)} query={query} />
})
