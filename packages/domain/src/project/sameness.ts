import type { SamenessFinding, SamenessStanding } from '@lianxi/schema/library-vocabulary'

/**
 * What two zones' findings of one pair come to; each says only what it thinks of its own listing, neither changes the
 * other's. Undefined: nobody says anything that stands.
 */
export function samenessStanding(
  ours: SamenessFinding | undefined,
  theirs: SamenessFinding | undefined,
): SamenessStanding | undefined {
  const [own, other] = [standing(ours), standing(theirs)]
  if (own === undefined && other === undefined) return undefined
  if (own !== undefined && other !== undefined && own !== other) return 'contradicting'
  if (own === 'different' || other === 'different') return 'different'
  return own === undefined ? 'theirs' : other === undefined ? 'ours' : 'agreed'
}

const standing = (finding: SamenessFinding | undefined) => (finding === 'withdrawn' ? undefined : finding)
