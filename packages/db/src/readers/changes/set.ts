import type { ChangeLine } from '@lianxi/schema/views/changes'
import { chunksOf } from '../../chunks-of'
import { boardAt } from '../base/board'
import type { Between, Earlier } from './between'
import { findCellChanges } from './cells'
import { readCrossRegionChanges } from './cross-region'
import { readDisagreementChanges } from './disagreements'
import { fillCells } from './fill-cells'
import { type Filled, type Found, foundWhole, latestFirst } from './found'
import { fillItems, findItemChanges } from './items'
import { readObjections, readSaidMatters } from './matters'
import { readMerges } from './merges'
import { readPartnerChanges } from './partners'
import { readRevisionChanges } from './revisions'

/** Everything that changed between two moments, in the order of the page; and what a later set begins from. */
export type ChangeSet = {
  readonly until: string
  readonly found: readonly Found[]
  readonly cells: readonly Found[]
  readonly items: readonly Found[]
  readonly said: readonly ChangeLine[]
}

/**
 * A quarter of a province is every cell it has. One statement for all of them ran into its time limit, and who asked
 * next began anew; of so many regions each ends within a second or two, and others get their turn in between.
 */
const REGIONS_AT_ONCE = 40

/** What a reader finds of some regions, for all of them. */
async function ofAllRegions<Line>(between: Between, read: (part: Between) => Promise<Line[]>): Promise<Line[]> {
  const parts: Line[][] = []
  for (const regions of chunksOf(between.regions, REGIONS_AT_ONCE)) parts.push(await read({ ...between, regions }))
  return parts.flat()
}

/** Everything that changed between two moments. */
export const findChanges = (between: Between): Promise<ChangeSet> =>
  together(
    between,
    ofAllRegions(between, (part) => findCellChanges(part)),
    ofAllRegions(between, findItemChanges),
    ofAllRegions(between, (part) => readSaidMatters(part)),
  )

/**
 * The same out of what had changed by an earlier moment, in whose epoch the later one lies: what nothing was said of
 * meanwhile changed as it had. Lists are what plans say, and plans begin an epoch. Of the other kinds there are few.
 */
export function findChangesAfter(between: Between, { until, cells, items, said }: ChangeSet): Promise<ChangeSet> {
  const news = { ...between, since: until, from: boardAt(until) }
  const earlier = <Line>(known: readonly Line[]): Earlier<Line> => ({ known, news })
  return together(
    between,
    findCellChanges(between, earlier(cells)),
    Promise.resolve(items),
    readSaidMatters(between, earlier(said)),
  )
}

async function together(
  between: Between,
  ...[cellLines, itemLines, saidLines]: readonly [
    Promise<readonly Found[]>,
    Promise<readonly Found[]>,
    Promise<readonly ChangeLine[]>,
  ]
): Promise<ChangeSet> {
  const [cells, items, said, ...others] = await Promise.all([
    cellLines,
    itemLines,
    saidLines,
    ofAllRegions(between, readObjections),
    readDisagreementChanges(between),
    readRevisionChanges(between),
    readMerges(between),
    readCrossRegionChanges(between),
    readPartnerChanges(between),
  ])
  const found = [...cells, ...items, ...[said, ...others].flat().map(foundWhole)].sort(latestFirst)
  return { until: between.until, found, cells, items, said }
}

/** The lines that were found, with names, figures and words. */
export async function fillChanges(between: Between, found: readonly Found[]): Promise<ChangeLine[]> {
  const of = (which: Found['rest']['of']) => found.filter(({ rest }) => rest.of === which)
  const parts = await Promise.all([fillCells(between, of('cell')), fillItems(between, of('item'))])
  const filled = new Map<Found, ChangeLine>(parts.flat<Filled[][]>())
  return found.flatMap((one) => (one.rest.of === 'words' ? one.rest.line : (filled.get(one) ?? [])))
}
