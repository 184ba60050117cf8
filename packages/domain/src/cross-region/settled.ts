import type { DisagreementSettled, PartSaid } from '@lianxi/schema/events/cross-region'
import type { Disagreement } from '@lianxi/schema/vocabulary'

const by =
  <Key extends string>(key: Key) =>
  (a: Record<Key, string>, b: Record<Key, string>) =>
    a[key].localeCompare(b[key])

/** What a part says of one thing; null: nothing. */
function saidOf(what: Disagreement, part: PartSaid): unknown {
  switch (what) {
    case 'stage':
      return part.stage
    case 'progress':
      return part.progressPercent
    case 'share':
      return [part.investedTotalWan, part.sharePercent]
    case 'dates':
      return [...part.dates].sort(by('name')).map(({ name, dueOn, reachedOn }) => [name, dueOn, reachedOn])
    default:
      return what satisfies never
  }
}

/** What all parts say of these things, as one text that is the same exactly while they say the same. */
export const fingerprint = (what: readonly Disagreement[], parts: readonly PartSaid[]): string =>
  JSON.stringify(
    [...what].sort().map((one) => [one, [...parts].sort(by('region')).map((part) => [part.region, saidOf(one, part)])]),
  )

type Settled = Pick<DisagreementSettled, 'what' | 'parts'>

/** Does a settlement still stand: the regions say of what it is about exactly what they said then. */
export const stands = ({ what, parts }: Settled, now: readonly PartSaid[]): boolean =>
  fingerprint(what, parts) === fingerprint(what, now)

/** Disagreements that nothing which stands is about. */
export const openOnes = (
  disagrees: readonly Disagreement[],
  settled: readonly Settled[],
  now: readonly PartSaid[],
): Disagreement[] => {
  const standing = settled.filter((one) => stands(one, now))
  return disagrees.filter((what) => !standing.some((one) => one.what.includes(what)))
}
