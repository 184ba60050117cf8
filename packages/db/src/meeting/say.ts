import { decideMeeting, nextMeetingCode } from '@lianxi/domain/meeting/decide'
import { isDecision } from '@lianxi/domain/plan/decision'
import type { SayOfMeeting } from '@lianxi/schema/commands/meeting'
import { zoneTopic } from '@lianxi/schema/topics'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { type Database, sql, type Tx } from '../client'
import { sayInTx } from '../outbox/say'
import { isUnderWay } from '../outbox/under-way'
import { auditInTx } from '../people/accounts'
import { dayInChina } from '../readers/base/parts'
import { readReference } from '../readers/base/reference'
import { readKnownMeetings } from '../readers/meeting/held'
import { onceInTx, type Press, pressLock } from '../report/idempotency'

type Acting = { actor: { id: string; name: string }; body: string; press: Press }

/** One deed on the zone's register of meetings, in one transaction: nobody else of the secretariat changes it meanwhile. */
export function sayOfMeeting(prisma: Database, input: SayOfMeeting, acting: Acting): Promise<DoneResult> {
  const { zone, deed } = input
  const { actor, body, press } = acting
  return prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw(sql`SELECT ${pressLock(press)},
        pg_advisory_xact_lock(hashtextextended(${`meeting ${zone}`}, 9))::text`)
      return onceInTx(tx, press, async () => {
        const context = await readContextInTx(tx, zone)
        const decision = decideMeeting(deed, { ...context, by: body, person: actor.name })
        if (!decision.ok) return { ok: false, refusal: decision.refusal }
        const [said] = await sayInTx(tx, { zone, source: body, time: context.now }, [decision.publish])
        const code = said?.key ?? deed.code ?? zone
        await auditInTx(tx, actor, `meeting.${deed.type}`, code, { zone, event: said?.id ?? null })
        return { ok: true, id: code }
      })
    },
    { maxWait: 10_000, timeout: 30_000 },
  )
}

async function readContextInTx(tx: Tx, zone: string) {
  const [about] = await tx.$queryRaw<{ now: Date; today: string }[]>(
    sql`SELECT now, ${dayInChina('now')} AS today FROM (SELECT clock() AS now) m`,
  )
  if (about === undefined) throw new Error('clock() gave no row')
  const [reference, meetings] = [await readReference(tx, zone), await readKnownMeetings(tx, zone)]
  const codes = meetings.map(({ code }) => code)
  const underWay = await isUnderWay(tx, {
    topic: zoneTopic(zone, 'meeting'),
    types: ['lianxi.meeting.held.v1', 'lianxi.meeting.struck.v1'],
    keys: [...codes, nextMeetingCode(zone, codes)],
  })
  const documents = [...reference.plans.values()].filter(isDecision).map(({ code }) => code)
  return {
    ...{ zone, meetings, underWay, documents: new Set(documents) },
    ...{ today: about.today, now: about.now.toISOString() },
  }
}
