import type { ItemContent } from '@lianxi/schema/commands/year-list'
import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
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
      const { subject, kind, region, body, frequency } = content
      const served = duties.get(`${subject} ${region}`)?.items ?? []
      const serving = { year, body, frequency, items: [...served.filter((other) => other !== item), item] }
      return { type: 'lianxi.duty.assigned.v1', data: { subject, kind, region, ...serving } }
    }),
  ]
}

export function revision(
  list: YearList,
  item: ListItem,
  { content, reason, basis, on }: Extract<ListStep, { type: 'item-revised' }>,
): LianxiEvent {
  const data = { item: listed(list, item, content), revision: item.revision + 1, reason, basis, revisedOn: on }
  return { type: 'lianxi.item.revised.v1', data }
}
