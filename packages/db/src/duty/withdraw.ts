import { decideWithdrawal } from '@lianxi/domain/duty/withdraw'
import { noticeOfWithdrawal } from '@lianxi/domain/notice/of-steps'
import { refuse } from '@lianxi/domain/report/refusal'
import { dayOf } from '@lianxi/domain/time/calendar'
import type { WithdrawExtension } from '@lianxi/schema/commands/extension'
import { zoneTopic } from '@lianxi/schema/topics'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { z } from 'zod'
import { type Database, sql, type Tx, textIn } from '../client'
import { insertNoticesInTx } from '../notice/insert'
import { sayInTx } from '../outbox/say'
import { isUnderWay } from '../outbox/under-way'
import { auditInTx } from '../people/accounts'
import { iso } from '../readers/base/parts'
import { servedSubjects } from '../readers/duty/served'
import { doOnce, type Press } from '../report/idempotency'
import { keyRow } from '../report/known'
import { lockAsksInTx } from './extend'

type Withdrawing = { input: WithdrawExtension; actor: { id: string; name: string }; body: string; press: Press }

/** Takes an extension back in one transaction; the board follows from the event, the office from a notice. */
export const withdrawExtension = (prisma: Database, withdrawing: Withdrawing): Promise<DoneResult> =>
  doOnce(prisma, withdrawing.press, (tx) => publishInTx(tx, withdrawing))

const TYPES = ['lianxi.duty.extended.v1', 'lianxi.duty.extension-withdrawn.v1'] as const

async function publishInTx(tx: Tx, { input, actor, body: by }: Withdrawing): Promise<DoneResult> {
  const { zone, body, subject, period, dueAt, reason } = input
  await lockAsksInTx(tx, zone, body)
  const keys = subject === null ? [body] : [body, subject]
  const underWay = await isUnderWay(tx, { topic: zoneTopic(zone, 'plan'), types: TYPES, keys })
  const { now: at, name, serves, before, standing } = await readContextInTx(tx, input)
  if (before === null) return { ok: false, refusal: refuse('extension-gone') }
  const decision = decideWithdrawal(input, { standing, before, underWay, now: at }, actor.name)
  if (!decision.ok) return decision
  // What was said of a report's own duty was said of what it serves.
  const subjects = subject === null ? [null] : [subject, ...serves]
  const events = subjects.map((of) => ({
    type: 'lianxi.duty.extension-withdrawn.v1' as const,
    data: { ...decision.data, subject: of },
  }))
  await sayInTx(tx, { zone, source: by, time: at }, events)
  const told = { zone, name, at, key: input.idempotencyKey, before }
  await insertNoticesInTx(textIn(tx), [noticeOfWithdrawal(decision.data, told)])
  await revokeAsksInTx(tx, input, { by: actor.name, at })
  await auditInTx(tx, actor, 'duty.withdraw-extension', `${body}:${period}`, { zone, subject, dueAt, reason })
  return { ok: true, id: body }
}

/** Asks that this extension granted say that it was taken back, and why. */
async function revokeAsksInTx(tx: Tx, input: WithdrawExtension, { by, at }: { by: string; at: string }): Promise<void> {
  const { zone, region, body, subject, period, dueAt, reason } = input
  await tx.$executeRaw(sql`
    UPDATE extension_ask a SET state = 'revoked', reply = ${reason}, settled_by_name = ${by},
      settled_at = ${at}::timestamptz
    WHERE a.zone = ${zone} AND a.region = ${region} AND a.body = ${body} AND a.period = ${period}
      AND a.state = 'granted' AND a.given = ${dayOf(dueAt)} AND (${subject}::text IS NULL OR a.subject = ${subject})`)
}

const Context = z.object({
  ...{ now: z.string(), name: z.string().nullable(), serves: z.array(z.string()) },
  ...{ standing: z.string().nullable(), before: z.string().nullable() },
})

/** What stands, and when the same is due without it: by the period, by what was given before, or to the body as a whole. */
async function readContextInTx(tx: Tx, input: WithdrawExtension): Promise<z.infer<typeof Context>> {
  const { zone, region, body, subject, period } = input
  const [row] = await tx.$queryRaw<unknown[]>(sql`
    SELECT ${iso('clock()')} AS now, ${servedSubjects('k')} AS serves, ${iso('e.due_at')} AS standing,
      (SELECT s.name FROM board.subject s WHERE s.zone = ${zone} AND s.code = ${subject}) AS name,
      (SELECT ${iso("greatest(p.due_at, (e.earlier->-1->>'dueAt')::timestamptz, whole.due_at)")}
        FROM board.period p WHERE p.zone = ${zone} AND p.period = ${period}) AS before
    FROM (${keyRow({ zone, region, period, subject: subject ?? '' })}) k
    LEFT JOIN board.extension e ON e.zone = ${zone} AND e.region = ${region} AND e.period = ${period}
      AND e.body = ${body} AND e.subject = ${subject ?? ''}
    LEFT JOIN board.extension whole ON whole.zone = ${zone} AND whole.period = ${period} AND whole.body = ${body}
      AND whole.subject = '' AND ${subject !== null}`)
  return Context.parse(row)
}
