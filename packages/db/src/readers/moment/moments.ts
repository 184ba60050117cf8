import { type Moment, spanOf } from '@lianxi/schema/moment'
import type { Period } from '@lianxi/schema/period'
import type { Moments, MomentsInput } from '@lianxi/schema/views/moments'
import { type Reading, sql } from '../../client'
import { boardAt, CURRENT } from '../base/board'
import { minuteInChina, stampText } from '../base/parts'
import { periodOfBoard, readPeriods } from '../base/periods'
import { readNow } from './stream-state'

export type Found = { stamp: string | null; first: string | null; future: boolean; early: boolean }

/**
 * The commit a moment shows: the last one until then, of the worker or of the judge. It is exact once the board has moved
 * on past the moment; until then the last commit there is.
 */
export async function findCommit(db: Reading, zone: string, moment: Moment): Promise<Found> {
  const { from, to } = spanOf(moment)
  const [found] = await db.$queryRaw<Found[]>(sql`
    WITH began AS (
      SELECT min(at) AS at FROM (
        SELECT valid_from AS at FROM board.fact WHERE zone = ${zone} AND kind = 'zone' AND code = ${zone}
        UNION ALL
        SELECT lower(valid) FROM board.fact_history WHERE zone = ${zone} AND kind = 'zone' AND code = ${zone}) f),
    shown AS (SELECT max(stamp) AS stamp FROM (
      (SELECT stamp FROM chunk WHERE stamp <= ${to}::timestamptz ORDER BY stamp DESC LIMIT 1)
      UNION ALL
      (SELECT stamp FROM judgement WHERE stamp <= ${to}::timestamptz ORDER BY stamp DESC LIMIT 1)) c)
    SELECT (SELECT ${stampText('stamp')} FROM shown) AS stamp, (SELECT ${minuteInChina('began.at')} FROM began) AS first,
      ${from}::timestamptz > greatest(clock(), (SELECT last_stamp FROM board_clock)) AS future,
      coalesce((SELECT stamp FROM shown) < (SELECT at FROM began), true) AS early`)
  if (found === undefined) throw new Error('a query without FROM gave no row')
  return found
}

type Resolved = { stamp: string } | { refusal: string }

async function resolve(db: Reading, zone: string, moment: Moment, name: string): Promise<Resolved> {
  const { stamp, first, future, early } = await findCommit(db, zone, moment)
  if (first === null) return { refusal: '本经济区尚无数据入库，不能选择时点。' }
  if (future) return { refusal: `${name}尚未到来，请选择当前或更早的时点。` }
  if (stamp === null || early)
    return { refusal: `${name}早于本经济区最早的数据（${first}），当时还没有可以列出的内容。` }
  return { stamp }
}

/**
 * As people mean them: two moments between which nothing was committed show the same, and are still before and after. An
 * exact instant is a stamp with which an export goes on: of it only commits are compared.
 */
const isLater = (one: Moment, other: Moment): boolean =>
  !other.endsWith('Z') && Date.parse(spanOf(one).to) > Date.parse(spanOf(other).to)

const BACKWARDS = '对比时点晚于口径时点。请在“对比”中选择更早的时点，或把“口径时点”改晚。'

/** What is shown where the asked period was not open at the moment; null: it was. */
async function readInstead(
  db: Reading,
  zone: string,
  period: Period,
  stamp: string | null,
): Promise<Moments['instead']> {
  const [periods, now] = await Promise.all([
    readPeriods(db, zone, stamp === null ? CURRENT : boardAt(stamp)),
    stamp === null ? readNow(db) : new Date(stamp),
  ])
  const shown = periodOfBoard(periods, period, now)
  return shown.period === period ? null : { period: shown.period, label: shown.label }
}

/** Which commits of the board the asked moments mean, or a sentence why they mean none; and which period gives way. */
export async function readMoments(db: Reading, { zone, asOf, comparedWith, period }: MomentsInput): Promise<Moments> {
  const [shown, compared] = await Promise.all([
    asOf === undefined ? null : resolve(db, zone, asOf, '口径时点'),
    comparedWith === undefined ? null : resolve(db, zone, comparedWith, '对比时点'),
  ])
  const refusal = [shown, compared].flatMap((one) => (one !== null && 'refusal' in one ? [one.refusal] : []))[0]
  const stampOf = (one: Resolved | null) => (one !== null && 'stamp' in one ? one.stamp : null)
  const moments = { asOf: stampOf(shown), comparedWith: stampOf(compared), instead: null }
  if (refusal !== undefined) return { ...moments, refusal }
  const after = moments.asOf !== null && moments.comparedWith !== null && moments.comparedWith > moments.asOf
  if (after || (asOf !== undefined && comparedWith !== undefined && isLater(comparedWith, asOf)))
    return { ...moments, refusal: BACKWARDS }
  const instead = period === undefined ? null : await readInstead(db, zone, period, moments.asOf)
  return { ...moments, instead, refusal: null }
}
