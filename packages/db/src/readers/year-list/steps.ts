import { proposalText } from '@lianxi/domain/year-list/words'
import { Proposal } from '@lianxi/schema/commands/year-list'
import { periodLabel } from '@lianxi/schema/period'
import { z } from 'zod'

const Detail = z.object({
  kind: z.string().optional(),
  how: z.string().optional(),
  reason: z.string().optional(),
  basis: z.string().optional(),
  on: z.string().optional(),
  leadBody: z.string().optional(),
  reporting: z.string().optional(),
  person: z.string().optional(),
  from: z.string().nullish(),
  content: z.object({ body: z.string() }).optional(),
  proposal: Proposal.nullish(),
})

/** A step of the negotiation in words, for the item's record. */
export function stepText(type: string, stored: unknown, nameOf: (body: string) => string): string {
  const detail = Detail.parse(stored)
  const reason = detail.reason ?? ''
  switch (type) {
    case 'item-put':
      return '列入或修改'
    case 'item-removed':
      return '移出清单'
    case 'item-accepted':
      return '认领'
    case 'item-objected':
      return `${detail.kind === 'asked' ? '疑问' : '异议'}：${reason}${proposalText(detail.proposal ?? null)}`
    case 'item-assigned':
      return assigned(detail, nameOf)
    case 'item-settled':
      return `${SETTLED[detail.how ?? ''] ?? '答复'}：${reason}`
    case 'item-revised':
      return `修订：${reason}（${detail.basis ?? ''}，${detail.on ?? ''}）${handedOver(detail, nameOf)}`
    default:
      return type
  }
}

/** 落实到市统计局 李工，并由其填报 */
function assigned({ leadBody = '', reporting, person = '' }: z.infer<typeof Detail>, nameOf: (body: string) => string) {
  const whom = `落实到${nameOf(leadBody)} ${person}`.trim()
  return reporting === leadBody ? `${whom}，并由其填报` : whom
}

/** 自2026年三季度起由市统计局填报 */
function handedOver({ from, content }: z.infer<typeof Detail>, nameOf: (body: string) => string): string {
  return from && content ? `；自${periodLabel(from)}起由${nameOf(content.body)}填报` : ''
}

const SETTLED: Record<string, string> = { take: '采纳建议', 'ask-again': '答复并再次征求', keep: '经协商按原内容' }
