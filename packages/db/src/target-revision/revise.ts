import { decideRevision } from '@lianxi/domain/target-revision/decide'
import { refuse } from '@lianxi/domain/report/refusal'
import type { ReviseTarget } from '@lianxi/schema/commands/target-revision'
import { PlanListed, TargetListed } from '@lianxi/schema/events/facts'
import type { DoneResult } from '@lianxi/schema/views/result'
import { z } from 'zod'
import { type Database, sql, type Tx } from '../client'
import { sayInTx } from '../outbox/say'
import { auditInTx } from '../people/accounts'
import { dayInChina, iso } from '../readers/parts'
import { onceInTx, type Press, pressLock } from '../report/idempotency'

/** `owner`: null for the secretariat, else the coordinator's region, whose plans are his. */
export type Revising = {
  input: ReviseTarget
  owner: string | null
  actor: { id: string; name: string }
  body: string
  press: Press
}

const Context = z.object({
  target: TargetListed,
  plan: PlanListed,
  revisions: z.int(),
  underWay: z.boolean(),
  now: z.string(),
  today: z.string(),
})

/** Publishes the revision of a target in one transaction; the board and its history follow from the event. */
export function reviseTarget(prisma: Database, revising: Revising): Promise<DoneResult> {
  return prisma.$transaction((tx) => reviseInTx(tx, revising), { maxWait: 10_000, timeout: 30_000 })
}

async function reviseInTx(tx: Tx, revising: Revising): Promise<DoneResult> {
  const { press, input } = revising
  await tx.$queryRaw(sql`SELECT ${pressLock(press)}, pg_advisory_xact_lock(hashtextextended(${input.zone}, 5))::text`)
  return onceInTx(tx, press, () => publishInTx(tx, revising))
}

async function publishInTx(tx: Tx, { input, owner, actor, body }: Revising): Promise<DoneResult> {
  const { zone, target: code } = input
  const context = await findContextInTx(tx, zone, code)
  if (context === undefined) return { ok: false, refusal: refuse('not-found') }
  if (owner !== null && context.plan.region !== owner) return { ok: false, refusal: refuse('plan-not-yours') }
  const decision = decideRevision(input, context)
  if (!decision.ok) return { ok: false, refusal: decision.refusal }
  await sayInTx(tx, { zone, source: body, time: context.now }, [decision.event])
  await auditInTx(tx, actor, 'target.revise', code, { zone, basis: input.basis })
  return { ok: true, id: code }
}

/** The target as the board has it, and whether a revision of it is still on its way there. */
async function findContextInTx(tx: Tx, zone: string, code: string): Promise<z.infer<typeof Context> | undefined> {
  const [row] = await tx.$queryRaw<{ known: unknown }[]>(sql`
    SELECT jsonb_build_object('target', s.doc, 'plan', p.doc,
      'now', ${iso('clock()')}, 'today', ${dayInChina('clock()')},
      'revisions', (SELECT count(*) FROM board.fact f
        WHERE f.zone = s.zone AND f.kind = 'target-revision' AND f.doc->'target'->>'code' = s.code),
      'underWay', EXISTS (SELECT FROM outbox o
        WHERE o.topic = ${`lianxi.${zone}.plan.v1`} AND o.key = s.code AND o.refused_reason IS NULL
          AND o.headers->>'ce_type' = 'lianxi.target.revised.v1'
          AND (o.published_at IS NULL OR o.published_at > clock_timestamp() - interval '10 minutes')
          AND NOT EXISTS (SELECT FROM ingested_event x WHERE x.topic = o.topic AND x.event_id = o.event_id))) AS known
    FROM board.subject s JOIN board.fact p ON p.zone = s.zone AND p.kind = 'plan' AND p.code = s.plan
    WHERE s.zone = ${zone} AND s.code = ${code} AND s.kind = 'target'`)
  return row === undefined ? undefined : Context.parse(row.known)
}
