import type { RefusalCode } from '@lianxi/schema/views/refusal'
import type { RegionLevel } from '@lianxi/schema/vocabulary'

type Place = { code: string; level: RegionLevel }

/** GB/T 2260: two digits each for province, prefecture and county; what is not divided further ends in zeros. */
function levelOf(code: string): RegionLevel {
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'prefecture' : 'county'
}

/** The regions a code can lie in: its prefecture or, for counties a province administers itself, its province. */
const above = (code: string): string[] => [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]

/**
 * Why a new region cannot be listed in a zone, or undefined.
 * @param listed what any zone has listed: neighbours and parents stand there too and may begin to report
 * @param reporting codes that report in any zone: a region has one voice
 */
export function findRegionFault(
  region: Place & { parent: string | null },
  listed: readonly Place[],
  reporting: readonly string[],
): RefusalCode | undefined {
  const { code, level, parent } = region
  if (/^0|^..00(?!00)/.test(code) || levelOf(code) !== level) return 'region-code-shape'
  if (reporting.includes(code)) return 'code-taken'
  if (level === 'province') return parent === null ? undefined : 'parent-unknown'
  const known = listed.some((place) => place.code === parent && place.level !== 'county')
  return parent !== null && known && above(code).includes(parent) && parent !== code ? undefined : 'parent-unknown'
}
