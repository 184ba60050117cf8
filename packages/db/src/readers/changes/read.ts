import { type Period, periodLabel } from '@lianxi/schema/period'
import type { ChangeCounts, ChangeLine, Changes, ChangesInput } from '@lianxi/schema/views/changes'
import type { PeriodView } from '@lianxi/schema/views/common'
import type { Database } from '../../client'
import { type Board, boardAt } from '../board'
import { type Between, readCellChanges } from './cells'
import { readCrossRegionChanges } from './cross-region'
import { readDisagreementChanges } from './disagreements'
import { readMatterChanges } from './matters'
import { readPartnerChanges } from './partners'
import { readPlanChanges } from './plan'
import { type Frame, readFrame, type Sight } from '../frame'
import { findCommit } from '../moments'
import type { Recall } from '../recall'
import { regionName, zoneName } from '../reference'
import { findLatestStamp } from '../stream-state'

/** With what a board is compared: the moment somebody chose, or the one that stands for the last meeting. */
type Compared = { stamp: string; note: string | null }

/**
 * Until meetings are kept, a board is compared with the moment at which the period before the shown one fell due: what
 * the last meeting could have seen.
 */
async function previousDue({ db, reference, periods, period, now }: Frame): Promise<Compared | null> {
  const before = periods.filter((one) => isDueBefore(one, period, now))
  const [last] = before.sort((a, b) => (b.dueAt ?? '').localeCompare(a.dueAt ?? ''))
  if (last === undefined || last.dueAt === null) return null
  const { stamp, early } = await findCommit(db, reference.zone.code, last.dueAt)
  return stamp === null || early ? null : { stamp, note: `${last.label}填报截止` }
}

const isDueBefore = (one: PeriodView, shown: PeriodView, now: Date): boolean =>
  one.frequency === shown.frequency &&
  one.period < shown.period &&
  one.dueAt !== null &&
  Date.parse(one.dueAt) <= now.getTime()

export type ChangeSet = { compared: Compared; lines: ChangeLine[] }
type Asked = { sight: Sight; board: Board; compared: Board | null; recall: Recall }

/** Everything that changed between two moments; null where there is nothing to compare with. */
async function readChangeSet(frame: Frame, { sight, board, compared, recall }: Asked): Promise<ChangeSet | null> {
  const { db, reference, regions } = frame
  const chosen = compared?.asOf ?? null
  const since = chosen === null ? await previousDue(frame) : { stamp: chosen, note: null }
  const until = board.asOf ?? (await findLatestStamp(db)) ?? null
  if (since === null || until === null) return null
  const question = JSON.stringify(['changes', reference.zone.code, since.stamp, until, sight])
  const lines = await recall(question, async () => {
    const [from, to] = [boardAt(since.stamp), boardAt(until)]
    const between = { db, reference, regions, from, to, since: since.stamp, until }
    const parts = await Promise.all([
      inSlices(between, readCellChanges),
      readPlanChanges(between),
      readCrossRegionChanges(between),
      readDisagreementChanges(between),
      inSlices(between, readMatterChanges),
      readPartnerChanges(between),
    ])
    return parts.flat().sort(latestFirst)
  })
  return { compared: since, lines }
}

/** Regions whose changes are read at once; a province's last quarter touched every cell of two hundred. */
const SLICE = 70

/** One part of the regions after the other: each statement stays short, and others get their turn between them. */
async function inSlices(between: Between, read: (part: Between) => Promise<ChangeLine[]>): Promise<ChangeLine[]> {
  const lines: ChangeLine[][] = []
  for (let from = 0; from < between.regions.length; from += SLICE) {
    lines.push(await read({ ...between, regions: between.regions.slice(from, from + SLICE) }))
  }
  return lines.flat()
}

const latestFirst = (a: ChangeLine, b: ChangeLine): number =>
  b.at.localeCompare(a.at) || a.subject.localeCompare(b.subject) || (a.period ?? '').localeCompare(b.period ?? '')

const countsOf = (lines: readonly ChangeLine[]): ChangeCounts => {
  const counts: ChangeCounts = {}
  for (const { kinds } of lines) for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

const keeps =
  ({ period, region, field, subject }: ChangesInput) =>
  (line: ChangeLine) =>
    (period === undefined || line.period === period) &&
    (region === undefined || line.region?.code === region) &&
    (field === undefined || line.field === field) &&
    (subject === undefined || line.subject === subject)

/** The changes page: what changed, how much of each kind, and a page of it. */
export async function readChanges(db: Database, input: ChangesInput, asked: Asked): Promise<Changes> {
  const frame = await readFrame(db, { zone: input.zone, sight: asked.sight, board: asked.board })
  const set = await readChangeSet(frame, asked)
  const all = set?.lines ?? []
  const kept = all.filter(keeps(input))
  const { change, page, pageSize } = input
  const wanted = change === undefined ? kept : kept.filter(({ kinds }) => kinds.includes(change))
  const periods = [...new Set(all.flatMap(({ period }): Period[] => (period === null ? [] : [period])))]
  return {
    ...{ asOf: asked.board.asOf, stream: frame.stream, zone: zoneName(frame.reference) },
    ...{ comparedWith: set?.compared.stamp ?? null, comparedNote: set?.compared.note ?? null },
    counts: countsOf(kept),
    ...{ rows: wanted.slice((page - 1) * pageSize, page * pageSize), total: wanted.length, page, pageSize },
    periods: periods.sort().map((period) => ({ period, label: periodLabel(period) })),
    regions: frame.regions.map((code) => regionName(frame.reference, code)),
  }
}
