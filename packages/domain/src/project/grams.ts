/** Names as weighted pairs of neighbouring characters: a pair that many names have says little (产业, 园区). */
export type GramIndex = {
  /** Positions of names that share a good part of this one's weight. */
  near: (at: number) => number[]
  /** How alike two wordings are, 0 to 1. */
  alike: (a: string, b: string) => number
}

/** Pairs that more names have than this lead to no candidates; they still count once two names are compared. */
const COMMON = 80
/** A candidate shares at least this part of the lighter name's weight. */
const NEAR = 0.4

function gramsOf(text: string): string[] {
  const signs = [...text]
  return signs.length < 2 ? signs : [...new Set(signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`))]
}

/** `wordings`: of each name what stands for it. Rarity is counted over all names, each name once. */
export function createGramIndex(wordings: readonly (readonly string[])[]): GramIndex {
  const grams = wordings.map((texts) => [...new Set(texts.flatMap(gramsOf))])
  const having = new Map<string, number[]>()
  grams.forEach((of, at) => {
    for (const gram of of) {
      const list = having.get(gram)
      if (list === undefined) having.set(gram, [at])
      else list.push(at)
    }
  })
  const weightOf = (gram: string): number => Math.log(1 + wordings.length / (having.get(gram)?.length ?? 1))
  const heavy = (of: readonly string[]): number => of.reduce((sum, gram) => sum + weightOf(gram), 0)
  const kept = new Map<string, { grams: ReadonlySet<string>; weight: number }>()
  const read = (text: string) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const of = gramsOf(text)
    const made = { grams: new Set(of), weight: heavy(of) }
    kept.set(text, made)
    return made
  }
  const lightest = (at: number) => Math.min(...(wordings[at] ?? []).map((text) => read(text).weight))
  return {
    near: (at) => {
      const shared = new Map<number, number>()
      for (const gram of grams[at] ?? []) {
        const others = having.get(gram) ?? []
        if (others.length > COMMON) continue
        for (const other of others) shared.set(other, (shared.get(other) ?? 0) + weightOf(gram))
      }
      const mine = lightest(at)
      return [...shared].flatMap(([other, weight]) => (weight >= NEAR * Math.min(mine, lightest(other)) ? [other] : []))
    },
    alike: (a, b) => {
      const [left, right] = [read(a), read(b)]
      let shared = 0
      for (const gram of left.grams) if (right.grams.has(gram)) shared += weightOf(gram)
      if (shared === 0) return 0
      // Two thirds how much of both is shared, one third how much of the shorter: a name inside a longer one counts.
      const both = (2 * shared) / (left.weight + right.weight)
      return (2 * both + shared / Math.min(left.weight, right.weight)) / 3
    },
  }
}
