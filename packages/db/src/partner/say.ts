import { decidePartner, type PartnerContext, type PartnerEvent } from '@lianxi/domain/partner/decide'
import { noticesOfPartner } from '@lianxi/domain/notice/of-partner'
import type { Keeper } from '@lianxi/domain/project/keeper'
import type { SayOfPartner } from '@lianxi/schema/commands/partner'
import type { EventType } from '@lianxi/schema/events/registry'
import { zoneTopic } from '@lianxi/schema/topics'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { type Database, sql, type Tx, textIn } from '../client'
import { insertNoticesInTx } from '../notice/insert'
import { sayInTx } from '../outbox/say'
import { isUnderWay } from '../outbox/under-way'
import { auditInTx } from '../people/accounts'
import { readParties, type ZoneParties } from '../readers/partner/parties'
import { readKnownPartnerships } from '../readers/partner/said'
import { dayInChina, secretariatOf } from '../readers/base/parts'
import { onceInTx, type Press, pressLock } from '../report/idempotency'

type Acting = { actor: { id: string; name: string }; body: string; keeper: Keeper; press: Press }

/**
 * One deed on a project's partners in other zones, in one transaction. Both zones wait for each other here, so that an
 * answer and an end cannot cross; what is said goes on the speaker's own topic.
 */
export function sayOfPartner(prisma: Database, input: SayOfPartner, acting: Acting): Promise<DoneResult> {
  const { zone, ofZone, subject, deed } = input
  const { actor, body, keeper, press } = acting
  return prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw(sql`SELECT ${pressLock(press)},
        pg_advisory_xact_lock(hashtextextended(${`partner ${ofZone} ${subject}`}, 11))::text`)
      return onceInTx(tx, press, async () => {
        const { now, name, zones, ...known } = await readContextInTx(tx, input)
        const context = { ...known, speaker: { ...keeper, zone }, by: body, person: actor.name }
        const decision = decidePartner(deed, context)
        if (!decision.ok) return { ok: false, refusal: decision.refusal }
        const { publish } = decision
        const [said] = await sayInTx(tx, { zone, source: body, time: now }, [publish])
        await tellInTx(tx, publish, { name, at: now, zones, context })
        await auditInTx(tx, actor, `partner.${deed.type}`, subject, { zone, ofZone, event: said?.id ?? null })
        return { ok: true, id: subject }
      })
    },
    { maxWait: 10_000, timeout: 30_000 },
  )
}

type Known = Omit<PartnerContext, 'speaker' | 'by' | 'person'>

async function readContextInTx(
  tx: Tx,
  { zone, ofZone, subject }: SayOfPartner,
): Promise<Known & { now: string; name: string; zones: Map<string, ZoneParties> }> {
  const [about] = await tx.$queryRaw<
    { now: Date; today: string; kind: string | null; name: string | null; merged: boolean | null }[]
  >(sql`
    SELECT now, ${dayInChina('now')} AS today, s.kind, s.name, l.merged_into IS NOT NULL AS merged
    FROM (SELECT clock() AS now) m
    LEFT JOIN board.subject s ON s.zone = ${ofZone} AND s.code = ${subject}
    LEFT JOIN board.library l ON l.zone = s.zone AND l.code = s.code`)
  if (about === undefined) throw new Error('clock() gave no row')
  const [zones, partnerships] = await Promise.all([
    readParties(tx, about.today),
    readKnownPartnerships(tx, ofZone, subject),
  ])
  const speaking = new Set([zone, ofZone, ...partnerships.map(({ partnerZone }) => partnerZone)])
  const own = zones.get(ofZone)?.parties ?? new Map<string, never>()
  return {
    ofZone,
    subject:
      about.kind === null
        ? undefined
        : { code: subject, isProject: about.kind === 'project', merged: about.merged === true },
    partnerships,
    findParty: (of, code) => {
      const parties = zones.get(of)?.parties
      return parties === undefined ? 'no-zone' : parties.get(code)
    },
    ownRegions: new Set(
      [...own.values()].flatMap(({ body, region }) => (body === null && region !== null ? [region] : [])),
    ),
    underWay: await isSpokenOf(tx, [...speaking], subject),
    ...{ today: about.today, now: about.now.toISOString(), name: about.name ?? subject, zones },
  }
}

const SAID = [
  'lianxi.partner.invited.v1',
  'lianxi.partner.answered.v1',
  'lianxi.partner.ended.v1',
] as const satisfies readonly EventType[]

async function isSpokenOf(tx: Tx, zones: readonly string[], subject: string): Promise<boolean> {
  for (const zone of zones)
    if (await isUnderWay(tx, { topic: zoneTopic(zone, 'plan'), types: SAID, keys: [subject] })) return true
  return false
}

type Telling = { name: string; at: string; zones: Map<string, ZoneParties>; context: PartnerContext }

/** The other zone hears of it: its secretariat, and where it is the partner's, the asked region's office. */
async function tellInTx(tx: Tx, event: PartnerEvent, { name, at, zones, context }: Telling): Promise<void> {
  const { code } = event.data
  const known = context.partnerships.find((one) => one.code === code)
  const partner =
    event.type === 'lianxi.partner.invited.v1'
      ? { zone: event.data.partnerZone, region: event.data.partnerRegion }
      : { zone: known?.partnerZone ?? context.ofZone, region: known?.region ?? null }
  const { zone } = context.speaker
  const hearing = zone === context.ofZone ? partner : { zone: context.ofZone, region: null }
  const [row] = await tx.$queryRaw<{ secretariat: string | null; office: string | null }[]>(sql`
    SELECT ${secretariatOf(hearing.zone)} AS secretariat, (SELECT min(code) FROM board.fact
      WHERE zone = ${hearing.zone} AND kind = 'body' AND doc->>'kind' = 'coordinating-office'
        AND doc->>'region' = ${hearing.region} AND doc->>'endedOn' IS NULL) AS office`)
  const hearers = { zone: hearing.zone, secretariat: row?.secretariat ?? null, office: row?.office ?? null }
  const from = zones.get(zone)?.name ?? zone
  await insertNoticesInTx(textIn(tx), noticesOfPartner(event, { name, from, at }, hearers))
}
