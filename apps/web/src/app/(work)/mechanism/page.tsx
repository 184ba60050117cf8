import type { Metadata } from 'next'
import { MechanismPage } from '@/features/mechanism/mechanism-page'
import { zonePage } from '@/features/shell/zone-page'

export const metadata: Metadata = { title: '工作机制' }

export default zonePage('/mechanism', async ({ zone, api }) => (
  <MechanismPage view={await api.yearList.mechanism({ zone })} />
))
