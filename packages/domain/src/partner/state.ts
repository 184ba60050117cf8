import type { PartnershipState } from '@lianxi/schema/partner-vocabulary'

/** What was said of one invitation, by whichever topic brought it first: an answer or an end names the invitation. */
export type PartnerSaid = {
  invitation: string
  answer: { invitation: string; accepted: boolean } | undefined
  endings: readonly { invitation: string }[]
}

/**
 * How an invitation stands: a function of what was said of it, whatever the order. What names another invitation than
 * the one that stands says nothing of it.
 */
export function partnershipState({ invitation, answer, endings }: PartnerSaid): PartnershipState {
  const answered = answer?.invitation === invitation ? answer : undefined
  const over = endings.some((ended) => ended.invitation === invitation)
  if (answered === undefined) return over ? 'withdrawn' : 'asked'
  if (!answered.accepted) return 'declined'
  return over ? 'ended' : 'standing'
}

/** Asked or accepted: it takes its share, and its partner cannot be asked again. */
export const isOpen = (state: PartnershipState): boolean => state === 'asked' || state === 'standing'
