import { keyOf } from '@lianxi/domain/report-sheet/identity'
import type { DutyAssigned } from '@lianxi/schema/events/commitments'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Period } from '@lianxi/schema/period'
import { sql, type Tx } from '../client'
import { lockName } from '../report/handle-report'
import { sayAlongInTx } from '../report/say-along'
import { readFilings, type SheetFiling } from '../report-sheet/filings'

type Served = DutyAssigned & { servedBy: string }

/**
 * A list that asks in the middle of the year for a figure that is reported already: what stands is said of the new
 * subject too, as of when it was said, so that nobody is asked again for what he has answered.
 */
export async function sayStandingInTx(tx: Tx, zone: string, events: readonly LianxiEvent[]): Promise<void> {
  for (const event of events) {
    if (event.type !== 'lianxi.duty.assigned.v1') continue
    const { servedBy } = event.data
    if (servedBy !== undefined) await sayOneInTx(tx, zone, { ...event.data, servedBy })
  }
}

async function sayOneInTx(tx: Tx, zone: string, { subject, region, year, servedBy }: Served): Promise<void> {
  const office = { zone, region }
  const periods = await lockStandingInTx(tx, { ...office, subject: servedBy, year: String(year) })
  const keys = periods.flatMap((period) => [
    { subject, period },
    { subject: servedBy, period },
  ])
  if (keys.length === 0) return
  const filings = await readFilings(tx, office, keys)
  for (const period of periods) {
    const [own, source] = [subject, servedBy].map((of) => filings.get(keyOf({ subject: of, period })))
    if (own !== undefined && source !== undefined)
      await sayPeriodInTx(tx, { ...office, subject: servedBy, period }, { own, source })
  }
}

type Office = { zone: string; region: string }

/** Periods in which the serving report has gone out; nobody corrects it meanwhile. */
async function lockStandingInTx(tx: Tx, { zone, region, subject, year }: Office & { subject: string; year: string }) {
  const rows = await tx.$queryRaw<{ period: Period }[]>(sql`
    SELECT r.period FROM report r
    WHERE r.zone = ${zone} AND r.region = ${region} AND r.subject = ${subject} AND left(r.period, 4) = ${year}
      AND r.published_event IS NOT NULL ORDER BY r.period`)
  const periods = rows.map(({ period }) => period)
  for (const period of periods) {
    await tx.$queryRaw(sql`
      SELECT pg_advisory_xact_lock(hashtextextended(${lockName({ zone, region, subject, period })}, 2))::text`)
  }
  return periods
}

type Pair = { own: SheetFiling; source: SheetFiling }

async function sayPeriodInTx(tx: Tx, key: Office & { subject: string; period: Period }, { own, source }: Pair) {
  const { known, state } = source
  const { board } = known
  // What was returned does not stand, and what has not come to the board says itself once it is corrected.
  if (own.state.published !== null || board === null || state.unlocked || board.eventId !== state.published?.eventId)
    return
  const { data, occurredAt: now } = board
  const publish: LianxiEvent =
    'value' in data.content
      ? { type: 'lianxi.target.progress-reported.v1', data: { ...data, content: data.content } }
      : { type: 'lianxi.project.progress-reported.v1', data: { ...data, content: data.content } }
  const actor = { id: 'standing', name: data.approvedBy }
  await sayAlongInTx(tx, publish, { known, next: state, served: [own] }, { filing: key, actor, now, source: data.body })
}
