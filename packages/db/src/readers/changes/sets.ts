import type { Reading } from '../../client'
import type { Recall } from '../moment/recall'
import { type Between, countNews } from './between'
import { type ChangeSet, findChanges, findChangesAfter } from './set'

/** Events and new statuses; with more of them all cells are as quickly compared anew. */
const LITTLE = 5_000
/** Lines of the latest sets, 350 bytes each. */
const LINES_KEPT = 200_000

/**
 * Sets of changes, each found once. While reports come in, each commit moves the present on: its set is made out of the
 * one before by what was said meanwhile, as long as nobody but reports and the judge wrote to the board.
 */
export type ChangeSets = {
  /** @param epoch the board's when `until` was its last stamp; null: `until` is long past */
  find: (between: Between, epoch: string | null) => Promise<ChangeSet>
}

type Latest = { epoch: string; set: ChangeSet }

/** @param recall where sets of stamps are kept; without it each is found again, out of the one before where that can be */
export function createChangeSets(recall: Recall = (_question, read) => read()): ChangeSets {
  const latest = new Map<string, Latest>()

  const remember = (name: string, one: Latest) => {
    if ((latest.get(name)?.set.until ?? '') > one.set.until) return
    latest.delete(name)
    latest.set(name, one)
    let lines = [...latest.values()].reduce((sum, { set }) => sum + set.found.length, 0)
    for (const [oldest, { set }] of latest) {
      if (lines <= LINES_KEPT || latest.size === 1) return
      latest.delete(oldest)
      lines -= set.found.length
    }
  }

  const findPresent = async (name: string, between: Between, epoch: string): Promise<ChangeSet> => {
    const known = latest.get(name)
    const follows = known?.epoch === epoch && known.set.until <= between.until
    const set =
      known !== undefined && follows && (await isLittle(between.db, known.set.until, between.until))
        ? await findChangesAfter(between, known.set)
        : await findChanges(between)
    remember(name, { epoch, set })
    return set
  }

  return {
    find: (between, epoch) => {
      const { reference, since, until, regions } = between
      const name = JSON.stringify(['changes', reference.zone.code, since, regions])
      return recall(`${name} ${until}`, () =>
        epoch === null ? findChanges(between) : findPresent(name, between, epoch),
      )
    },
  }
}

async function isLittle(db: Reading, since: string, until: string): Promise<boolean> {
  const { events, judged } = await countNews(db, since, until)
  return events + judged <= LITTLE
}
