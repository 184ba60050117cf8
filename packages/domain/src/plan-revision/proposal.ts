import type { RevisionProposed } from '@lianxi/schema/events/revisions'
import type { RevisionState } from '@lianxi/schema/vocabulary'

/** What became of a proposal; an approval is the revision itself and outweighs whatever else was said. */
export type Closings = { approved: boolean; refused: boolean; withdrawn: boolean }
export type KnownProposal = { said: RevisionProposed; state: RevisionState }

export function proposalState({ approved, refused, withdrawn }: Closings): RevisionState {
  if (approved) return 'approved'
  if (refused) return 'refused'
  return withdrawn ? 'withdrawn' : 'open'
}

export const findOpen = (proposals: readonly KnownProposal[]): KnownProposal | undefined =>
  proposals.find(({ state }) => state === 'open')
