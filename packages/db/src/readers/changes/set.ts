import type { ChangeLine } from '@lianxi/schema/views/changes'
import type { Between } from './between'
import { findCellChanges } from './cells'
import { readCrossRegionChanges } from './cross-region'
import { readDisagreementChanges } from './disagreements'
import { fillCells } from './fill-cells'
import { type Filled, type Found, foundWhole, latestFirst } from './found'
import { fillItems, findItemChanges } from './items'
import { readMatterChanges } from './matters'
import { readMerges } from './merges'
import { readPartnerChanges } from './partners'
import { readRevisionChanges } from './revisions'

/**
 * A quarter of a province is every cell it has. One statement for all of them ran into its time limit, and who asked
 * next began anew; of so many regions each ends within a second or two, and others get their turn in between.
 */
const REGIONS_AT_ONCE = 40

/** What a reader finds of some regions, for all of them. */
async function ofAllRegions<Line>(between: Between, read: (part: Between) => Promise<Line[]>): Promise<Line[]> {
  const parts: Line[][] = []
  for (let at = 0; at < between.regions.length; at += REGIONS_AT_ONCE) {
    parts.push(await read({ ...between, regions: between.regions.slice(at, at + REGIONS_AT_ONCE) }))
  }
  return parts.flat()
}

/** Everything that changed between two moments, in the order of the page. */
export async function findChanges(between: Between): Promise<Found[]> {
  const [cells, items, ...whole] = await Promise.all([
    ofAllRegions(between, findCellChanges),
    ofAllRegions(between, findItemChanges),
    ofAllRegions(between, readMatterChanges),
    readDisagreementChanges(between),
    readRevisionChanges(between),
    readMerges(between),
    readCrossRegionChanges(between),
    readPartnerChanges(between),
  ])
  return [...cells, ...items, ...whole.flat().map(foundWhole)].sort(latestFirst)
}

/** The lines that were found, with names, figures and words. */
export async function fillChanges(between: Between, found: readonly Found[]): Promise<ChangeLine[]> {
  const of = (which: Found['rest']['of']) => found.filter(({ rest }) => rest.of === which)
  const parts = await Promise.all([fillCells(between, of('cell')), fillItems(between, of('item'))])
  const filled = new Map<Found, ChangeLine>(parts.flat<Filled[][]>())
  return found.flatMap((one) => (one.rest.of === 'words' ? one.rest.line : (filled.get(one) ?? [])))
}
