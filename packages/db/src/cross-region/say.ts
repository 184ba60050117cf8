import { type CrossRegionContext, decideCrossRegion } from '@lianxi/domain/cross-region/decide'
import { disagreements } from '@lianxi/domain/cross-region/side-by-side'
import type { SayOfCrossRegion } from '@lianxi/schema/commands/cross-region'
import type { EventType } from '@lianxi/schema/events/registry'
import { zoneTopic } from '@lianxi/schema/topics'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { type Database, sql, type Tx } from '../client'
import { sayInTx } from '../outbox/say'
import { isUnderWay } from '../outbox/under-way'
import { auditInTx } from '../people/accounts'
import { CURRENT } from '../readers/base/board'
import { readPartRows, saidOf } from '../readers/cross-region/parts'
import { readKnownHandovers } from '../readers/cross-region/handovers'
import { dayInChina } from '../readers/base/parts'
import { parentsOf, readReference, reportingRegions } from '../readers/base/reference'
import { onceInTx, type Press, pressLock } from '../report/idempotency'

type Acting = { actor: { id: string; name: string }; body: string; press: Press }

/** One deed on a project's parts, in one transaction: nobody else of the secretariat speaks of it meanwhile. */
export function sayOfCrossRegion(prisma: Database, input: SayOfCrossRegion, acting: Acting): Promise<DoneResult> {
  const { zone, subject, deed } = input
  const { actor, body, press } = acting
  return prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw(sql`SELECT ${pressLock(press)},
        pg_advisory_xact_lock(hashtextextended(${`cross-region ${zone} ${subject}`}, 9))::text`)
      return onceInTx(tx, press, async () => {
        const { now, ...context } = await readContextInTx(tx, input)
        const decision = decideCrossRegion(deed, { ...context, by: body, person: actor.name })
        if (!decision.ok) return { ok: false, refusal: decision.refusal }
        const [said] = await sayInTx(tx, { zone, source: body, time: now }, [decision.publish])
        await auditInTx(tx, actor, `cross-region.${deed.type}`, subject, { zone, event: said?.id ?? null })
        return { ok: true, id: subject }
      })
    },
    { maxWait: 10_000, timeout: 30_000 },
  )
}

type Known = Omit<CrossRegionContext, 'by' | 'person'> & { now: string }

async function readContextInTx(tx: Tx, { zone, subject, deed }: SayOfCrossRegion): Promise<Known> {
  const [about] = await tx.$queryRaw<{ now: Date; today: string; kind: string | null }[]>(sql`
    SELECT now, ${dayInChina('now')} AS today,
      (SELECT kind FROM board.subject WHERE zone = ${zone} AND code = ${subject}) AS kind
    FROM (SELECT clock() AS now) m`)
  if (about === undefined) throw new Error('clock() gave no row')
  const reference = await readReference(tx, zone)
  const said =
    deed.type === 'settle'
      ? (await readPartRows({ db: tx, board: CURRENT, zone, period: deed.period, subjects: [subject] }))
          .filter(({ period }) => period === deed.period)
          .map(saidOf)
      : []
  return {
    subject: about.kind === null ? undefined : { code: subject, isProject: about.kind === 'project' },
    parts: said.length === 0 ? undefined : { said, disagrees: disagreements(said, parentsOf(reference)) },
    handovers: await readKnownHandovers(tx, zone, subject),
    regions: new Set(reportingRegions(reference).map(({ code }) => code)),
    underWay: await isSpokenOf(tx, zone, subject),
    ...{ today: about.today, now: about.now.toISOString() },
  }
}

const SAID = {
  meeting: ['lianxi.disagreement.settled.v1'],
  plan: ['lianxi.handover.agreed.v1', 'lianxi.handover.reached.v1', 'lianxi.handover.dropped.v1'],
} as const satisfies Record<string, readonly EventType[]>

async function isSpokenOf(tx: Tx, zone: string, subject: string): Promise<boolean> {
  for (const kind of ['meeting', 'plan'] as const)
    if (await isUnderWay(tx, { topic: zoneTopic(zone, kind), types: SAID[kind], keys: [subject] })) return true
  return false
}
