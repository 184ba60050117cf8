import type { z } from 'zod'
import { vocabulary } from './word-list'

/** How an invitation to a partner of another zone stands. */
export const partnershipState = vocabulary('合作状态', {
  asked: '待答复',
  standing: '合作中',
  declined: '已谢绝',
  withdrawn: '已收回',
  ended: '已结束',
})
export const PartnershipState = partnershipState.schema
export type PartnershipState = z.infer<typeof PartnershipState>
