import { decideExtension } from '@lianxi/domain/duty/extend'
import { noticeOfExtension } from '@lianxi/domain/notice/of-steps'
import { refuse } from '@lianxi/domain/report/refusal'
import type { ExtendDuty } from '@lianxi/schema/commands/extension'
import { frequencyOf, yearOf } from '@lianxi/schema/period'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { z } from 'zod'
import { type Database, sql, type Tx, textIn } from '../client'
import { insertNoticesInTx } from '../notice/insert'
import { sayInTx } from '../outbox/say'
import { auditInTx } from '../people/accounts'
import { dutyBody, iso } from '../readers/base/parts'
import { isMissing } from '../readers/duty/extension-asks'
import { servedSubjects } from '../readers/duty/served'
import { keyRow } from '../report/known'
import { doOnce, type Press } from '../report/idempotency'

export type Extending = { input: ExtendDuty; actor: { id: string; name: string }; body: string; press: Press }

export const Context = z.object({
  period: z
    .object({ opensAt: z.string(), dueAt: z.string(), closesAt: z.string().nullable(), closed: z.boolean() })
    .nullable(),
  dueAt: z.string().nullable(),
  name: z.string().nullable(),
  owes: z.boolean(),
  missing: z.boolean(),
  serves: z.array(z.string()),
  now: z.string(),
})

/** Publishes an extension in one transaction; the board follows from the event. */
export function extendDuty(prisma: Database, extending: Extending): Promise<DoneResult> {
  return doOnce(prisma, extending.press, (tx) => publishInTx(tx, extending))
}

/** One after the other for what a body owes in a zone: asking, taking back, answering and giving time without an ask. */
export const lockAsksInTx = (tx: Tx, zone: string, body: string): Promise<unknown> =>
  tx.$queryRaw(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`extension ${zone} ${body}`}, 3))::text`)

/** `ask`: the one it answers; open asks for no more than is given are answered by it too. */
export async function publishInTx(tx: Tx, extending: Omit<Extending, 'press'>, ask?: string): Promise<DoneResult> {
  const { input, actor, body: by } = extending
  await lockAsksInTx(tx, input.zone, input.body)
  const context = await readContextInTx(tx, input)
  const decision = decideExtension(input, context, actor.name)
  if (!decision.ok) return { ok: false, refusal: decision.refusal }
  if (ask !== undefined && !context.missing) return { ok: false, refusal: refuse('ask-nothing-owed') }
  const { zone, body, subject, period, on, reason } = input
  // One figure is late once: what its report serves has the same time.
  const subjects = subject === null ? [null] : [subject, ...context.serves]
  const events = subjects.map((of) => ({
    type: 'lianxi.duty.extended.v1' as const,
    data: { ...decision.data, subject: of },
  }))
  await sayInTx(tx, { zone, source: by, time: context.now }, events)
  const told = { zone, name: context.name, at: context.now, key: input.idempotencyKey }
  await insertNoticesInTx(textIn(tx), [noticeOfExtension(decision.data, told)])
  await grantAsksInTx(tx, { ...extending, at: context.now }, ask)
  await auditInTx(tx, actor, 'duty.extend', `${body}:${period}`, { zone, subject, on, reason, ask: ask ?? null })
  return { ok: true, id: body }
}

/** What stands: the period, the extensions of exactly this scope or wider ones, and whether anything is owed. */
/** What was asked for is given: the ask itself, and those of the same or a narrower scope until no later day. */
async function grantAsksInTx(tx: Tx, given: Omit<Extending, 'press'> & { at: string }, ask?: string): Promise<void> {
  const { zone, region, body, subject, period, on } = given.input
  await tx.$executeRaw(sql`
    UPDATE extension_ask a SET state = 'granted', given = ${on}, settled_by_name = ${given.actor.name},
      settled_at = ${given.at}::timestamptz
    WHERE a.zone = ${zone} AND a.region = ${region} AND a.body = ${body} AND a.period = ${period} AND a.state = 'open'
      AND (a.id = ${ask ?? null}::uuid OR a.until <= ${on} AND (${subject}::text IS NULL OR a.subject = ${subject}))`)
}

export async function readContextInTx(tx: Tx, input: ExtendDuty): Promise<z.infer<typeof Context>> {
  const { zone, region, body, subject, period } = input
  const [row] = await tx.$queryRaw<{ context: unknown }[]>(sql`
    SELECT jsonb_build_object('now', ${iso('clock()')}, 'serves', ${servedSubjects('k')},
      'period', (SELECT jsonb_build_object('opensAt', ${iso('p.opens_at')}, 'dueAt', ${iso('p.due_at')},
          'closesAt', ${iso('p.closes_at')}, 'closed', p.closed)
        FROM board.period p WHERE p.zone = ${zone} AND p.period = ${period} AND p.opens_at <= clock()),
      'dueAt', (SELECT ${iso('max(e.due_at)')} FROM board.extension e
        WHERE e.zone = ${zone} AND e.period = ${period} AND e.body = ${body} AND e.subject IN ('', ${subject ?? ''})),
      'name', (SELECT s.name FROM board.subject s WHERE s.zone = ${zone} AND s.code = ${subject}),
      'owes', EXISTS (SELECT FROM board.duty d
        WHERE d.zone = ${zone} AND d.region = ${region} AND d.year = ${yearOf(period)}
          AND d.frequency = ${frequencyOf(period)} AND ${dutyBody('d', sql`${period}::text`)} = ${body}
          AND (${subject}::text IS NULL OR d.subject = ${subject})),
      'missing', ${isMissing(sql`(${zone}, ${region}, ${body}, ${period}::text, ${subject}::text)`)}) AS context
    FROM (${keyRow({ zone, region, period, subject: subject ?? '' })}) k`)
  return Context.parse(row?.context)
}
