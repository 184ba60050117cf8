import type { Proposal } from '@lianxi/schema/commands/year-list'
import { by, endedBody, findItem, happened, type ListContext, type ListDecision, refused } from './context'
import type { ListItem, ListStep, YearList } from './state'

/** Items handed to a department and a person; null: stays. `reports`: the department reports them, not the office. */
export type Assigning = { items: string[]; body: string | null; reports: boolean; person: string | null }

/** What a region says to its own items. */
export type Answering =
  | { type: 'accept'; items: string[] }
  | { type: 'object'; item: string; kind: 'objected' | 'asked'; reason: string; proposal: Proposal | null }
  | ({ type: 'assign' } & Assigning)

/** The region's coordinator speaks for the region, to its own items and while they are negotiated. */
export function answer(command: Answering, list: YearList, context: ListContext): ListDecision {
  const codes = command.type === 'object' ? [command.item] : command.items
  const items = codes.flatMap((code) => findItem(list, code) ?? [])
  if (items.length < codes.length) return refused('not-found')
  if (items.some(({ content }) => content.region !== context.region)) return refused('not-allowed')
  if (list.phase === 'adopted') return refused('list-locked')
  // In a list of his own the coordinator need not wait for anybody to hand its items out.
  const own = command.type === 'assign' && list.region === context.region
  if (list.phase === 'draft' && !own) return refused('wrong-state')
  switch (command.type) {
    case 'accept': {
      const open = items.filter((item) => item.answer !== 'accepted')
      return happened(...open.map(({ code }) => ({ type: 'item-accepted' as const, item: code, ...by(context) })))
    }
    case 'object': {
      const { item, kind, reason, proposal } = command
      return happened({ type: 'item-objected', item, kind, reason, proposal, ...by(context) })
    }
    case 'assign':
      return assign(command, items, context)
    default:
      return command satisfies never
  }
}

function assign({ body, reports, person }: Assigning, items: readonly ListItem[], context: ListContext): ListDecision {
  if (body !== null && context.bodies.get(body)?.region !== context.region) return refused('item-body-foreign', 'body')
  if (body !== null && endedBody({ body, leadBody: body }, context) !== undefined) {
    return refused('item-body-ended', 'body')
  }
  return happened(
    ...items.map(({ code, content }): ListStep => ({
      ...{ type: 'item-assigned', item: code, leadBody: body ?? content.leadBody, person: person ?? content.person },
      ...{ reporting: reports && body !== null ? body : content.body, ...by(context) },
    })),
  )
}
