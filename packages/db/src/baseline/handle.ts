import { decideJudgement, decideStatement } from '@lianxi/domain/baseline/decide'
import { refuse } from '@lianxi/domain/report/refusal'
import type { JudgeBaseline, StateBaseline } from '@lianxi/schema/commands/baseline'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { regionTopic, zoneTopic } from '@lianxi/schema/topics'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { type Database, sql, type Tx } from '../client'
import { sayInTx } from '../outbox/say'
import { isUnderWay } from '../outbox/under-way'
import { auditInTx } from '../people/accounts'
import { readReference } from '../readers/base/reference'
import { readClock } from '../readers/moment/stream-state'
import { onceInTx, type Press, pressLock } from '../report/idempotency'
import { type Question, readQuestions } from './known'

type Acting = { actor: { id: string; name: string }; press: Press }
type Found = { question: Question | undefined; now: string; today: string }

/** `bodies`: those the person reports for. The region speaks in its own voice, as the body that is asked. */
export function stateBaseline(
  prisma: Database,
  input: StateBaseline,
  acting: Acting & { bodies: readonly string[] },
): Promise<DoneResult> {
  return locked(prisma, input, acting, async (tx, { question, now, today }) => {
    if (question === undefined) return { ok: false, refusal: refuse('baseline-not-asked') }
    const topic = regionTopic(input.region, 'target')
    const underWay = await isUnderWay(tx, { topic, types: ['lianxi.target.baseline-stated.v1'], keys: [input.subject] })
    const { target, body, state } = question
    const context = { target, body, bodies: acting.bodies, state, underWay, today, by: acting.actor.name }
    const decision = decideStatement(input, context)
    if (!decision.ok) return decision
    return publish(tx, { zone: input.zone, now, source: body ?? '', code: input.subject }, decision.publish, acting)
  })
}

/** The secretariat's answer, in the zone's voice. */
export function judgeBaseline(
  prisma: Database,
  input: JudgeBaseline,
  acting: Acting & { body: string },
): Promise<DoneResult> {
  return locked(prisma, input, acting, async (tx, { question, now, today }) => {
    const types = ['lianxi.baseline.accepted.v1', 'lianxi.baseline.refused.v1'] as const
    const underWay = await isUnderWay(tx, { topic: zoneTopic(input.zone, 'plan'), types, keys: [input.subject] })
    const { statement, judgement } = question ?? {}
    const decision = decideJudgement(input, { statement, judgement, underWay, today, by: acting.actor.name })
    if (!decision.ok) return decision
    return publish(tx, { zone: input.zone, now, source: acting.body, code: input.subject }, decision.publish, acting)
  })
}

type About = Pick<StateBaseline, 'zone' | 'subject' | 'region' | 'asked'>

function locked(
  prisma: Database,
  { zone, subject, region, asked }: About,
  { press }: Acting,
  work: (tx: Tx, found: Found) => Promise<DoneResult>,
): Promise<DoneResult> {
  return prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw(sql`SELECT ${pressLock(press)},
        pg_advisory_xact_lock(hashtextextended(${`baseline ${zone} ${subject} ${region}`}, 7))::text`)
      return onceInTx(tx, press, async () => {
        const [reference, time] = await Promise.all([readReference(tx, zone), readClock(tx)])
        const questions = await readQuestions(tx, reference, { subject })
        const question = questions.find((one) => one.region === region && one.asked === asked)
        return work(tx, { question, ...time })
      })
    },
    { maxWait: 10_000, timeout: 30_000 },
  )
}

type What = { zone: string; now: string; source: string; code: string }
async function publish(tx: Tx, { zone, now, source, code }: What, event: LianxiEvent, { actor }: Acting) {
  await sayInTx(tx, { zone, source, time: now }, [event])
  await auditInTx(tx, actor, event.type.replace('lianxi.', '').replace('.v1', ''), code, { zone })
  return { ok: true as const, id: code }
}
