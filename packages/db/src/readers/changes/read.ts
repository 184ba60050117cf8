import { lastBefore } from '@lianxi/domain/meeting/decide'
import { type Period, periodLabel } from '@lianxi/schema/period'
import type { ChangeCounts, Changes, ChangesInput } from '@lianxi/schema/views/changes'
import type { PeriodView } from '@lianxi/schema/views/common'
import { type Database, sql } from '../../client'
import { type Board, boardAt } from '../base/board'
import { type Frame, readFrame, type Sight } from '../moment/frame'
import { findCommit } from '../moment/moments'
import { regionName, zoneName } from '../base/reference'
import { readMeetingsHeld } from '../meeting/held'
import { findPresent } from '../moment/stream-state'
import type { Between } from './between'
import type { Found } from './found'
import { fillChanges } from './set'
import type { ChangeSets } from './sets'

/** With what a board is compared: the moment somebody chose, or that of the last meeting, in words. */
type Compared = { stamp: string; words: { note: string; dueAt: string } | null }

/** When the last meeting began that the board knows of: what stood then is what it had before it. */
async function lastMeeting({ db, board, reference, now }: Frame): Promise<Compared | null> {
  const zone = reference.zone.code
  const last = lastBefore(await readMeetingsHeld(db, zone, board), now)
  if (last === undefined) return null
  const { stamp, early } = await findCommit(db, zone, last.heldAt)
  return stamp === null || early ? null : { stamp, words: { note: `上次会议“${last.title}”`, dueAt: last.heldAt } }
}

/**
 * Where the zone keeps no register of its meetings, a board is compared with the moment at which the period before the
 * shown one fell due: what the last meeting could have seen.
 */
async function previousDue({ db, reference, periods, period, now }: Frame): Promise<Compared | null> {
  const before = periods.filter((one) => isDueBefore(one, period, now))
  const [last] = before.sort((a, b) => (b.dueAt ?? '').localeCompare(a.dueAt ?? ''))
  if (last === undefined || last.dueAt === null) return null
  const { stamp, early } = await findCommit(db, reference.zone.code, last.dueAt)
  return stamp === null || early ? null : { stamp, words: { note: `${last.label}填报截止`, dueAt: last.dueAt } }
}

const isDueBefore = (one: PeriodView, shown: PeriodView, now: Date): boolean =>
  one.frequency === shown.frequency &&
  one.period < shown.period &&
  one.dueAt !== null &&
  Date.parse(one.dueAt) <= now.getTime()

/** `heavy` takes the statements that may last, and has few connections: it must not take all of `db`'s. */
type Asked = { sight: Sight; board: Board; compared: Board | null; sets: ChangeSets; heavy: Database }
/** What changed, and between which moments. */
type Changed = { compared: Compared; between: Between; found: readonly Found[] }

/** Everything that changed between two moments; null where there is nothing to compare with. */
async function readChanged(frame: Frame, { board, compared, sets, heavy }: Asked): Promise<Changed | null> {
  const { db, reference, regions } = frame
  const chosen = compared?.asOf ?? null
  const since =
    chosen === null ? ((await lastMeeting(frame)) ?? (await previousDue(frame))) : { stamp: chosen, words: null }
  const present = board.asOf === null ? await findPresent(db) : undefined
  const until = board.asOf ?? present?.stamp
  if (since === null || until === undefined) return null
  const boards = { from: boardAt(since.stamp), to: boardAt(until), since: since.stamp, until }
  const between = { db, reference, regions, ...boards }
  const { found } = await sets.find({ ...between, db: heavy }, present?.epoch ?? null)
  return { compared: since, between, found }
}

const countsOf = (found: readonly Found[]): ChangeCounts => {
  const counts: ChangeCounts = {}
  for (const { kinds } of found) for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** Which of the lines the input keeps. Of a line that is not filled in yet its subject says the field. */
async function keeping({ period, region, field, subject }: ChangesInput, between: Between) {
  const codes = field === undefined ? undefined : await readSubjectsOf(between, field)
  const isOfField = ({ rest, ...one }: Found) =>
    codes === undefined || (rest.of === 'words' ? rest.line.field === field : codes.has(one.subject))
  return (one: Found) =>
    (period === undefined || one.period === period) &&
    (region === undefined || one.region === region) &&
    (subject === undefined || one.subject === subject) &&
    isOfField(one)
}

async function readSubjectsOf({ db, reference, to }: Between, field: string): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ code: string }[]>(
    sql`SELECT s.code FROM ${to.subject} s WHERE s.zone = ${reference.zone.code} AND s.domain = ${field}`,
  )
  return new Set(rows.map(({ code }) => code))
}

/** The changes page: what changed, how much of each kind, and a page of it. */
export async function readChanges(db: Database, input: ChangesInput, asked: Asked): Promise<Changes> {
  const frame = await readFrame(db, { zone: input.zone, sight: asked.sight, board: asked.board })
  const set = await readChanged(frame, asked)
  const all = set?.found ?? []
  const kept = set === null ? [] : all.filter(await keeping(input, set.between))
  const { change, page, pageSize } = input
  const wanted = change === undefined ? kept : kept.filter(({ kinds }) => kinds.includes(change))
  const shown = wanted.slice((page - 1) * pageSize, page * pageSize)
  const periods = [...new Set(all.flatMap(({ period }): Period[] => (period === null ? [] : [period])))]
  return {
    ...{ asOf: asked.board.asOf, stream: frame.stream, zone: zoneName(frame.reference) },
    comparedWith: set?.compared.stamp ?? null,
    ...{ comparedNote: set?.compared.words?.note ?? null, comparedDueAt: set?.compared.words?.dueAt ?? null },
    counts: countsOf(kept),
    ...{ rows: set === null ? [] : await fillChanges(set.between, shown), total: wanted.length, page, pageSize },
    periods: periods.sort().map((period) => ({ period, label: periodLabel(period) })),
    regions: frame.regions.map((code) => regionName(frame.reference, code)),
  }
}
