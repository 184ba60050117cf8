import type { ItemContent, Proposal } from '@lianxi/schema/commands/year-list'
import type { CalendarRule } from '@lianxi/schema/events/commitments'
import type { Refusal } from '@lianxi/schema/views/result'
import { refuse } from '../report/refusal'
import { adopt, type Adopting } from './adopt'
import { askedElsewhere, by, endedBody, happened, type ListContext, type ListDecision, refused } from './context'
import { revise, type Revising } from './revise'
import type { ListItem, YearList } from './state'

/** Commands on one list. Roles are checked before; whose list or item it is, is decided here. */
export type ListCommand =
  | { type: 'change'; name: string; calendar: CalendarRule[]; wholes: YearList['wholes'] }
  | { type: 'put-item'; item: string | null; content: ItemContent }
  | { type: 'remove-item'; item: string }
  | { type: 'open-consultation' }
  | { type: 'accept'; items: string[] }
  | { type: 'object'; item: string; kind: 'objected' | 'asked'; reason: string; proposal: Proposal | null }
  | { type: 'assign'; item: string; body: string; person: string }
  | { type: 'settle'; item: string; how: 'take' | 'ask-again' | 'keep'; reason: string }
  | ({ type: 'adopt' } & Adopting)
  | ({ type: 'revise' } & Revising)

/** Decides a command on a list. Pure: time, identity and what is known come in with the context. */
export function decide(command: ListCommand, list: YearList, context: ListContext): ListDecision {
  if (command.type === 'accept' || command.type === 'object' || command.type === 'assign') {
    return answer(command, list, context)
  }
  // The drafter's own: the secretariat for the zone's list, a region's coordinator for his region's.
  return context.region === list.region ? draft(command, list, context) : refused('list-not-yours')
}

type Drafting = Exclude<ListCommand, { type: 'accept' | 'object' | 'assign' }>

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
    case 'remove-item':
      return find(list, command.item) === undefined
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
    default:
      return command satisfies never
  }
}

/** A second adoption is told what the first one was. */
function locked(type: Drafting['type'], { adopted }: YearList): ListDecision {
  if (type !== 'adopt' || adopted === null) return refused('list-locked')
  return refused('list-adopted', null, `${adopted.on} ${adopted.basis}。`)
}

const find = (list: YearList, code: string | null): ListItem | undefined =>
  list.items.find((item) => item.code === code)

function contentRefusal(content: ItemContent, context: ListContext): Refusal | undefined {
  if (!context.bindingSubjects.has(content.subject)) return refuse('item-plan-draft', 'subject')
  if (context.bodies.get(content.body)?.region !== content.region) return refuse('item-body-foreign', 'body')
  const ended = endedBody(content, context)
  if (ended === undefined) return undefined
  return refuse('item-body-ended', 'body', `${ended.name}，${ended.endedOn ?? ''}撤销。`)
}

function putItem(
  { item: code, content }: Extract<ListCommand, { type: 'put-item' }>,
  list: YearList,
  context: ListContext,
): ListDecision {
  const wrong = contentRefusal(content, context)
  if (wrong !== undefined) return { ok: false, refusal: wrong }
  const known = find(list, code)
  if (code !== null && known === undefined) return refused('not-found')
  const same = (item: ListItem) => item.content.subject === content.subject && item.content.region === content.region
  if (list.items.some((item) => item.code !== code && same(item))) return refused('item-duplicate', 'subject')
  const others = list.items.flatMap((item) => (item.code === code ? [] : [item.content]))
  const twin = askedElsewhere(content, others, context)
  if (twin !== undefined) return refused('item-same', 'subject', `${context.subjectNames.get(twin) ?? ''}（${twin}）。`)
  const position = known?.position ?? Math.max(0, ...list.items.map((item) => item.position)) + 1
  const item = code ?? `${list.code}-${content.region}-${String(position).padStart(3, '0')}`
  // A region's own list asks its own departments: the coordinator who drafts it speaks for the region.
  const agreed = list.region !== null && content.region === list.region
  return happened({ type: 'item-put', item, position, content, agreed, ...by(context) })
}

type Answering = Extract<ListCommand, { type: 'accept' | 'object' | 'assign' }>

/** The region's coordinator speaks for the region, to its own items and while they are negotiated. */
function answer(command: Answering, list: YearList, context: ListContext): ListDecision {
  const codes = command.type === 'accept' ? command.items : [command.item]
  const items = codes.flatMap((code) => find(list, code) ?? [])
  if (items.length < codes.length) return refused('not-found')
  if (items.some(({ content }) => content.region !== context.region)) return refused('not-allowed')
  if (list.phase === 'adopted') return refused('list-locked')
  if (list.phase === 'draft') return refused('wrong-state')
  switch (command.type) {
    case 'accept': {
      const open = items.filter((item) => item.answer !== 'accepted')
      return happened(...open.map(({ code }) => ({ type: 'item-accepted' as const, item: code, ...by(context) })))
    }
    case 'object': {
      const { item, kind, reason, proposal } = command
      return happened({ type: 'item-objected', item, kind, reason, proposal, ...by(context) })
    }
    case 'assign': {
      const { item, body: leadBody, person } = command
      if (context.bodies.get(leadBody)?.region !== context.region) return refused('item-body-foreign', 'body')
      if (endedBody({ body: leadBody, leadBody }, context) !== undefined) return refused('item-body-ended', 'body')
      return happened({ type: 'item-assigned', item, leadBody, person, ...by(context) })
    }
    default:
      return command satisfies never
  }
}

function settle(
  { item: code, how, reason }: Extract<ListCommand, { type: 'settle' }>,
  list: YearList,
  context: ListContext,
): ListDecision {
  const item = find(list, code)
  if (item === undefined) return refused('not-found')
  if (item.answer !== 'objected' && item.answer !== 'asked') return refused('wrong-state')
  const proposal = item.said?.proposal ?? null
  if (how === 'take' && proposal === null) return refused('wrong-state')
  const content = how === 'take' && proposal !== null ? withProposal(item.content, proposal, list.year) : item.content
  return happened({ type: 'item-settled', item: code, how, reason, content, ...by(context) })
}

/** The proposal becomes the list's own value; it no longer comes from the plan. */
function withProposal(content: ItemContent, { value, planWan }: Proposal, year: number): ItemContent {
  const { target, project } = content
  if (target !== null && value !== null) {
    const yearValue = { year, value, origin: 'list' as const }
    const path = target.path.map((point) => (point.year === year ? yearValue : point))
    return { ...content, target: { ...target, yearValue, path } }
  }
  if (project !== null && planWan !== null) return { ...content, project: { ...project, planWan, origin: 'list' } }
  return content
}
