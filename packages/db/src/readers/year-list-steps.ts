import { proposalText } from '@lianxi/domain/year-list/words'
import { Proposal } from '@lianxi/schema/commands/year-list'
import { z } from 'zod'

const Detail = z.object({
  kind: z.string().optional(),
  how: z.string().optional(),
  reason: z.string().optional(),
  basis: z.string().optional(),
  on: z.string().optional(),
  leadBody: z.string().optional(),
  person: z.string().optional(),
  proposal: Proposal.nullish(),
})

/** A step of the negotiation in words, for the item's record. */
export function stepText(type: string, stored: unknown): string {
  const detail = Detail.parse(stored)
  const reason = detail.reason ?? ''
  switch (type) {
    case 'item-put':
      return '列入或修改'
    case 'item-accepted':
      return '认领'
    case 'item-objected':
      return `${detail.kind === 'asked' ? '疑问' : '异议'}：${reason}${proposalText(detail.proposal ?? null)}`
    case 'item-assigned':
      return `落实到${detail.leadBody ?? ''} ${detail.person ?? ''}`.trim()
    case 'item-settled':
      return `${SETTLED[detail.how ?? ''] ?? '答复'}：${reason}`
    case 'item-revised':
      return `修订：${reason}（${detail.basis ?? ''}，${detail.on ?? ''}）`
    default:
      return type
  }
}

const SETTLED: Record<string, string> = { take: '采纳建议', 'ask-again': '答复并再次征求', keep: '经协商按原内容' }
