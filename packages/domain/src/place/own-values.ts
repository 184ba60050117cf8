import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { TargetListed } from '@lianxi/schema/events/facts'

/**
 * Does a plan's target speak of this region? It names a region, or the whole zone: of a part of the whole, its value and
 * its baseline say nothing.
 */
export const speaksOf = ({ region }: Pick<TargetListed, 'region'>, of: string): boolean => region === of

/** Where a region's figure starts, in the target's unit: its item's own, else the plan's where that speaks of the region. */
export function baselineOf(doc: Pick<TargetListed, 'region' | 'baseline'>, region: string, item: ItemListed | null) {
  return item?.target?.baseline ?? (speaksOf(doc, region) ? doc.baseline : null)
}
