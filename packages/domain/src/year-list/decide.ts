import type { ItemContent } from '@lianxi/schema/commands/year-list'
import type { CalendarRule } from '@lianxi/schema/events/commitments'
import type { Refusal } from '@lianxi/schema/views/refusal'
import { refuse } from '../report/refusal'
import { adopt, type Adopting } from './adopt'
import { answer, type Answering } from './answer'
import {
  askedElsewhere,
  by,
  endedBody,
  findItem,
  happened,
  isReportedAlike,
  type ListContext,
  type ListDecision,
  nameOf,
  refused,
} from './context'
import { type Deleting, remove } from './delete'
import { revise, type Revising } from './revise'
import { evolve, type ListItem, type ListStep, type YearList } from './state'
import { leadText, mayLead } from './viewer'
import { withProposal } from './year-figure'

/** Commands on one list. Roles are checked before; whose list or item it is, is decided here. */
export type ListCommand =
  | { type: 'change'; name: string; calendar: CalendarRule[]; wholes: YearList['wholes'] }
  | { type: 'put-item'; item: string | null; content: ItemContent }
  | { type: 'take-items'; contents: ItemContent[] }
  | { type: 'remove-item'; item: string }
  | { type: 'open-consultation' }
  | Answering
  | { type: 'settle'; item: string; how: 'take' | 'ask-again' | 'keep'; reason: string }
  | ({ type: 'adopt' } & Adopting)
  | ({ type: 'revise' } & Revising)
  | ({ type: 'delete' } & Deleting)

/** Decides a command on a list. Pure: time, identity and what is known come in with the context. */
export function decide(command: ListCommand, list: YearList, context: ListContext): ListDecision {
  if (command.type === 'accept' || command.type === 'object' || command.type === 'assign') {
    return answer(command, list, context)
  }
  // The drafter's own: the secretariat for the zone's list, a region's coordinator for his region's.
  if (context.region !== list.region) return refused('list-not-yours')
  const { body, lead, bodies } = context
  if (list.region !== null || mayLead(body, lead)) return draft(command, list, context)
  return refused(
    'list-lead',
    null,
    leadText(lead, (code) => bodies.get(code)?.name ?? code),
  )
}

type Drafting = Exclude<ListCommand, Answering>

function draft(command: Drafting, list: YearList, context: ListContext): ListDecision {
  if (command.type === 'revise') return revise(command, list, context)
  if (list.phase === 'adopted') return locked(command.type, list)
  switch (command.type) {
    case 'change': {
      const { name, calendar, wholes } = command
      return happened({ type: 'changed', item: null, name, calendar, wholes, ...by(context) })
    }
    case 'put-item':
      return putItem(command, list, context)
    case 'take-items':
      return takeItems(command.contents, list, context)
    case 'remove-item':
      return findItem(list, command.item) === undefined
        ? refused('not-found')
        : happened({ type: 'item-removed', item: command.item, ...by(context) })
    case 'open-consultation':
      if (list.phase !== 'draft') return refused('wrong-state')
      if (list.items.length === 0) return refused('list-empty')
      return happened({ type: 'consultation-opened', item: null, ...by(context) })
    case 'settle':
      return settle(command, list, context)
    case 'adopt':
      return adopt(command, list, context)
    case 'delete':
      return remove(command, list, context)
    default:
      return command satisfies never
  }
}

/** A second adoption is told what the first one was, and so is who would delete it. */
function locked(type: Drafting['type'], { adopted }: YearList): ListDecision {
  if (adopted === null || (type !== 'adopt' && type !== 'delete')) return refused('list-locked')
  return refused(type === 'adopt' ? 'list-adopted' : 'list-kept', null, `${adopted.on} ${adopted.basis}。`)
}

function contentRefusal(content: ItemContent, context: ListContext): Refusal | undefined {
  if (!context.bindingSubjects.has(content.subject)) return refuse('item-plan-draft', 'subject')
  if (context.bodies.get(content.body)?.region !== content.region) return refuse('item-body-foreign', 'body')
  const ended = endedBody(content, context)
  if (ended === undefined) return undefined
  return refuse('item-body-ended', 'body', `${ended.name}，${ended.endedOn ?? ''}撤销。`)
}

/** Much of a plan at once: every item as if it were put alone, all of them or none; the sentence names the first that cannot. */
function takeItems(contents: readonly ItemContent[], before: YearList, context: ListContext): ListDecision {
  const steps: ListStep[] = []
  let list = before
  for (const content of contents) {
    const decision = putItem({ type: 'put-item', item: null, content }, list, context)
    if (!decision.ok) return { ok: false, refusal: naming(content, decision.refusal, context) }
    steps.push(...decision.steps)
    list = decision.steps.reduce(evolve, list)
  }
  return happened(...steps)
}

function naming({ subject, region }: ItemContent, refusal: Refusal, { subjectNames, regions }: ListContext): Refusal {
  const name = subjectNames.get(subject) ?? subject
  return { ...refusal, message: `${name}（${regions.get(region)?.name ?? region}）：${refusal.message}` }
}

function putItem(
  { item: code, content }: Extract<ListCommand, { type: 'put-item' }>,
  list: YearList,
  context: ListContext,
): ListDecision {
  const wrong = contentRefusal(content, context)
  if (wrong !== undefined) return { ok: false, refusal: wrong }
  const known = findItem(list, code)
  if (code !== null && known === undefined) return refused('not-found')
  const same = (item: ListItem) => item.content.subject === content.subject && item.content.region === content.region
  if (list.items.some((item) => item.code !== code && same(item))) return refused('item-duplicate', 'subject')
  const others = list.items.flatMap((item) => (item.code === code ? [] : [item.content]))
  const twin = askedElsewhere(content, others, context)
  if (twin !== undefined && !isReportedAlike(twin, content)) return refused('item-same', 'body', nameOf(twin, context))
  const position = known?.position ?? Math.max(0, ...list.items.map((item) => item.position)) + 1
  const item = code ?? `${list.code}-${content.region}-${String(position).padStart(3, '0')}`
  // A region's own list asks its own departments: the coordinator who drafts it speaks for the region.
  const agreed = list.region !== null && content.region === list.region
  return happened({ type: 'item-put', item, position, content, agreed, ...by(context) })
}

function settle(
  { item: code, how, reason }: Extract<ListCommand, { type: 'settle' }>,
  list: YearList,
  context: ListContext,
): ListDecision {
  const item = findItem(list, code)
  if (item === undefined) return refused('not-found')
  if (item.answer !== 'objected' && item.answer !== 'asked') return refused('wrong-state')
  const proposal = item.said?.proposal ?? null
  if (how === 'take' && proposal === null) return refused('wrong-state')
  const content = how === 'take' && proposal !== null ? withProposal(item.content, proposal, list.year) : item.content
  return happened({ type: 'item-settled', item: code, how, reason, content, ...by(context) })
}
