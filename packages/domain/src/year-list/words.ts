import { grouped, moneyWords } from '@lianxi/schema/figure-words'
import type { Proposal } from '@lianxi/schema/commands/year-list'

/** ，建议 1,480 / ，建议年度计划 8,000 万元; nothing without a proposal. */
export function proposalText(proposal: Proposal | null): string {
  if (proposal === null) return ''
  const { value, planWan } = proposal
  if (value !== null) return `，建议 ${grouped(value)}`
  return planWan === null ? '' : `，建议年度计划 ${moneyWords(planWan)}`
}
