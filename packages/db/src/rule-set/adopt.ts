import { decideAdoption } from '@lianxi/domain/status/adopt-rules'
import type { AdoptRules } from '@lianxi/schema/commands/rule-set'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { type Database, sql, type Tx } from '../client'
import { sayInTx } from '../outbox/say'
import { auditInTx } from '../people/accounts'
import { iso } from '../readers/base/parts'
import { onceInTx, type Press, pressLock } from '../report/idempotency'
import { readRuleSets } from './read'

export type Adopting = { input: AdoptRules; actor: { id: string; name: string }; body: string; press: Press }

/** Publishes a zone's rules in one transaction; the board and its statuses follow from the event. */
export function adoptRules(prisma: Database, adopting: Adopting): Promise<DoneResult> {
  return prisma.$transaction((tx) => adoptInTx(tx, adopting), { maxWait: 10_000, timeout: 30_000 })
}

async function adoptInTx(tx: Tx, adopting: Adopting): Promise<DoneResult> {
  const { press, input } = adopting
  await tx.$queryRaw(sql`SELECT ${pressLock(press)}, pg_advisory_xact_lock(hashtextextended(${input.zone}, 6))::text`)
  return onceInTx(tx, press, () => publishInTx(tx, adopting))
}

async function publishInTx(tx: Tx, { input, actor, body }: Adopting): Promise<DoneResult> {
  const { zone } = input
  const [now] = await tx.$queryRaw<{ now: string; underWay: boolean }[]>(sql`
    SELECT ${iso('clock()')} AS now, EXISTS (SELECT FROM outbox o
      WHERE o.topic = ${`lianxi.${zone}.plan.v1`} AND o.key = ${zone} AND o.refused_reason IS NULL
        AND o.headers->>'ce_type' = 'lianxi.rule-set.adopted.v1'
        AND (o.published_at IS NULL OR o.published_at > clock_timestamp() - interval '10 minutes')
        AND NOT EXISTS (SELECT FROM ingested_event x WHERE x.topic = o.topic AND x.event_id = o.event_id)) AS "underWay"`)
  if (now === undefined) throw new Error('the clock has no row')
  const adopted = await readRuleSets(tx, zone)
  const decision = decideAdoption(input, { adopted, underWay: now.underWay, decidedBy: actor.name })
  if (!decision.ok) return { ok: false, refusal: decision.refusal }
  await sayInTx(tx, { zone, source: body, time: now.now }, [decision.event])
  await auditInTx(tx, actor, 'rules.adopt', zone, { adoptedBy: input.adoptedBy })
  return { ok: true, id: zone }
}
