import { decideAsk } from '@lianxi/domain/duty/extend'
import { noticeOfAsk, noticeOfDeclined, type ToldOfAsk } from '@lianxi/domain/notice/of-steps'
import { refuse } from '@lianxi/domain/report/refusal'
import type { AnswerAsk, ExtendDuty, TakeBackAsk } from '@lianxi/schema/commands/extension'
import type { DoneResult, RefusalCode } from '@lianxi/schema/views/refusal'
import { v7 } from 'uuid'
import { z } from 'zod'
import { type Database, sql, type Tx, textIn } from '../client'
import { insertNoticesInTx } from '../notice/insert'
import { auditInTx } from '../people/accounts'
import { iso, secretariatOf } from '../readers/base/parts'
import { doOnce, type Press } from '../report/idempotency'
import { lockAsksInTx, publishInTx, readContextInTx } from './extend'

type Acting<Input> = { input: Input; actor: { id: string; name: string }; press: Press }
/** `bodies`: for which the person may ask; null: for all of the region. */
type Own<Input> = Acting<Input> & { bodies: readonly string[] | null }

const refused = (code: RefusalCode): DoneResult => ({ ok: false, refusal: refuse(code) })
const isOf = (bodies: readonly string[] | null, body: string): boolean => bodies === null || bodies.includes(body)

/** An office asks for more time; what could not be given is refused in words. */
export const askExtension = (prisma: Database, asking: Own<ExtendDuty>): Promise<DoneResult> =>
  doOnce(prisma, asking.press, (tx) => askInTx(tx, asking))

async function askInTx(tx: Tx, { input, actor, bodies }: Own<ExtendDuty>): Promise<DoneResult> {
  const { zone, region, body, subject, period, on: until, reason } = input
  if (!isOf(bodies, body)) return refused('not-your-body')
  await lockAsksInTx(tx, zone, body)
  const { now: at, ...context } = await readContextInTx(tx, input)
  const decision = decideAsk(input, { ...context, now: at })
  if (!decision.ok) return decision
  const id = v7()
  const written = await tx.$executeRaw(sql`
    INSERT INTO extension_ask (id, zone, region, body, subject, period, until, reason, state, asked_by, asked_by_name,
      asked_at)
    VALUES (${id}::uuid, ${zone}, ${region}, ${body}, ${subject}, ${period}, ${until}, ${reason}, 'open', ${actor.id},
      ${actor.name}, ${at}::timestamptz)
    ON CONFLICT DO NOTHING`)
  if (written === 0) return refused('ask-open')
  const asked = await findInTx(tx, zone, id)
  if (asked?.secretariat) await insertNoticesInTx(textIn(tx), [noticeOfAsk({ ...asked, at }, asked.secretariat)])
  await auditInTx(tx, actor, 'duty.ask', `${body}:${period}`, { zone, subject, until, reason, id })
  return { ok: true, id }
}

/** Its office takes an ask back while it is open. */
export const takeBackAsk = (prisma: Database, taking: Own<TakeBackAsk>): Promise<DoneResult> =>
  doOnce(prisma, taking.press, async (tx) => {
    const { input, actor, bodies } = taking
    const asked = await openInTx(tx, input)
    if (asked === undefined || asked.region !== input.region) return refused('ask-settled')
    if (!isOf(bodies, asked.body)) return refused('ask-not-yours')
    await settleInTx(tx, asked.id, { state: 'withdrawn', by: actor.name, reply: null })
    await auditInTx(tx, actor, 'duty.take-back', `${asked.body}:${asked.period}`, { zone: input.zone, id: asked.id })
    return { ok: true, id: asked.id }
  })

/** The secretariat gives what is asked for, until that day or another, or says why not; of two at once the second is told. */
export const answerAsk = (prisma: Database, answering: Acting<AnswerAsk> & { body: string }): Promise<DoneResult> =>
  doOnce(prisma, answering.press, async (tx) => {
    const { input, actor, body: by, press } = answering
    const { zone, id } = input
    const asked = await openInTx(tx, input)
    if (asked === undefined) return refused('ask-settled')
    const { region, body, subject, period, reason } = asked
    if (input.outcome === 'granted') {
      const given = { zone, region, body, subject, period, on: input.on, reason, idempotencyKey: press.key }
      return publishInTx(tx, { input: given, actor, body: by }, id)
    }
    await settleInTx(tx, id, { state: 'declined', by: actor.name, reply: input.reason })
    await insertNoticesInTx(textIn(tx), [noticeOfDeclined({ ...asked, at: asked.now }, input.reason, actor.name)])
    await auditInTx(tx, actor, 'duty.decline', `${body}:${period}`, { zone, subject, reason: input.reason, id })
    return { ok: true, id }
  })

const Asked = z.object({
  ...{ id: z.string(), zone: z.string(), region: z.string(), body: z.string(), bodyName: z.string() },
  ...{ subject: z.string().nullable(), name: z.string().nullable(), period: z.string(), until: z.string() },
  ...{ reason: z.string(), state: z.string(), secretariat: z.string().nullable(), now: z.string() },
})
type Asked = z.infer<typeof Asked> & Omit<ToldOfAsk, 'at'>

async function findInTx(tx: Tx, zone: string, id: string): Promise<Asked | undefined> {
  const [row] = await tx.$queryRaw<unknown[]>(sql`
    SELECT a.id, a.zone, a.region, a.body, a.subject, a.period, a.until, a.reason, a.state, ${iso('clock()')} AS now,
      ${secretariatOf(zone)} AS secretariat,
      coalesce((SELECT f.doc->>'name' FROM board.fact f WHERE f.zone = a.zone AND f.kind = 'body' AND f.code = a.body),
        a.body) AS "bodyName",
      (SELECT s.name FROM board.subject s WHERE s.zone = a.zone AND s.code = a.subject) AS name
    FROM extension_ask a WHERE a.zone = ${zone} AND a.id = ${id}::uuid`)
  return row === undefined ? undefined : Asked.parse(row)
}

/** The ask, if nobody has settled it; nobody else does before this transaction is over. */
async function openInTx(tx: Tx, { zone, id }: { zone: string; id: string }): Promise<Asked | undefined> {
  const found = await findInTx(tx, zone, id)
  if (found === undefined) return undefined
  await lockAsksInTx(tx, zone, found.body)
  const now = await findInTx(tx, zone, id)
  return now?.state === 'open' ? now : undefined
}

type Settled = { state: 'withdrawn' | 'declined'; by: string; reply: string | null }
const settleInTx = (tx: Tx, id: string, { state, by, reply }: Settled): Promise<number> =>
  tx.$executeRaw(sql`UPDATE extension_ask SET state = ${state}, settled_by_name = ${by}, reply = ${reply},
    settled_at = clock() WHERE id = ${id}::uuid`)
