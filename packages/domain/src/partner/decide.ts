import type { PartnerDeed } from '@lianxi/schema/commands/partner'
import type { PartnerEnded } from '@lianxi/schema/events/partner'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { PartnershipState } from '@lianxi/schema/partner-vocabulary'
import type { Refusal, RefusalCode } from '@lianxi/schema/views/refusal'
import { findAbolished } from '../place/abolished'
import type { Keeper } from '../project/keeper'
import { refuse } from '../report/refusal'
import { ownPercent } from './shares'
import { isOpen } from './state'

/** A partnership of the project as both topics tell it; `seen`: the last event of it. */
export type KnownPartnership = {
  code: string
  invitation: string
  seen: string
  state: PartnershipState
  partnerZone: string
  region: string | null
  body: string | null
  sharePercent: number | null
}

/** Somebody of a zone: a region, or a body with its region (null: the zone's own). `stands`: is there today. */
export type Party = { region: string | null; body: string | null; stands: boolean }

/** `parties`: of the zones there are, by code; undefined: no such zone. `ownRegions`: those that report in `ofZone`. */
export type PartnerContext = {
  ofZone: string
  subject: { code: string; isProject: boolean; merged: boolean } | undefined
  partnerships: readonly KnownPartnership[]
  findParty: (zone: string, code: string) => Party | 'no-zone' | undefined
  ownRegions: ReadonlySet<string>
  underWay: boolean
  speaker: Keeper & { zone: string }
  by: string
  person: string
  today: string
}
/** The events that say something of partners. */
export type PartnerEvent = Extract<LianxiEvent, { type: `lianxi.partner.${string}` }>
export type PartnerDecision = { ok: true; publish: PartnerEvent } | { ok: false; refusal: Refusal }

const refused = (code: RefusalCode, field: string | null = null, detail = ''): PartnerDecision => ({
  ok: false,
  refusal: refuse(code, field, detail),
})
const voice = ({ by, person, today: on }: PartnerContext) => ({ by, person, on })

/** Whether somebody may say this of a project's partners in other zones, and the event for his own zone's topic. */
export function decidePartner(deed: PartnerDeed, context: PartnerContext): PartnerDecision {
  const { subject, underWay } = context
  if (subject === undefined) return refused('project-unknown')
  if (!subject.isProject) return refused('project-kind')
  if (underWay) return refused('partner-changed')
  if (deed.type === 'invite') return invite(deed, subject, context)
  const known = context.partnerships.find(({ code }) => code === deed.code)
  if (known === undefined || known.seen !== deed.seen) return refused('partner-changed')
  const about = { code: known.code, subject: subject.code, ofZone: context.ofZone, invitation: known.invitation }
  return deed.type === 'answer' ? answer(deed, known, about, context) : end(deed, known, about, context)
}

type Deed<Type extends PartnerDeed['type']> = Extract<PartnerDeed, { type: Type }>
type Subject = NonNullable<PartnerContext['subject']>

function invite(deed: Deed<'invite'>, { code: subject, merged }: Subject, context: PartnerContext): PartnerDecision {
  const { speaker, ofZone, partnerships, ownRegions } = context
  if (speaker.zone !== ofZone || !speaker.secretariat) return refused('partner-not-yours')
  if (merged) return refused('project-merged')
  const { partnerZone, partner } = deed
  if (partnerZone === ofZone) return refused('partner-own', 'partner')
  const party = context.findParty(partnerZone, partner)
  if (party === 'no-zone') return refused('partner-zone', 'partnerZone')
  const gone = findAbolished(partner)
  if (gone !== undefined)
    return refused('partner-dissolved', 'partner', `${gone.name}于${gone.year}年改为${gone.now}（${gone.nowCode}）。`)
  if (party === undefined) return refused('partner-unknown', 'partner')
  if (!party.stands) return refused('partner-dissolved', 'partner')
  const { region, body } = party
  if (region !== null && ownRegions.has(region)) return refused('partner-own', 'partner')
  const twice = partnerships.some((one) => isOpen(one.state) && isSame(one, { partnerZone, region, body }))
  if (twice) return refused('partner-twice', 'partner')
  const left = ownPercent(partnerships)
  const { sharePercent } = deed
  if (sharePercent !== null && sharePercent > left)
    return refused(
      'partner-shares',
      'sharePercent',
      `已约定${100 - left}%，本次${sharePercent}%，合计${100 - left + sharePercent}%。`,
    )
  const [part, contribution, basis] = [deed.part.trim(), deed.contribution.trim(), deed.basis.trim()]
  const code = nextCode(subject, partnerships)
  const agreed = { part, contribution, sharePercent, basis }
  const asked = { partnerZone, partnerRegion: region, partnerBody: body }
  const data = { code, subject, ...asked, ...agreed, ...voice(context) }
  return { ok: true, publish: { type: 'lianxi.partner.invited.v1', data } }
}

type Partner = Pick<KnownPartnership, 'partnerZone' | 'region' | 'body'>

/** A region is asked once, by whatever body; bodies of a zone are told apart by their codes. */
const isSame = (one: Partner, other: Partner): boolean =>
  one.partnerZone === other.partnerZone &&
  (one.region === null ? one.body === other.body && other.region === null : one.region === other.region)

/** Numbers are not reused: what was declined or ended keeps its own. */
function nextCode(subject: string, partnerships: readonly KnownPartnership[]): string {
  const last = Math.max(0, ...partnerships.map(({ code }) => Number(/-H(\d+)$/.exec(code)?.[1] ?? 0)))
  return `${subject}-H${String(last + 1).padStart(2, '0')}`
}

/** Who speaks for the asked: the secretariat of its zone, and the coordinator of the region. */
export const speaksForPartner = (
  { zone, secretariat, regions }: PartnerContext['speaker'],
  partner: Partner,
): boolean =>
  zone === partner.partnerZone && (secretariat || (partner.region !== null && regions.includes(partner.region)))

type About = Pick<PartnerEnded, 'code' | 'subject' | 'ofZone' | 'invitation'>

function answer(deed: Deed<'answer'>, known: KnownPartnership, about: About, context: PartnerContext): PartnerDecision {
  if (!speaksForPartner(context.speaker, known)) return refused('partner-not-asked')
  if (known.state !== 'asked') return refused('partner-answered')
  const data = { ...about, accepted: deed.accepted, note: deed.note.trim(), ...voice(context) }
  return { ok: true, publish: { type: 'lianxi.partner.answered.v1', data } }
}

/** The owner takes an invitation back or ends what stands; the partner leaves what it accepted. */
function end(deed: Deed<'end'>, known: KnownPartnership, about: About, context: PartnerContext): PartnerDecision {
  const { speaker, ofZone } = context
  const owner = speaker.zone === ofZone && speaker.secretariat
  if (!owner && !speaksForPartner(speaker, known)) return refused('partner-not-yours')
  if (!isOpen(known.state)) return refused('partner-over')
  if (!owner && known.state === 'asked') return refused('partner-unanswered')
  const data = { ...about, reason: deed.reason.trim(), ...voice(context) }
  return { ok: true, publish: { type: 'lianxi.partner.ended.v1', data } }
}
