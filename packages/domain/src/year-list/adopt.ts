import { shares } from './breakdown'
import {
  askedElsewhere,
  by,
  dutiesOf,
  endedBody,
  isReportedAlike,
  type ListContext,
  type ListDecision,
  nameOf,
  refused,
} from './context'
import { adoption } from './publication'
import { untilReleased } from './release'
import type { ListStep, YearList } from './state'

export type Adopting = { basis: string; on: string }

/** 下达: once, with every item agreed, every figure due somewhere, nobody asked twice, and shares that make a whole. */
export function adopt({ basis, on }: Adopting, list: YearList, context: ListContext): ListDecision {
  const wrong = agreementRefusal(list) ?? dutyRefusal(list, context) ?? sharesRefusal(list, context)
  if (wrong !== undefined) return wrong
  if (on > context.today) return refused('date-in-future', 'on')
  const step: ListStep = { type: 'adopted', item: null, basis, on, ...by(context) }
  const released = untilReleased(list, context.releases, context.actor.name)
  return { ok: true, steps: [step], publish: [...adoption(list, { basis, on }, context), ...released] }
}

function agreementRefusal(list: YearList): ListDecision | undefined {
  if (list.items.length === 0) return refused('list-empty')
  const open = list.items.some(({ answer: said }) => said !== 'accepted' && said !== 'settled')
  return open ? refused('list-answers-open') : undefined
}

function dutyRefusal(list: YearList, context: ListContext): ListDecision | undefined {
  for (const { position, content } of list.items) {
    const ended = endedBody(content, context)
    if (ended !== undefined) {
      return refused('item-body-ended', null, `第${position}项：${ended.name}，${ended.endedOn ?? ''}撤销。`)
    }
  }
  const calendar = new Set(list.calendar.map(({ frequency }) => frequency))
  if (list.items.some(({ content }) => !calendar.has(content.frequency))) return refused('list-no-calendar', 'calendar')
  const clash = list.items.some(({ content }) => {
    const known = context.duties.get(`${content.subject} ${content.region}`)
    return known !== undefined && !isReportedAlike(known, content)
  })
  if (clash) return refused('item-duty-differs')
  const due = dutiesOf(context)
  for (const { position, content } of list.items) {
    const twin = askedElsewhere(content, due, context)
    if (twin === undefined || isReportedAlike(twin, content)) continue
    return refused('item-duty-same', null, `第${position}项与${nameOf(twin, context)}`)
  }
  return undefined
}

/** The arithmetic is the sentence: whoever reads it sees which part to look at. */
function sharesRefusal(list: YearList, { regions, subjectNames }: ListContext): ListDecision | undefined {
  const wrong = shares(list, regions).find(({ percent }) => percent !== 100)
  if (wrong === undefined) return undefined
  const parts = wrong.parts.map(({ region, percent }) => `${regions.get(region)?.name ?? region} ${percent}%`)
  const name = subjectNames.get(wrong.subject) ?? wrong.subject
  return refused('list-shares', null, `${name}：${parts.join(' + ')} = ${wrong.percent}%。`)
}
