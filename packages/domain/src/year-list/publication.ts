import type { ItemContent } from '@lianxi/schema/commands/year-list'
import type { ItemListed } from '@lianxi/schema/events/commitments'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Period } from '@lianxi/schema/period'
import { askedElsewhere, dutiesOf, type ListContext } from './context'
import type { KnownDuty, ListItem, ListStep, YearList } from './state'

/** The item as the plan topic carries it: names of persons stay in the web. */
function listed(list: YearList, { code, position }: ListItem, content: ItemContent): ItemListed {
  const { subject, kind, region, attribute, visibility, leadBody, coBodies, measures, deadline, target, project } =
    content
  const said = { attribute, visibility, leadBody, coBodies, measures: measures === '' ? null : measures, deadline }
  return { code, list: list.code, subject, kind, year: list.year, region, order: position, ...said, target, project }
}

type Known = Pick<ListContext, 'duties' | 'oneOf'>

/**
 * An adopted list as events: the list, its items, and the duties they create. A duty another list of the year created
 * already is the same duty and now serves this item too, and what is the same figure under another subject is served by
 * the one that is asked for already: nothing is asked twice.
 */
export function adoption(
  list: YearList,
  { basis, on }: { basis: string; on: string },
  { duties, oneOf }: Known,
): LianxiEvent[] {
  const { code, name, year, owner, calendar } = list
  const items = [...list.items].sort((a, b) => a.position - b.position)
  const served = serversOf(items, { duties, oneOf })
  return [
    { type: 'lianxi.list.adopted.v1', data: { code, name, year, owner, adoptedBy: basis, adoptedOn: on, calendar } },
    ...items.map((item): LianxiEvent => ({ type: 'lianxi.item.listed.v1', data: listed(list, item, item.content) })),
    ...items.map(({ code: item, content }): LianxiEvent => {
      const known = duties.get(`${content.subject} ${content.region}`)
      const servedBy = served.get(item) ?? null
      return duty(content, { year, items: serving(known, item), from: known?.from ?? null, servedBy })
    }),
  ]
}

/**
 * Which subject's report serves each item, by the item's code: one that is asked for already in the year, else the first
 * of the list. A duty that stands is left as it is: what its office has begun stays where it is.
 */
function serversOf(items: readonly ListItem[], known: Known): Map<string, string> {
  const asked: { subject: string; region: string; servedBy: string | null }[] = dutiesOf(known)
  const served = new Map<string, string>()
  for (const { code, content } of items) {
    const { subject, region } = content
    const standing = known.duties.get(`${subject} ${region}`)
    const twin = standing === undefined ? askedElsewhere(content, asked, known) : undefined
    const servedBy = standing === undefined ? (twin?.servedBy ?? twin?.subject ?? null) : standing.servedBy
    if (servedBy !== null) served.set(code, servedBy)
    if (standing === undefined) asked.push({ subject, region, servedBy })
  }
  return served
}

const serving = (known: KnownDuty | undefined, item: string): string[] => [
  ...(known?.items ?? []).filter((other) => other !== item),
  item,
]

/** A duty that was handed over in the year stays so when another list asks for the same. */
function duty(
  { subject, kind, region, body, frequency }: ItemContent,
  { year, items, from, servedBy }: { year: number; items: string[]; from: Period | null; servedBy: string | null },
): LianxiEvent {
  const data = {
    ...{ subject, kind, region, year, body, frequency, items },
    ...(from !== null && { from }),
    ...(servedBy !== null && { servedBy }),
  }
  return { type: 'lianxi.duty.assigned.v1', data }
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
  const { servedBy = null } = known ?? {}
  return [revised, duty(content, { year: list.year, items: serving(known, item.code), from, servedBy })]
}
