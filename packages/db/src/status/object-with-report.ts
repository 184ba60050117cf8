import { noticeOfObjection } from '@lianxi/domain/notice/of-statuses'
import { objecting } from '@lianxi/domain/status/decide-said'
import { dayOf } from '@lianxi/domain/time/calendar'
import type { ApproveReport, ReportKey } from '@lianxi/schema/commands/report'
import { sql, type Tx, textIn } from '../client'
import { insertNoticesInTx } from '../notice/insert'
import { sayInTx } from '../outbox/say'
import { secretariatOf } from '../readers/base/parts'
import type { Known } from '../report/known'

type Approved = {
  key: ReportKey
  known: Known
  /** The body that reports, and the person that approved. */
  body: string
  person: string
  objection: NonNullable<ApproveReport['objection']>
  /** Of the press: a notice is written once. */
  press: string
}

/**
 * Says an objection right after the report it is about, on the same topic and in the same transaction: so the status
 * that follows from the report is never shown without it.
 */
export async function objectWithReportInTx(
  tx: Tx,
  { key, known, body, person, objection, press }: Approved,
): Promise<void> {
  const { kind, now, doc } = known
  const said = objecting({ ...key, ...objection }, kind, { by: body, person, today: dayOf(now) })
  await sayInTx(tx, { zone: key.zone, source: body, time: now }, [said])
  const [zone] = await tx.$queryRaw<{ body: string | null }[]>(sql`SELECT ${secretariatOf(key.zone)} AS body`)
  const told = { ...key, kind, name: doc.name, body: zone?.body ?? null, at: now }
  const notice = noticeOfObjection(told, { idempotencyKey: press, ...objection }, person)
  if (notice === undefined) return
  await insertNoticesInTx(textIn(tx), [notice])
}
