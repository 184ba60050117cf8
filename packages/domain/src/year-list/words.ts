import type { Proposal } from '@lianxi/schema/commands/year-list'

/** ，建议 1480 / ，建议年度计划 8000 万元; nothing without a proposal. */
export function proposalText(proposal: Proposal | null): string {
  if (proposal === null) return ''
  const { value, planWan } = proposal
  if (value !== null) return `，建议 ${value}`
  return planWan === null ? '' : `，建议年度计划 ${planWan} 万元`
}
