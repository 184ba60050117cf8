/** More regions than these nobody looks through: those inside others are folded under theirs. */
const MOST_REGIONS = 24

type Placed = { code: string; parent: string | null }
type Group<One> = { one: One; inside: One[] }

/**
 * Regions with those that lie in them, each once and in the order given; where they are few, each stands by itself. What
 * lies deeper than one step stands by itself too.
 */
export function underParents<One>(all: readonly One[], placed: (one: One) => Placed): Group<One>[] {
  if (all.length <= MOST_REGIONS) return all.map((one) => ({ one, inside: [] }))
  const parents = new Map(all.map(placed).map(({ code, parent }) => [code, parent]))
  const isListed = (code: string | null): code is string => code !== null && parents.has(code)
  const folds = ({ parent }: Placed) => isListed(parent) && !isListed(parents.get(parent) ?? null)
  const groups = new Map<string, Group<One>>()
  for (const one of all) if (!folds(placed(one))) groups.set(placed(one).code, { one, inside: [] })
  for (const one of all) if (folds(placed(one))) groups.get(placed(one).parent ?? '')?.inside.push(one)
  return [...groups.values()]
}
