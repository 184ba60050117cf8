import type { Name } from './name'
import { compareRoutes } from './route'

/** Where a project lies: places of GB/T 2260, and of those only that the plan names. */
export type Lies = { regions: readonly string[]; regionUnknown: boolean }

const bothSay = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size > 0 && b.size > 0
const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((one) => b.has(one))

/** Why two projects are two although their names are alike, in words; undefined when nothing says so. */
export function findDifference(a: Name & Lies, b: Name & Lies): string | undefined {
  for (const [counted, numbers] of a.numbers) {
    const others = b.numbers.get(counted)
    if (others !== undefined && !share(numbers, others)) {
      return `${counted}不同（${[...numbers].join('、')}与${[...others].join('、')}）`
    }
  }
  if (bothSay(a.sides, b.sides) && !share(a.sides, b.sides)) return `${[...a.sides][0]}与${[...b.sides][0]}不同`
  if (a.route !== undefined && b.route !== undefined && compareRoutes(a.route, b.route) === 'other') {
    return '起止点或方式不同的线路'
  }
  if (a.route === undefined && b.route === undefined && a.thing !== undefined && b.thing !== undefined) {
    if (!a.thing.endsWith(b.thing) && !b.thing.endsWith(a.thing)) return `${a.thing}与${b.thing}不同`
  }
  return placeRelation(a, b) === 'apart' ? '所在地区不同' : undefined
}

/** `apart`: the plans put them into places that neither contain nor are each other. */
export type PlaceRelation = 'same' | 'within' | 'open' | 'apart'

export function placeRelation(a: Lies, b: Lies): PlaceRelation {
  const of = ({ regions, regionUnknown }: Lies) => (regionUnknown ? [] : regions.filter((code) => /^\d{6}$/.test(code)))
  const [left, right] = [of(a), of(b)]
  if (left.length === 0 || right.length === 0) return 'open'
  if (left.some((code) => right.includes(code))) return 'same'
  const within = left.some((one) => right.some((other) => contains(one, other) || contains(other, one)))
  return within ? 'within' : 'apart'
}

/** 510400 contains 510402: the zeros of a GB/T 2260 code stand for all below. */
export const contains = (outer: string, inner: string): boolean => inner.startsWith(outer.replace(/(00)+$/, ''))
