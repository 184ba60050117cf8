import { contains } from './apart'

/** Who keeps the library: the zone's secretariat, and coordinators of regions. */
export type Keeper = { secretariat: boolean; regions: readonly string[] }
export type Place = { regions: readonly string[]; regionUnknown: boolean }

/**
 * The secretariat may record for every project, a coordinator for those that lie in his region or in one inside it; a
 * project of the whole zone lies in all of its regions. Where the plan names no place, the secretariat decides.
 */
export function mayKeep({ secretariat, regions: own }: Keeper, { regions, regionUnknown }: Place): boolean {
  if (secretariat) return true
  if (regionUnknown) return false
  return own.some((region) => regions.some((code) => code.startsWith('Z-') || contains(region, code)))
}
