import type { CrossRegionDeed } from '@lianxi/schema/commands/cross-region'
import type { PartSaid } from '@lianxi/schema/events/cross-region'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Refusal, RefusalCode } from '@lianxi/schema/views/refusal'
import type { Disagreement } from '@lianxi/schema/vocabulary'
import { refuse } from '../report/refusal'
import { fingerprint } from './settled'

export type KnownHandover = { code: string; seen: string; dropped: boolean; reachedOn: string | null }

/** `regions`: those that report in the zone. Undefined `parts`: nothing to compare in that period. */
export type CrossRegionContext = {
  subject: { code: string; isProject: boolean } | undefined
  parts: { said: PartSaid[]; disagrees: Disagreement[] } | undefined
  handovers: readonly KnownHandover[]
  regions: ReadonlySet<string>
  underWay: boolean
  by: string
  person: string
  today: string
}
export type CrossRegionDecision = { ok: true; publish: LianxiEvent } | { ok: false; refusal: Refusal }

const refused = (code: RefusalCode, field: string | null = null): CrossRegionDecision => ({
  ok: false,
  refusal: refuse(code, field),
})
const ALL: Disagreement[] = ['stage', 'progress', 'dates', 'share']

/** What the parts say of everything that can disagree: what a person saw, to be sent back with what he decides. */
export const seenOfParts = (parts: readonly PartSaid[]): string => fingerprint(ALL, parts)

/** Whether the secretariat may say this of a project's parts, and the event that tells it. */
export function decideCrossRegion(deed: CrossRegionDeed, context: CrossRegionContext): CrossRegionDecision {
  const { subject, underWay } = context
  if (subject === undefined || !subject.isProject) return refused('cross-none')
  if (underWay) return refused('cross-changed')
  switch (deed.type) {
    case 'settle':
      return settle(deed, subject.code, context)
    case 'agree':
      return agree(deed, subject.code, context)
    case 'reach':
      return reach(deed, subject.code, context)
    case 'drop':
      return drop(deed, subject.code, context)
    default:
      return deed satisfies never
  }
}

type Deed<Type extends CrossRegionDeed['type']> = Extract<CrossRegionDeed, { type: Type }>
const voice = ({ by, person, today: on }: CrossRegionContext) => ({ by, person, on })

function settle(deed: Deed<'settle'>, subject: string, context: CrossRegionContext): CrossRegionDecision {
  const { parts } = context
  if (parts === undefined || seenOfParts(parts.said) !== deed.seen) return refused('cross-changed')
  const what = ALL.filter((one) => deed.what.includes(one))
  if (what.some((one) => !parts.disagrees.includes(one))) return refused('cross-agrees', 'what')
  const data = { subject, period: deed.period, what, parts: parts.said, note: deed.note.trim(), ...voice(context) }
  return { ok: true, publish: { type: 'lianxi.disagreement.settled.v1', data } }
}

function agree(deed: Deed<'agree'>, subject: string, context: CrossRegionContext): CrossRegionDecision {
  const { handovers, regions } = context
  const known = handovers.find(({ code }) => code === deed.code)
  if (deed.code !== null && (known === undefined || known.seen !== deed.seen)) return refused('cross-changed')
  if (known?.dropped === true) return refused('handover-dropped')
  if (deed.giver === deed.receiver) return refused('handover-one', 'receiver')
  for (const field of ['giver', 'receiver'] as const)
    if (!regions.has(deed[field])) return refused('handover-place', field)
  const { giver, receiver, dueOn } = deed
  const code = deed.code ?? nextCode(subject, handovers)
  const [what, unlocks, basis] = [deed.what.trim(), deed.unlocks.trim(), deed.basis.trim()]
  const data = { code, subject, giver, receiver, what, dueOn, unlocks, basis, ...voice(context) }
  return { ok: true, publish: { type: 'lianxi.handover.agreed.v1', data } }
}

/** Numbers are not reused: what was dropped keeps its own. */
function nextCode(subject: string, handovers: readonly KnownHandover[]): string {
  const last = Math.max(0, ...handovers.map(({ code }) => Number(/-J(\d+)$/.exec(code)?.[1] ?? 0)))
  return `${subject}-J${String(last + 1).padStart(2, '0')}`
}

function reach(deed: Deed<'reach'>, subject: string, context: CrossRegionContext): CrossRegionDecision {
  const known = context.handovers.find(({ code }) => code === deed.code)
  if (known?.seen !== deed.seen) return refused('cross-changed')
  if (known.dropped) return refused('handover-dropped')
  if (known.reachedOn === deed.reachedOn) return refused('handover-same', 'reachedOn')
  if (deed.reachedOn !== null && deed.reachedOn > context.today) return refused('day-in-future', 'reachedOn')
  const data = { code: deed.code, subject, reachedOn: deed.reachedOn, note: deed.note.trim(), ...voice(context) }
  return { ok: true, publish: { type: 'lianxi.handover.reached.v1', data } }
}

function drop(deed: Deed<'drop'>, subject: string, context: CrossRegionContext): CrossRegionDecision {
  const known = context.handovers.find(({ code }) => code === deed.code)
  if (known?.seen !== deed.seen) return refused('cross-changed')
  if (known.dropped || known.reachedOn !== null) return refused('handover-over')
  const data = { code: deed.code, subject, reason: deed.reason.trim(), ...voice(context) }
  return { ok: true, publish: { type: 'lianxi.handover.dropped.v1', data } }
}
