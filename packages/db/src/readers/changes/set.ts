import type { ChangeLine } from '@lianxi/schema/views/changes'
import { chunksOf } from '../../chunks-of'
import { boardAt } from '../base/board'
import type { Between } from './between'
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

/** What a later set begins from: the kinds of which there are many. `cells` in the order of the page. */
type Parts = {
  readonly cells: readonly Found[]
  readonly items: readonly Found[]
  readonly said: readonly ChangeLine[]
  readonly disagreements: readonly ChangeLine[]
}

/** Everything that changed between two moments, in the order of the page. */
export type ChangeSet = Parts & { readonly until: string; readonly found: readonly Found[] }

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
export async function findChanges(between: Between): Promise<ChangeSet> {
  const [cells, items, said, disagreements, others] = await Promise.all([
    ofAllRegions(between, (part) => findCellChanges(part)),
    ofAllRegions(between, findItemChanges),
    ofAllRegions(between, (part) => readSaidMatters(part)),
    readDisagreementChanges(between),
    readOthers(between),
  ])
  return together(between, { cells, items, said, disagreements }, others)
}

/**
 * The same out of what had changed by an earlier moment, in whose epoch the later one lies: what nothing was said of
 * meanwhile changed as it had. Lists are what plans say, and plans begin an epoch. Of the other kinds there are few.
 */
export async function findChangesAfter(between: Between, { until, items, ...known }: ChangeSet): Promise<ChangeSet> {
  const news = { ...between, since: until, from: boardAt(until) }
  const [cells, said, disagreements, others] = await Promise.all([
    findCellChanges(between, { known: known.cells, news }),
    readSaidMatters(between, { known: known.said, news }),
    readDisagreementChanges(between, { known: known.disagreements, news }),
    readOthers(between),
  ])
  return together(between, { cells, items, said, disagreements }, others)
}

/** What is neither a cell, an item, a matter nor a disagreement. */
async function readOthers(between: Between): Promise<ChangeLine[]> {
  const kinds = await Promise.all([
    ofAllRegions(between, readObjections),
    readRevisionChanges(between),
    readMerges(between),
    readCrossRegionChanges(between),
    readPartnerChanges(between),
  ])
  return kinds.flat()
}

/** Runs that are in order already are merged quickly: of tens of thousands of cells few are new to a set that goes on. */
function together({ until }: Between, parts: Parts, others: readonly ChangeLine[]): ChangeSet {
  const { items, said, disagreements } = parts
  const cells = parts.cells.toSorted(latestFirst)
  const found = [...cells, ...items, ...[...said, ...disagreements, ...others].map(foundWhole)].sort(latestFirst)
  return { until, found, cells, items, said, disagreements }
}

/** The lines that were found, with names, figures and words. */
export async function fillChanges(between: Between, found: readonly Found[]): Promise<ChangeLine[]> {
  const of = (which: Found['rest']['of']) => found.filter(({ rest }) => rest.of === which)
  const parts = await Promise.all([fillCells(between, of('cell')), fillItems(between, of('item'))])
  const filled = new Map<Found, ChangeLine>(parts.flat<Filled[][]>())
  return found.flatMap((one) => (one.rest.of === 'words' ? one.rest.line : (filled.get(one) ?? [])))
}
