import { withoutDeeds } from './spelling'

/** A road, railway or line by where it leads: 攀宜高速公路 and 攀枝花至宜宾高速公路 are the same to it. */
export type Route = {
  way: 'rail' | 'expressway' | 'fast-road' | 'avenue' | 'road' | 'power' | 'gas'
  /** Places along it, or one character each where the name is the usual short one. */
  stops: string[]
  /** The part of it that is meant (峨眉至米易段). */
  section: string[]
  /** It stands already and is made wider or better. */
  renewed: boolean
}

const WAYS: readonly { pattern: RegExp; way: Route['way']; shortNames: boolean }[] = [
  { pattern: /高速铁路|高铁|铁路/, way: 'rail', shortNames: true },
  { pattern: /高速公路|高速/, way: 'expressway', shortNames: true },
  { pattern: /快速路|快速通道/, way: 'fast-road', shortNames: true },
  { pattern: /大道/, way: 'avenue', shortNames: false },
  { pattern: /公路/, way: 'road', shortNames: false },
  { pattern: /±?\d+千伏/, way: 'power', shortNames: false },
  { pattern: /天然气(?:输气)?管(?:道|线)/, way: 'gas', shortNames: false },
]
const ROAD_CODE = /^[gs]\d+(?:\(g\d+\))?线?/
const RENEWED = /扩容|扩能|改造|扩建/
/** What may follow without making the name one of something else, such as a port on a railway. */
const BELONGS = /^(?:特高压|交流|直流|输变电|输电|线|重点|复线|扩容|扩能|改造)*$/

/** Where a name (spelled by `spell`) leads; undefined when it is not the name of a route. */
export function findRoute(spelled: string): Route | undefined {
  const bare = spelled.replace(ROAD_CODE, '').replace(/\([^()]*\)/g, '')
  for (const { pattern, way, shortNames } of WAYS) {
    const found = pattern.exec(bare)
    if (found === null) continue
    const stops = stopsOf(bare.slice(0, found.index), shortNames)
    const rest = bare.slice(found.index + found[0].length)
    const meant = rest.replace(/^.*段/, '')
    if (stops.length < 2 || !(meant === '' || BELONGS.test(withoutDeeds(meant)) || BELONGS.test(meant)))
      return undefined
    return {
      way,
      stops,
      section: findSection(rest) ?? findSection(asideOf(spelled)) ?? [],
      renewed: RENEWED.test(rest),
    }
  }
  return undefined
}

/** 宜宾至西昌 → both; 攀宜 → 攀, 宜. A longer word without 至 names something else than ends. */
function stopsOf(text: string, shortNames: boolean): string[] {
  const places = text.split(/[至经]/).filter((place) => place !== '')
  if (places.length >= 2) return places.map(shortPlace)
  return shortNames && text.length >= 2 && text.length <= 4 ? [...text] : []
}

/** 凉山州盐源县 → 盐源县: the narrower place is where a route ends. */
const shortPlace = (place: string): string => place.replace(/^.{2,4}[州市](?=.{2,}$)/, '')

const asideOf = (spelled: string): string => /\(([^()]*)\)/.exec(spelled)?.[1] ?? ''

function findSection(text: string): string[] | undefined {
  const section = /^(.+)段/.exec(text)?.[1]
  const stops = section === undefined ? [] : stopsOf(section, true)
  return stops.length < 2 ? undefined : stops
}

/** `same`: all stops are the same; `part`: one runs along the other; `other`: two routes. */
export function compareRoutes(a: Route, b: Route): 'same' | 'part' | 'other' {
  if (a.way !== b.way) return 'other'
  const way = overlap(a.stops, b.stops)
  if (way === 'other') return 'other'
  const bothSections = a.section.length > 0 && b.section.length > 0
  if (bothSections && overlap(a.section, b.section) !== 'same') return 'other'
  const oneSection = a.section.length > 0 !== b.section.length > 0
  return oneSection || a.renewed !== b.renewed ? 'part' : way
}

function overlap(a: readonly string[], b: readonly string[]): 'same' | 'part' | 'other' {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (!short.every((stop) => long.some((other) => sameStop(stop, other)))) return 'other'
  return short.length === long.length ? 'same' : 'part'
}

/** 攀 is 攀枝花; 西区 is 攀枝花西区. */
function sameStop(a: string, b: string): boolean {
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0)
  return a.includes(b) || b.includes(a)
}
