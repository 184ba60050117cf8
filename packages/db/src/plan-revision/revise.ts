import { decideRevision, type RevisionContext } from '@lianxi/domain/plan-revision/decide'
import { refuse } from '@lianxi/domain/report/refusal'
import type { ReviseSubject } from '@lianxi/schema/commands/plan-revision'
import type { EventType } from '@lianxi/schema/events/registry'
import { zoneTopic } from '@lianxi/schema/topics'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { type Database, sql, textIn, type Tx } from '../client'
import { insertNoticesInTx } from '../notice/insert'
import { sayInTx } from '../outbox/say'
import { isUnderWay } from '../outbox/under-way'
import { auditInTx } from '../people/accounts'
import { readReference, type Reference } from '../readers/base/reference'
import { bySubject, readRevisionsSaid } from '../readers/plan/revisions-said'
import { readClock } from '../readers/moment/stream-state'
import { findSubject } from '../readers/board/subject'
import { onceInTx, type Press, pressLock } from '../report/idempotency'
import { noticesOf, toldOf } from './tell'

export type Revising = {
  input: ReviseSubject
  actor: { id: string; name: string }
  reviser: RevisionContext['reviser']
  press: Press
}

/** What changes what a plan says of a subject, and what is said of changing it. */
const SAID: readonly EventType[] = [
  'lianxi.target.listed.v1',
  'lianxi.project.listed.v1',
  'lianxi.target.revised.v1',
  'lianxi.project.revised.v1',
  'lianxi.revision.proposed.v1',
  'lianxi.revision.refused.v1',
  'lianxi.revision.withdrawn.v1',
]

/**
 * One deed on the revision of a target or project in one transaction, under the lock of the zone's plans: nobody imports
 * or revises meanwhile. The event is the fact; board and history follow from it.
 */
export function reviseSubject(prisma: Database, revising: Revising): Promise<DoneResult> {
  const { press, input } = revising
  return prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw(
        sql`SELECT ${pressLock(press)}, pg_advisory_xact_lock(hashtextextended(${input.zone}, 5))::text`,
      )
      return onceInTx(tx, press, () => reviseInTx(tx, revising))
    },
    { maxWait: 10_000, timeout: 30_000 },
  )
}

async function reviseInTx(tx: Tx, { input, actor, reviser }: Revising): Promise<DoneResult> {
  const { zone, subject: code, deed } = input
  const found = await findContextInTx(tx, zone, code)
  if (found === undefined) return { ok: false, refusal: refuse('not-found') }
  const { now, reference, ...context } = found
  const decision = decideRevision(deed, { ...context, reviser, person: actor.name })
  if (!decision.ok) return { ok: false, refusal: decision.refusal }
  const [said] = await sayInTx(tx, { zone, source: decision.body, time: now }, [decision.publish])
  await auditInTx(tx, actor, `revision.${deed.type}`, code, { zone, event: said?.id ?? null })
  if (said !== undefined) {
    const told = toldOf({ ...context, reference }, { zone, event: said.id, at: now })
    await insertNoticesInTx(textIn(tx), noticesOf(told, decision.publish, context.proposals))
  }
  return { ok: true, id: code }
}

type Found = Omit<RevisionContext, 'reviser' | 'person'> & { now: string; reference: Reference }

async function findContextInTx(tx: Tx, zone: string, code: string): Promise<Found | undefined> {
  const [subject, said, reference, underWay, time] = await Promise.all([
    findSubject(tx, zone, code),
    readRevisionsSaid({ db: tx, zone, subject: code }),
    readReference(tx, zone),
    isUnderWay(tx, { topic: zoneTopic(zone, 'plan'), types: SAID, keys: [code] }),
    readClock(tx),
  ])
  const plan = subject && reference.plans.get(subject.doc.plan)
  if (subject === undefined || plan === undefined) return undefined
  const [revisions] = bySubject(said)
  return {
    ...{ subject, plan, zone: reference.zone, underWay, reference },
    ...{ proposals: revisions?.proposals ?? [], revisions: revisions?.approved.length ?? 0 },
    ...time,
  }
}
