import { findDifference, type Lies, type PlaceRelation, placeRelation } from './apart'
import { createGramIndex, type GramIndex } from './grams'
import { type Name, readName } from './name'
import { compareRoutes } from './route'

/** A project as a plan lists it: what the matcher looks at. */
export type Listed = Lies & {
  code: string
  name: string
  zone: string
  plan: string
  domain: string
  parent: string | null
  investmentWan: number | null
}

/** A question for a person (建议), never a merge: that two listings may be one project, and why one may think so. */
export type Suspicion = { code: string; other: string; score: number; reasons: string[] }

export type Matcher = {
  /** What may be the same as this listing, the likeliest first. */
  suspicionsOf: (code: string) => Suspicion[]
  /** Every pair once, the likeliest first. */
  all: () => Suspicion[]
  /** How alike two listings are, and what tells them apart if something does. */
  judge: (code: string, other: string) => { score: number; difference: string | null }
}

/** From this score on a pair is worth a question: measured on the hand-checked pairs (judged-pairs.jsonl). */
export const WORTH_ASKING = 62

/**
 * And between two zones: programmes that several zones list under one name look alike there. Of the hand-checked pairs
 * over zones all 13 from this score on are one project, of those from 62 to 79 five of seventeen.
 */
export const WORTH_ASKING_ELSEWHERE = 80

type Entry = Listed & Name

/** Reads the names once; a look-up then goes through the rare pairs of characters two names share, not through all. */
export function createMatcher(listed: readonly Listed[]): Matcher {
  const entries = listed.map((project): Entry => ({ ...project, ...readName(project.name) }))
  const byCode = new Map(entries.map((entry, at) => [entry.code, at]))
  const index = createGramIndex(entries.map(({ wordings }) => wordings.map(({ text }) => text)))
  const alongRoutes = routesOf(entries)
  const suspicionsAt = (at: number): Suspicion[] => {
    const entry = entries[at]
    if (entry === undefined) return []
    const near = new Set([...index.near(at), ...alongRoutes(at)])
    near.delete(at)
    return [...near]
      .flatMap((other) => {
        const found = entries[other]
        return found === undefined ? [] : (suspect(index, entry, found) ?? [])
      })
      .sort(likelierFirst)
  }
  return {
    suspicionsOf: (code) => suspicionsAt(byCode.get(code) ?? -1),
    all: () =>
      entries.flatMap((entry, at) => suspicionsAt(at).filter(({ other }) => entry.code < other)).sort(likelierFirst),
    judge: (code, other) => {
      const [a, b] = [entries[byCode.get(code) ?? -1], entries[byCode.get(other) ?? -1]]
      if (a === undefined || b === undefined) throw new Error(`${code} or ${other} is not listed`)
      return { score: weigh(index, a, b).score, difference: apart(a, b) ?? null }
    },
  }
}

/** The order of suspicions. */
export const likelierFirst = (a: Suspicion, b: Suspicion): number =>
  b.score - a.score || (a.code + a.other < b.code + b.other ? -1 : 1)

/** Short names of routes share no characters with long ones: routes meet by their way and any first character. */
function routesOf(entries: readonly Entry[]): (at: number) => number[] {
  const keysOf = ({ route }: Entry) =>
    route === undefined ? [] : [...new Set(route.stops.map((stop) => `${route.way} ${stop.charAt(0)}`))]
  const routes = new Map<string, number[]>()
  entries.forEach((entry, at) => {
    for (const key of keysOf(entry)) routes.set(key, [...(routes.get(key) ?? []), at])
  })
  return (at) => {
    const entry = entries[at]
    return entry === undefined ? [] : keysOf(entry).flatMap((key) => routes.get(key) ?? [])
  }
}

function apart(a: Entry, b: Entry): string | undefined {
  if (a.parent === b.code || b.parent === a.code) return '一个是另一个的子项目'
  return findDifference(a, b)
}

function suspect(index: GramIndex, a: Entry, b: Entry): Suspicion | undefined {
  if (apart(a, b) !== undefined) return undefined
  const { score, reasons } = weigh(index, a, b)
  return score < WORTH_ASKING ? undefined : { code: a.code, other: b.code, score, reasons }
}

/** 0 to 100. The weights are judgement; what they are worth is measured, not argued. */
function weigh(index: GramIndex, a: Entry, b: Entry): { score: number; reasons: string[] } {
  const reasons: string[] = []
  let score = nameScore(index, a, b, reasons)
  const place = placeRelation(a, b)
  if (place === 'same') reasons.push('所在地区相同')
  if (place === 'within') reasons.push('所在地区有包含关系')
  score += place === 'same' ? 6 : place === 'within' ? 2 : 0
  score += moneyScore(a, b, reasons)
  if (a.plan !== b.plan) reasons.push('出自不同规划')
  score -= doubts(a, b, place)
  return { score: Math.max(0, Math.min(100, Math.round(score))), reasons }
}

/** What speaks against a pair without settling it. A plan seldom lists one project twice, but names rows alike. */
function doubts(a: Entry, b: Entry, place: PlaceRelation): number {
  const alike = a.wordings[0]?.text === b.wordings[0]?.text
  const samePlan = a.plan !== b.plan ? 0 : alike ? 8 : 25
  const farApart = a.zone !== b.zone && place === 'open' ? 14 : 0
  const onlyOneNumbered = [...a.numbers.keys(), ...b.numbers.keys()].some(
    (of) => a.numbers.has(of) !== b.numbers.has(of),
  )
  return samePlan + farApart + (onlyOneNumbered ? 8 : 0) + (a.domain !== b.domain ? 4 : 0)
}

function nameScore(index: GramIndex, a: Entry, b: Entry, reasons: string[]): number {
  let best = 0
  for (const one of a.wordings) {
    for (const other of b.wordings) {
      const partial = one.whole && other.whole ? 1 : 0.86
      best = Math.max(best, partial * index.alike(one.text, other.text))
    }
  }
  const route = a.route !== undefined && b.route !== undefined ? compareRoutes(a.route, b.route) : undefined
  if (route === 'same') {
    reasons.push('线路起止点相同')
    return 90 * Math.max(best, 0.9)
  }
  if (route === 'part') {
    reasons.push('线路走向部分相同')
    return 90 * 0.7
  }
  reasons.push(best >= 0.999 ? '名称相同' : `名称相近（${Math.round(best * 100)}%）`)
  return best * 90
}

/** Sums of the same project in two plans are rounded and updated, seldom tripled. */
function moneyScore({ investmentWan: a }: Entry, { investmentWan: b }: Entry, reasons: string[]): number {
  if (a === null || b === null || a === 0 || b === 0) return 0
  const [low, high] = a < b ? [a, b] : [b, a]
  if (high > 3 * low) return -15
  if (high * 10 > low * 12) return 0
  reasons.push('投资额相近')
  return 6
}
