import type { Period } from '@lianxi/schema/period'
import type { PeriodView, StreamState } from '@lianxi/schema/views/common'
import type { Database } from '../../client'
import type { Board } from '../base/board'
import { periodOfBoard, readPeriods } from '../base/periods'
import { readReference, type Reference, regionsUnder, reportingRegions } from '../base/reference'
import { readNow, readStreamState } from './stream-state'

/** Which regions' timeliness a viewer sees: `null` the whole zone, else these regions and those below them. */
export type Sight = string[] | null

/** Regions of the zone a viewer may see, in the order of their codes. */
export function visibleRegions(reference: Reference, sight: Sight): string[] {
  const all = reportingRegions(reference).map(({ code }) => code)
  if (sight === null) return all
  const own = new Set(sight.flatMap((region) => regionsUnder(reference, region)))
  return all.filter((code) => own.has(code))
}

/** What every page of the board stands on. A past board has no stream: it does not age. */
export type Frame = {
  db: Database
  board: Board
  reference: Reference
  periods: PeriodView[]
  stream: StreamState | null
  /** Domain time of the picture. */
  now: Date
  period: PeriodView
  /** Those the viewer sees. */
  regions: string[]
}

export async function readFrame(
  db: Database,
  asked: { zone: string; period?: Period | undefined; sight: Sight; board: Board },
): Promise<Frame> {
  const { zone, board } = asked
  const past = board.asOf
  const stream = past === null ? await readStreamState(db, zone) : null
  const [reference, periods, now] = await Promise.all([
    readReference(db, zone, board),
    readPeriods(db, zone, board),
    past === null ? readNow(db) : new Date(past),
  ])
  const period = periodOfBoard(periods, asked.period, now)
  return { db, board, reference, periods, stream, now, period, regions: visibleRegions(reference, asked.sight) }
}
