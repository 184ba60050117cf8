import { CHASED_JUST_NOW_MINUTES } from '@lianxi/domain/duty/chasing'
import { chasedOf, noticeOfChasing } from '@lianxi/domain/notice/of-steps'
import { refuse } from '@lianxi/domain/report/refusal'
import { minuteOf } from '@lianxi/domain/time/calendar'
import type { RemindBody } from '@lianxi/schema/commands/extension'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { z } from 'zod'
import { type Database, sql, type Sql, type Tx, textIn } from '../client'
import { insertNoticesInTx } from '../notice/insert'
import { auditInTx } from '../people/accounts'
import { iso } from '../readers/base/parts'
import { endingWith } from '../readers/base/periods'
import { awaitsApproval, isOwed } from '../readers/duty/served'
import { doOnce, type Press } from '../report/idempotency'

export type Reminding = { input: RemindBody; actor: { id: string; name: string }; press: Press }

/** Writes the notice of a reminder by hand; refused when the body owes nothing any more, or has just been told the same. */
export function remindBody(prisma: Database, reminding: Reminding): Promise<DoneResult> {
  return doOnce(prisma, reminding.press, (tx) => writeInTx(tx, reminding))
}

/** One after the other for a body and period: two people pressing at once would both be the first. */
const bodyLock = ({ zone, body, period }: RemindBody): Sql =>
  sql`pg_advisory_xact_lock(hashtextextended(${`${zone} ${body} ${period}`}, 3))::text`

const Owing = z.object({
  ...{ missing: z.int(), awaiting: z.int(), regions: z.array(z.string()), of: z.string().nullable() },
  now: z.string(),
})

async function writeInTx(tx: Tx, { input, actor, press }: Reminding): Promise<DoneResult> {
  const { zone, body, period } = input
  await tx.$queryRaw(sql`SELECT ${bodyLock(input)}`)
  const [row] = await tx.$queryRaw<unknown[]>(sql`
    SELECT count(*)::int AS missing, (count(*) FILTER (WHERE ${awaitsApproval('p')}))::int AS awaiting,
      coalesce(array_agg(DISTINCT p.region), '{}') AS regions, ${iso('clock()')} AS now,
      md5(string_agg(concat_ws(' ', p.subject, p.region, p.period), ',' ORDER BY p.subject, p.region, p.period)) AS of
    FROM board.progress p
    WHERE p.zone = ${zone} AND p.body = ${body} AND p.period = ANY(${endingWith(period)})
      AND ${isOwed('p')}`)
  const { now: at, of, ...owing } = Owing.parse(row)
  if (of === null) return { ok: false, refusal: refuse('nothing-owed') }
  const last = await lastChasedInTx(tx, input, of)
  if (last !== null) return { ok: false, refusal: refuse('chased-just-now', null, minuteOf(last)) }
  const notice = noticeOfChasing({ ...{ zone, body, period, of }, ...owing, at, by: actor.name, key: press.key })
  await insertNoticesInTx(textIn(tx), [notice])
  await auditInTx(tx, actor, 'duty.remind', `${body}:${period}`, { zone })
  return { ok: true, id: body }
}

/** When the body was last reminded by hand of exactly this, if that is only minutes ago. */
async function lastChasedInTx(tx: Tx, { zone, body, period }: RemindBody, of: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ at: string | null }[]>(sql`
    SELECT ${iso('max(n.at)')} AS at FROM notice n
    WHERE n.zone = ${zone} AND n.body = ${body} AND n.period = ${period} AND n.kind = 'chased'
      AND n.dedupe_key LIKE ${`%${chasedOf(of)}`}
      AND n.at > clock() - make_interval(mins => ${CHASED_JUST_NOW_MINUTES}::int)`)
  return row?.at ?? null
}
