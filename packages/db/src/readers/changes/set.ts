import type { ChangeLine } from '@lianxi/schema/views/changes'
import { chunksOf } from '../../chunks-of'
import { boardAt } from '../base/board'
import { type Between, countNews } from './between'
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
 * New statuses that one statement looks at. A quarter of a province is every cell it has: one statement for all of them
 * ran into its time limit, and who asked next began anew. Of some regions each ends within a second or two, and others
 * get their turn in between; but each looks through what all regions said meanwhile.
 */
const AT_ONCE = 100_000
/** An event is so many: of its subject all is looked at that it ever could not solve. */
const AN_EVENT = 4

/** What a reader finds of some regions, for all of them. */
type OfAllRegions = <Line>(read: (part: Between) => Promise<Line[]>) => Promise<Line[]>

async function inParts(between: Between): Promise<OfAllRegions> {
  const { db, regions, since, until } = between
  const { events, judged } = await countNews(db, since, until)
  const parts = Math.max(1, Math.ceil((events * AN_EVENT + judged) / AT_ONCE))
  const runs = chunksOf(regions, Math.max(1, Math.ceil(regions.length / parts)))
  return async <Line>(read: (part: Between) => Promise<Line[]>) => {
    const found: Line[][] = []
    for (const run of runs) found.push(await read({ ...between, regions: run }))
    return found.flat()
  }
}

/** Everything that changed between two moments. */
export async function findChanges(between: Between): Promise<ChangeSet> {
  const ofAllRegions = await inParts(between)
  const [cells, items, said, disagreements, others] = await Promise.all([
    ofAllRegions((part) => findCellChanges(part)),
    ofAllRegions(findItemChanges),
    ofAllRegions((part) => readSaidMatters(part)),
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

/** What is neither a cell, an item, a matter nor a disagreement: what people said of which there is little. */
async function readOthers(between: Between): Promise<ChangeLine[]> {
  const kinds = await Promise.all([
    readObjections(between),
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
