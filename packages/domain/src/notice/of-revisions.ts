import type { RevisionProposed } from '@lianxi/schema/events/revisions'
import type { Notice } from '@lianxi/schema/notice'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import type { RevisionStep } from '../plan-revision/decide'
import type { RevisionPlace } from '../plan-revision/rights'

/** `name`: of the target or project. `proposer`: name of the body that proposed. `offices`: each region's coordinating one. */
export type ToldOfRevision = {
  zone: string
  subject: string
  kind: SubjectKind
  name: string
  event: string
  at: string
  place: RevisionPlace
  proposer: string
  secretariat: string | null
  offices: ReadonlyMap<string, string>
}

type Hearer = { body: string; roles: Notice['roles'] }

/** Room for the rest of the sentence: a notice has 600 letters. */
const short = (text: string, most = 200): string => (text.length > most ? `${text.slice(0, most)}…` : text)

function tell({ zone, subject, kind, name, event, at }: ToldOfRevision, hearers: Hearer[], text: string): Notice[] {
  return hearers.map(({ body, roles }) => ({
    ...{ dedupeKey: `revision:${event}:${body}`, zone, body, roles, kind: 'revision', period: null, at },
    ...{ text: `${short(name, 80)}：${text}`, href: `/board/${kind}s/${subject}#revisions` },
  }))
}

/** Those who may record what becomes of it, but not the body that proposed. */
function deciders({ place, secretariat, offices: of }: ToldOfRevision, proposer: string): Hearer[] {
  const { planRegion, zone } = place
  const regions =
    planRegion === null
      ? []
      : [planRegion, ...zone.confirmations.flatMap(({ region, by }) => (region === planRegion ? [by] : []))]
  const bodies = new Set(regions.flatMap((region) => of.get(region) ?? []))
  const offices: Hearer[] = [...bodies].map((body) => ({ body, roles: ['coordinator'] }))
  const above: Hearer[] = secretariat === null ? [] : [{ body: secretariat, roles: ['secretariat'] }]
  return [...above, ...offices].filter(({ body }) => body !== proposer)
}

/** The people of the body that proposed, as whatever they did it. */
const proposers = (body: string): Hearer[] => [{ body, roles: ['coordinator', 'secretariat'] }]

/**
 * Who hears of a step of a revision: those who may record what becomes of a proposal hear that there is one or none any
 * more, its proposers what became of it. `proposal`: the one it is about.
 */
export function noticesOfRevision(told: ToldOfRevision, step: RevisionStep, proposal: RevisionProposed): Notice[] {
  const { body, fromYear } = proposal
  switch (step.type) {
    case 'lianxi.revision.proposed.v1': {
      const { person, document, reason } = step.data
      const said = `${told.proposer}${person}提出修订建议（${document}），待批准。原因：${short(reason)}`
      return tell(told, deciders(told, body), said)
    }
    case 'lianxi.revision.withdrawn.v1':
      return tell(told, deciders(told, body), `修订建议已由${step.data.person}撤回：${short(step.data.reason)}`)
    case 'lianxi.revision.refused.v1':
      return tell(told, proposers(body), `修订建议未获批准（${step.data.person}登记）：${short(step.data.reason)}`)
    case 'lianxi.target.revised.v1':
    case 'lianxi.project.revised.v1': {
      const { approvedBy, basis } = step.data
      return tell(told, proposers(body), `修订建议已经${approvedBy}批准（${basis}），自${fromYear}年起按修订后的执行。`)
    }
    default:
      return step satisfies never
  }
}
