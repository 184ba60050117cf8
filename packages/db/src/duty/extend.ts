import { decideExtension } from '@lianxi/domain/duty/extend'
import { noticeOfExtension } from '@lianxi/domain/notice/of-steps'
import type { ExtendDuty } from '@lianxi/schema/commands/extension'
import { frequencyOf, yearOf } from '@lianxi/schema/period'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { z } from 'zod'
import { type Database, sql, type Tx, textIn } from '../client'
import { insertNoticesInTx } from '../notice/insert'
import { sayInTx } from '../outbox/say'
import { auditInTx } from '../people/accounts'
import { dutyBody, iso } from '../readers/base/parts'
import { servedSubjects } from '../readers/duty/served'
import { keyRow } from '../report/known'
import { onceInTx, type Press, pressLock } from '../report/idempotency'

export type Extending = { input: ExtendDuty; actor: { id: string; name: string }; body: string; press: Press }

const Context = z.object({
  period: z
    .object({ opensAt: z.string(), dueAt: z.string(), closesAt: z.string().nullable(), closed: z.boolean() })
    .nullable(),
  dueAt: z.string().nullable(),
  name: z.string().nullable(),
  owes: z.boolean(),
  serves: z.array(z.string()),
  now: z.string(),
})

/** Publishes an extension in one transaction; the board follows from the event. */
export function extendDuty(prisma: Database, extending: Extending): Promise<DoneResult> {
  return prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw(sql`SELECT ${pressLock(extending.press)}`)
      return onceInTx(tx, extending.press, () => publishInTx(tx, extending))
    },
    { maxWait: 10_000, timeout: 30_000 },
  )
}

async function publishInTx(tx: Tx, { input, actor, body: by }: Extending): Promise<DoneResult> {
  const context = await readContextInTx(tx, input)
  const decision = decideExtension(input, context, actor.name)
  if (!decision.ok) return { ok: false, refusal: decision.refusal }
  const { zone, body, subject, period, on, reason } = input
  // One figure is late once: what its report serves has the same time.
  const subjects = subject === null ? [null] : [subject, ...context.serves]
  const events = subjects.map((of) => ({
    type: 'lianxi.duty.extended.v1' as const,
    data: { ...decision.data, subject: of },
  }))
  await sayInTx(tx, { zone, source: by, time: context.now }, events)
  await insertNoticesInTx(textIn(tx), [noticeOfExtension(zone, decision.data, context.name, context.now)])
  await auditInTx(tx, actor, 'duty.extend', `${body}:${period}`, { zone, subject, on, reason })
  return { ok: true, id: body }
}

/** What stands: the period, the extensions of exactly this scope or wider ones, and whether anything is owed. */
async function readContextInTx(tx: Tx, input: ExtendDuty): Promise<z.infer<typeof Context>> {
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
          AND (${subject}::text IS NULL OR d.subject = ${subject}))) AS context
    FROM (${keyRow({ zone, region, period, subject: subject ?? '' })}) k`)
  return Context.parse(row?.context)
}
