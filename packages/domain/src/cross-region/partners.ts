import type { RegionName } from '@lianxi/schema/views/common'
import type { CrossRegionLine } from '@lianxi/schema/views/cross-region'

/** Whoever has a part in one of the projects, in the order of their codes: an office sees its partners’ parts too. */
export function partnersOf(lines: readonly Pick<CrossRegionLine, 'parts'>[]): RegionName[] {
  const known = new Map(lines.flatMap(({ parts }) => parts.map(({ region }) => [region.code, region] as const)))
  return [...known.values()].sort((a, b) => a.code.localeCompare(b.code))
}
