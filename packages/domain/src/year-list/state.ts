import type { ItemContent, Proposal } from '@lianxi/schema/commands/year-list'
import type { CalendarRule } from '@lianxi/schema/events/commitments'
import type { Frequency, Period } from '@lianxi/schema/period'
import type { ItemAnswer, YearListState as Phase } from '@lianxi/schema/vocabulary'
import type { Person } from '../report/state'

/**
 * One item while its list is negotiated and after. `version` grows with its changes, from the list's own on: who saw
 * another one collides, also where a deleted list's item had this number.
 */
export type ListItem = {
  code: string
  position: number
  version: number
  content: ItemContent
  answer: ItemAnswer
  /** What the region said last: its objection or question, with a counter-proposal. */
  said: { reason: string; proposal: Proposal | null; by: string } | null
  /** What the drafter replied last. */
  reply: { reason: string; by: string } | null
  revision: number
}

/** A year's list (年度清单) of a zone (`region` null) or of a region. */
export type YearList = {
  zone: string
  code: string
  region: string | null
  year: number
  owner: string
  phase: Phase
  version: number
  name: string
  calendar: CalendarRule[]
  /** The whole of a zone's target for the year, against which the regions' parts are held. */
  wholes: { subject: string; value: string }[]
  adopted: { basis: string; on: string } | null
  items: ListItem[]
}

/**
 * A duty of the year as another adopted list created it; `from`: it was handed over to `body` from that period on;
 * `servedBy`: the subject whose report serves it, null: it is asked for itself.
 */
export type KnownDuty = {
  body: string
  frequency: Frequency
  items: string[]
  from: Period | null
  servedBy: string | null
}

type By = { by: Person; body: string; at: string }

/** What happened to a list, one row of its audit each. `item` is null for what concerns the whole list. */
export type ListStep = By &
  (
    | { type: 'changed'; item: null; name: string; calendar: CalendarRule[]; wholes: YearList['wholes'] }
    | { type: 'item-put'; item: string; position: number; content: ItemContent; agreed: boolean }
    | { type: 'item-removed'; item: string }
    | { type: 'consultation-opened'; item: null }
    | { type: 'item-accepted'; item: string }
    | { type: 'item-objected'; item: string; kind: 'objected' | 'asked'; reason: string; proposal: Proposal | null }
    | { type: 'item-assigned'; item: string; leadBody: string; reporting: string; person: string }
    | { type: 'item-settled'; item: string; how: 'take' | 'ask-again' | 'keep'; reason: string; content: ItemContent }
    | { type: 'adopted'; item: null; basis: string; on: string }
    | ({ type: 'item-revised'; item: string; content: ItemContent; from: Period | null } & Decided)
    | { type: 'deleted'; item: null; reason: string; was: Omit<YearList, 'zone' | 'code'> }
  )

/** Why an adopted item changed, and by which meeting or document. */
export type Decided = { reason: string; basis: string; on: string }

const SETTLED = { take: 'accepted', 'ask-again': 'open', keep: 'settled' } as const

const next = (item: ListItem, change: Partial<ListItem>): ListItem => ({
  ...item,
  ...change,
  version: item.version + 1,
})

/** The list after a step that `decide` allowed; items that did not change stay the same objects. */
export function evolve(list: YearList, step: ListStep): YearList {
  const version = list.version + 1
  const onItem = (change: (item: ListItem) => Partial<ListItem>): YearList => ({
    ...list,
    version,
    items: list.items.map((item) => (item.code === step.item ? next(item, change(item)) : item)),
  })
  switch (step.type) {
    case 'changed':
      return { ...list, version, name: step.name, calendar: step.calendar, wholes: step.wholes }
    case 'item-put':
      return putItem({ ...list, version }, step)
    case 'item-removed':
      return { ...list, version, items: list.items.filter(({ code }) => code !== step.item) }
    case 'consultation-opened':
      return { ...list, version, phase: 'consulting' }
    case 'item-accepted':
      return onItem(() => ({ answer: 'accepted' }))
    case 'item-objected': {
      const { kind, reason, proposal, by } = step
      return onItem(() => ({ answer: kind, said: { reason, proposal, by: by.name } }))
    }
    case 'item-assigned': {
      const { leadBody, reporting, person } = step
      return onItem(({ content }) => ({ content: { ...content, leadBody, body: reporting, person } }))
    }
    case 'item-settled': {
      const { how, reason, content, by } = step
      return onItem(() => ({ answer: SETTLED[how], content, reply: { reason, by: by.name } }))
    }
    case 'adopted':
      return { ...list, version, phase: 'adopted', adopted: { basis: step.basis, on: step.on } }
    case 'item-revised':
      return onItem(({ revision }) => ({ content: step.content, revision: revision + 1 }))
    case 'deleted':
      return { ...list, version, items: [] }
    default:
      return step satisfies never
  }
}

/** A changed item is asked again: what a region accepted was another one. */
function putItem(
  list: YearList,
  { item: code, position, content, agreed }: Extract<ListStep, { type: 'item-put' }>,
): YearList {
  const answer = agreed ? ('accepted' as const) : ('open' as const)
  if (list.items.some((item) => item.code === code)) {
    return { ...list, items: list.items.map((item) => (item.code === code ? next(item, { content, answer }) : item)) }
  }
  const { version } = list
  const added: ListItem = { code, position, version, content, answer, said: null, reply: null, revision: 0 }
  return { ...list, items: [...list.items, added] }
}
