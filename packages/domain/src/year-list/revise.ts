import type { ItemContent } from '@lianxi/schema/commands/year-list'
import { comparePeriods, frequencyOf, type Period, periodLabel, yearOf } from '@lianxi/schema/period'
import { by, endedBody, type ListContext, type ListDecision, refused } from './context'
import { revision } from './publication'
import type { Decided, ListItem, ListStep, YearList } from './state'

export type Revising = Decided & { item: string; content: ItemContent; from: Period | null }

/**
 * An adopted item changes with a reason and a document. Its subject, region and frequency stay; another body takes the
 * duty over from a period on (`from`), and what was reported before stays with who held it then.
 */
export function revise(command: Revising, list: YearList, context: ListContext): ListDecision {
  const { item: code, content, reason, basis, on } = command
  const item = list.items.find((one) => one.code === code)
  if (list.phase !== 'adopted') return refused('wrong-state')
  if (item === undefined) return refused('not-found')
  if (on > context.today) return refused('date-in-future', 'on')
  const { subject, region, frequency, kind } = item.content
  const revised = { ...content, subject, region, frequency, kind }
  if (JSON.stringify(revised) === JSON.stringify(item.content)) return refused('item-unchanged')
  const from = revised.body === item.content.body ? null : command.from
  const wrong = bodyRefusal(item, { content: revised, from }, list, context)
  if (wrong !== undefined) return wrong
  const step = { type: 'item-revised', item: code, content: revised, from, reason, basis, on, ...by(context) } as const
  const known = context.duties.get(`${subject} ${region}`)
  return { ok: true, steps: [step satisfies ListStep], publish: revision(list, item, step, known) }
}

type To = { content: ItemContent; from: Period | null }

function bodyRefusal(
  { content: before }: ListItem,
  { content, from }: To,
  list: YearList,
  context: ListContext,
): ListDecision | undefined {
  const { body, leadBody, region, frequency } = content
  if (body === before.body && leadBody === before.leadBody) return undefined
  const ended = endedBody(content, context)
  if (ended !== undefined) return refused('item-body-ended', 'body', `${ended.name}，${ended.endedOn ?? ''}撤销。`)
  if (body === before.body) return undefined
  if (context.bodies.get(body)?.region !== region) return refused('item-body-foreign', 'body')
  if (from === null) return refused('handover-from-missing', 'from')
  if (yearOf(from) !== list.year || frequencyOf(from) !== frequency) return refused('handover-from-period', 'from')
  const reported = context.reported.filter((period) => comparePeriods(period, from) >= 0)
  if (reported.length === 0) return undefined
  return refused('handover-reported', 'from', `已填报：${reported.map(periodLabel).join('、')}。`)
}
