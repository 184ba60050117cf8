import {
  noticeOfAnswer,
  noticeOfObjection,
  noticeOfObjectionWithdrawn,
  noticeOfOverride,
} from '@lianxi/domain/notice/of-statuses'
import {
  decideAnswer,
  decideObjection,
  decideObjectionWithdrawal,
  decideOverride,
  decideWithdrawal,
  type Decision,
  type SayingContext,
} from '@lianxi/domain/status/decide-said'
import type {
  AnswerObjection,
  ObjectToStatus,
  OverrideStatus,
  WithdrawObjection,
  WithdrawOverride,
} from '@lianxi/schema/commands/status'
import type { EventType } from '@lianxi/schema/events/registry'
import type { Notice } from '@lianxi/schema/notice'
import { regionTopic, zoneTopic } from '@lianxi/schema/topics'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import type { Role } from '@lianxi/schema/vocabulary'
import { type Database, sql, type Tx, textIn } from '../client'
import { insertNoticesInTx } from '../notice/insert'
import { sayInTx } from '../outbox/say'
import { isUnderWay } from '../outbox/under-way'
import { auditInTx } from '../people/accounts'
import { onceInTx, type Press, pressLock } from '../report/idempotency'
import { type CellPlace, type KnownCell, readKnownCellInTx } from './known'

export type Acting = { actor: { id: string; name: string }; press: Press }
type Office = { body: string; role: Role }

const SAID: readonly EventType[] = [
  'lianxi.status.overridden.v1',
  'lianxi.status.override-withdrawn.v1',
  'lianxi.status.objection-answered.v1',
]

/** `body`: the secretariat's, in whose voice it is said. */
export const overrideStatus = (prisma: Database, input: OverrideStatus, acting: Acting & { body: string }) =>
  say(prisma, input, acting, (context, known) => ({
    decision: decideOverride(input, { ...context, by: acting.body }),
    source: acting.body,
    notices: (at) => noticeOfOverride(toldOf(input, known, at), input, acting.actor.name),
  }))

export const withdrawOverride = (prisma: Database, input: WithdrawOverride, acting: Acting & { body: string }) =>
  say(prisma, input, acting, (context, known) => ({
    decision: decideWithdrawal(input, { ...context, by: acting.body }),
    source: acting.body,
    notices: (at) => noticeOfOverride(toldOf(input, known, at), { ...input, status: null }, acting.actor.name),
  }))

/** `offices`: the bodies the person speaks for in this region, with his role there. */
export const objectToStatus = (prisma: Database, input: ObjectToStatus, acting: Acting & { offices: Office[] }) =>
  say(prisma, input, acting, (context, known) => {
    const speaker = speakerOf(acting.offices, known.carrier)
    return {
      decision: decideObjection(input, { ...context, by: speaker ?? '', mayObject: speaker !== undefined }),
      source: speaker ?? '',
      notices: (at) =>
        noticeOfObjection({ ...toldOf(input, known, at), body: known.secretariat }, input, acting.actor.name),
    }
  })

/** Only the body that objected takes its objection back. */
export const withdrawObjection = (prisma: Database, input: WithdrawObjection, acting: Acting & { offices: Office[] }) =>
  say(prisma, input, acting, (context, known) => {
    const by = known.cell?.objection?.body ?? ''
    const mayWithdraw = acting.offices.some(({ body }) => body === by)
    return {
      decision: decideObjectionWithdrawal(input, { ...context, by, mayWithdraw }),
      source: by,
      notices: (at) =>
        noticeOfObjectionWithdrawn({ ...toldOf(input, known, at), body: known.secretariat }, input, acting.actor.name),
    }
  })

export const answerObjection = (prisma: Database, input: AnswerObjection, acting: Acting & { body: string }) =>
  say(prisma, input, acting, (context, known) => ({
    decision: decideAnswer(input, { ...context, by: acting.body }),
    source: acting.body,
    notices: (at) =>
      noticeOfAnswer(
        { ...toldOf(input, known, at), body: known.cell?.objection?.body ?? known.carrier },
        input,
        acting.actor.name,
      ),
  }))

/** The body that carries the item, else any whose coordinator the person is. */
export const speakerOf = (offices: readonly Office[], carrier: string | null): string | undefined =>
  (offices.find(({ body }) => body === carrier) ?? offices.find(({ role }) => role === 'coordinator'))?.body

const toldOf = ({ zone, subject, region, period }: CellPlace, { name, carrier, cell }: KnownCell, at: string) => ({
  ...{ zone, subject, region, period, name, at },
  ...{ kind: cell?.kind ?? ('target' as const), body: carrier },
})

type Said = { decision: Decision; source: string; notices: (at: string) => Notice | undefined }
type Place = CellPlace & { idempotencyKey: string }

/** One deed on a cell's status, in one transaction: nobody else speaks of the subject meanwhile. */
function say(
  prisma: Database,
  input: Place,
  { actor, press }: Acting,
  decide: (context: Omit<SayingContext, 'by'>, known: KnownCell) => Said,
): Promise<DoneResult> {
  return prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw(sql`SELECT ${pressLock(press)},
        pg_advisory_xact_lock(hashtextextended(${`status ${input.zone} ${input.subject}`}, 7))::text`)
      return onceInTx(tx, press, async () => {
        const known = await readKnownCellInTx(tx, input)
        const { now, today } = known
        const underWay = await isSpokenOf(tx, input)
        const { decision, source, notices } = decide(
          { cell: known.cell, underWay, now, today, person: actor.name },
          known,
        )
        if (!decision.ok) return decision
        await sayInTx(tx, { zone: input.zone, source, time: now }, decision.publish)
        const notice = notices(now)
        if (notice !== undefined) await insertNoticesInTx(textIn(tx), [notice])
        await auditInTx(tx, actor, press.procedure, `${input.subject}:${input.region}:${input.period}`, {
          zone: input.zone,
        })
        return { ok: true, id: input.subject }
      })
    },
    { maxWait: 10_000, timeout: 30_000 },
  )
}

async function isSpokenOf(tx: Tx, { zone, subject, region }: CellPlace): Promise<boolean> {
  const keys = [subject]
  const above = await isUnderWay(tx, { topic: zoneTopic(zone, 'meeting'), types: SAID, keys })
  if (above) return true
  for (const kind of ['target', 'project'] as const) {
    const types = [`lianxi.${kind}.status-objected.v1`, `lianxi.${kind}.objection-withdrawn.v1`] as const
    if (await isUnderWay(tx, { topic: regionTopic(region, kind), types, keys })) return true
  }
  return false
}
