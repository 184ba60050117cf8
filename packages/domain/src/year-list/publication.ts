import type { ItemContent } from '@lianxi/schema/commands/year-list'
import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Period } from '@lianxi/schema/period'
import type { KnownDuty, ListItem, ListStep, YearList } from './state'

/** The item as the plan topic carries it: names of persons stay in the web. */
function listed(list: YearList, { code, position }: ListItem, content: ItemContent): ItemListed {
  const { subject, kind, region, attribute, visibility, leadBody, coBodies, measures, deadline, target, project } =
    content
  const said = { attribute, visibility, leadBody, coBodies, measures: measures === '' ? null : measures, deadline }
  return { code, list: list.code, subject, kind, year: list.year, region, order: position, ...said, target, project }
}

/**
 * An adopted list as events: the list, its items, and the duties they create. A duty another list of the year created
 * already is the same duty and now serves this item too: nothing is asked twice.
 */
export function adoption(
  list: YearList,
  { basis, on }: { basis: string; on: string },
  duties: ReadonlyMap<string, KnownDuty>,
): LianxiEvent[] {
  const { code, name, year, owner, calendar } = list
  const items = [...list.items].sort((a, b) => a.position - b.position)
  return [
    { type: 'lianxi.list.adopted.v1', data: { code, name, year, owner, adoptedBy: basis, adoptedOn: on, calendar } },
    ...items.map((item): LianxiEvent => ({ type: 'lianxi.item.listed.v1', data: listed(list, item, item.content) })),
    ...items.map(({ code: item, content }): LianxiEvent => {
      const known = duties.get(`${content.subject} ${content.region}`)
      return duty(content, { year, items: serving(known, item), from: known?.from ?? null })
    }),
  ]
}

const serving = (known: KnownDuty | undefined, item: string): string[] => [
  ...(known?.items ?? []).filter((other) => other !== item),
  item,
]

/** A duty that was handed over in the year stays so when another list asks for the same. */
function duty(
  { subject, kind, region, body, frequency }: ItemContent,
  { year, items, from }: { year: number; items: string[]; from: Period | null },
): LianxiEvent {
  const data = { subject, kind, region, year, body, frequency, items }
  return { type: 'lianxi.duty.assigned.v1', data: from === null ? data : { ...data, from } }
}

/** The revised item and, where another body takes over, its duty from that period on. */
export function revision(
  list: YearList,
  item: ListItem,
  { content, from, reason, basis, on }: Extract<ListStep, { type: 'item-revised' }>,
  known: KnownDuty | undefined,
): LianxiEvent[] {
  const data = { item: listed(list, item, content), revision: item.revision + 1, reason, basis, revisedOn: on }
  const revised: LianxiEvent = { type: 'lianxi.item.revised.v1', data }
  if (from === null) return [revised]
  return [revised, duty(content, { year: list.year, items: serving(known, item.code), from })]
}
