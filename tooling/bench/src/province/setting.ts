import { periodsOf, type Period } from '@lianxi/schema/period'
import { workField, type SubjectKind } from '@lianxi/schema/vocabulary'

/** A zone as large as a province: 21 prefectures with 183 counties, each with targets and projects of its own. */
export const ZONE = 'Z-PROV'
const PREFECTURES = 21
const COUNTIES = 183

export const YEARS = [2021, 2022, 2023, 2024, 2025]
export const QUARTERS: readonly Period[] = YEARS.flatMap((year) => periodsOf(year, 'quarter'))
export const LAST_QUARTER = QUARTERS.length - 1
export const DAY = 86_400_000
/** The moment a quarter ends in China, counted from 0 in 2021. */
export const endOf = (quarter: number): number => Date.UTC(2021, (quarter + 1) * 3, 1) - 8 * 3_600_000
/** Domain time of the readers: 2025Q4 is open, most of it is reported, it falls due in three days. */
export const NOW = endOf(LAST_QUARTER) + 12 * DAY

export type Region = { code: string; name: string; parent: string | null }

const two = (number: number): string => String(number).padStart(2, '0')
const prefectures = Array.from({ length: PREFECTURES }, (_, at): Region => {
  return { code: `51${two(at + 1)}00`, name: `第${at + 1}市`, parent: null }
})
export const REGIONS: readonly Region[] = prefectures.flatMap((prefecture, at) => {
  const counties = Math.floor(COUNTIES / PREFECTURES) + (at < COUNTIES % PREFECTURES ? 1 : 0)
  const inside = Array.from({ length: counties }, (_, county): Region => {
    const code = `${prefecture.code.slice(0, 4)}${two(county + 1)}`
    return { code, name: `${prefecture.name}${county + 1}县`, parent: prefecture.code }
  })
  return [prefecture, ...inside]
})

/**
 * Two regions that share a project. The first six groups are written by the real path; what it wrote is copied for the
 * other groups and for more subjects of each region (`multiply.ts`).
 */
export type Group = { nth: number; regions: readonly [Region, Region] }
const SAMPLE_GROUPS = 6
export const GROUPS: readonly Group[] = Array.from({ length: Math.floor(REGIONS.length / 2) }, (_, nth) => {
  const [a, b] = REGIONS.slice(2 * nth, 2 * nth + 2)
  if (a === undefined || b === undefined) throw new Error('every group has two regions')
  return { nth, regions: [a, b] as const }
})

/** Which copy of the sample a subject is: `group` steps of groups away, the `nth` of its region's. 0 and 0: the sample. */
export type Copy = { group: number; nth: number }
export const SAMPLE: Copy = { group: 0, nth: 0 }
/** Of one group this copy is written by the real path as well, so that copying can be proved. */
export const PROVED: Copy = { group: 1, nth: 1 }
export const STEPS = GROUPS.length / SAMPLE_GROUPS

/** Places in which copies differ: a subject's code and name, the ids of its events, the codes of its regions. */
export const codeOf = ({ nth }: Copy): string => `-K${String(nth).padStart(3, '0')}`
export const nameOf = ({ nth }: Copy): string => `№${String(nth).padStart(3, '0')}`
export const idOf = ({ group, nth }: Copy): string =>
  `-7${nth.toString(16).padStart(3, '0')}-8${group.toString(16).padStart(3, '0')}-`
export const groupsOf = ({ group }: Copy): readonly Group[] =>
  GROUPS.slice(group * SAMPLE_GROUPS, (group + 1) * SAMPLE_GROUPS)

/** One subject with the regions that report it; two: a part each. `story`: what its numbers are drawn by. */
export type Sample = {
  code: string
  kind: SubjectKind
  field: (typeof workField.words)[number]
  regions: readonly string[]
  nth: number
  story: string
}

const TARGETS = 2
const PROJECTS = 5
/** A province has so many copies of its regions' subjects: 19,992 targets, 49,980 projects. */
export const FULL_COPIES = 49
export const subjectsOf = (copies: number): { targets: number; projects: number } => ({
  targets: REGIONS.length * TARGETS * copies,
  projects: REGIONS.length * PROJECTS * copies,
})

/** The subjects of one copy of a group; every third group shares a project. */
export function samplesOf(copy: Copy, { nth: group, regions }: Group): Sample[] {
  const base = group % SAMPLE_GROUPS
  return regions.flatMap(({ code: region }, side) =>
    Array.from({ length: TARGETS + PROJECTS }, (_, nth): Sample => {
      const kind = nth < TARGETS ? 'target' : 'project'
      const field = workField.words[(2 * base + side + nth) % workField.words.length] ?? '综合经济'
      const shared = base % 3 === 0 && side === 0 && nth === TARGETS + PROJECTS - 1
      return {
        code: `P-${region}-${kind === 'target' ? 'T' : 'P'}${nth}${codeOf(copy)}`,
        ...{ kind, field, nth, story: `${base} ${side} ${nth}` },
        regions: shared ? regions.map(({ code }) => code) : [region],
      }
    }),
  )
}

/** A number from 0 to 1 that is always the same for the same words. */
export function drawn(...words: (string | number)[]): number {
  let state = 7
  for (const letter of words.join(' ')) state = (Math.imul(state, 31) + letter.charCodeAt(0)) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

export const bodyOf = (region: string, kind: SubjectKind): string => `${region}-${kind === 'target' ? 'TJJ' : 'FGJ'}`
export const iso = (moment: number): string => new Date(moment).toISOString()
