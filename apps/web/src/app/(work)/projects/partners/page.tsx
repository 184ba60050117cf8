import type { Metadata } from 'next'
import { boardPage } from '@/features/board/board-page'
import { timeOf } from '@/features/board/links'
import { PartnersPage } from '@/features/partner/partners-page'
import { PARTNERS } from '@/features/partner/words'

export const metadata: Metadata = { title: '跨经济区合作' }

export default boardPage(PARTNERS, async ({ zone, query, api }) => (
  <PartnersPage view={await api.partner.all({ zone, asOf: timeOf(query).asOf })} query={query} />
))
