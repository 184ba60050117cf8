import { EVENTS } from '@lianxi/schema/events/registry'
import type { ListCommand } from './decide'
import { describe, expect, it } from 'vitest'
import {
  accepted,
  adopted,
  content,
  given,
  ITEM,
  liangshan,
  opened,
  panzhihua,
  put,
  secretariat,
} from './testing/given'

describe('a list is drafted', () => {
  it('numbers its items by region and order', () => {
    const { items } = given([put(content()), put(liangshan('2400'))]).list
    expect(items.map(({ code }) => code)).toEqual([ITEM, 'L-Z-PX-2026-513400-002'])
  })
  it('takes one subject of a region once', () => {
    given([put(content())])
      .when({ type: 'put-item', item: null, content: content() })
      .thenRefused('item-duplicate')
  })
  it('takes nothing from a plan that is only out for comment', () => {
    const draft = { ...secretariat, bindingSubjects: new Set<string>() }
    given([]).when({ type: 'put-item', item: null, content: content() }, draft).thenRefused('item-plan-draft')
  })
  it('has every item reported by a body of its region', () => {
    const foreign = content({ body: '513400-FGW' })
    given([]).when({ type: 'put-item', item: null, content: foreign }).thenRefused('item-body-foreign')
  })
  it('is the drafter’s alone', () => {
    given([]).when({ type: 'put-item', item: null, content: content() }, panzhihua).thenRefused('list-not-yours')
  })
  it('goes to the regions only with something on it', () => {
    given([]).when({ type: 'open-consultation' }).thenRefused('list-empty')
  })
})

describe('a region answers', () => {
  const consulting = [put(content()), put(liangshan('2400')), opened]
  const objection: ListCommand = {
    ...{ type: 'object', item: ITEM, kind: 'objected', reason: '与市计划不一致' },
    proposal: { value: '1480', planWan: null },
  }
  it('accepts its items', () => {
    expect(given([...consulting, accepted]).list.items[0]).toMatchObject({ answer: 'accepted' })
  })
  it('cannot answer for another region', () => {
    given(consulting)
      .when({ type: 'accept', items: ['L-Z-PX-2026-513400-002'] }, panzhihua)
      .thenRefused('not-allowed')
  })
  it('objects with a counter-proposal, which the drafter takes over', () => {
    const objected = given([...consulting, [objection, panzhihua]])
    expect(objected.list.items[0]).toMatchObject({ answer: 'objected', said: { by: '蒋文涛' } })
    const settled = objected.when({ type: 'settle', item: ITEM, how: 'take', reason: '同意' }).thenList()
    expect(settled.items[0]).toMatchObject({
      ...{ answer: 'accepted', reply: { reason: '同意' } },
      content: { target: { yearValue: { value: '1480', origin: 'list' } } },
    })
  })
  it('is heard: the drafter may keep the value, with a reason that stays', () => {
    const settle = { type: 'settle', item: ITEM, how: 'keep', reason: '经协商按原值' } as const
    const { items } = given([...consulting, [objection, panzhihua]])
      .when(settle)
      .thenList()
    expect(items[0]).toMatchObject({
      answer: 'settled',
      said: { reason: '与市计划不一致' },
      reply: { reason: '经协商按原值' },
    })
  })
  it('hands an item to a department of its own and a person', () => {
    const hand = { type: 'assign', item: ITEM, body: '510400-TJJ', person: '李工' } as const
    const { items } = given(consulting).when(hand, panzhihua).thenList()
    expect(items[0]).toMatchObject({ content: { leadBody: '510400-TJJ', person: '李工', body: '510400-FGW' } })
    given(consulting)
      .when({ ...hand, body: '513400-FGW' }, panzhihua)
      .thenRefused('item-body-foreign')
  })
  it('is asked again when the item changes after it accepted', () => {
    const changed = { type: 'put-item', item: ITEM, content: content({ measures: '按月调度' }) } as const
    expect(
      given([...consulting, accepted])
        .when(changed)
        .thenList().items[0],
    ).toMatchObject({ answer: 'open' })
  })
})

describe('a list is adopted', () => {
  const agreed = [put(content()), opened, accepted]
  it('only when every item is accepted or settled', () => {
    given([put(content()), put(liangshan('2400')), opened, accepted])
      .when(...adopted)
      .thenRefused('list-answers-open')
  })
  it('not with a date to come', () => {
    given(agreed).when({ type: 'adopt', basis: '会议', on: '2026-01-11' }).thenRefused('date-in-future')
  })
  it('not with an item whose frequency has no due dates', () => {
    const yearly = given([put(content({ frequency: 'year' })), opened, accepted])
    yearly.when(...adopted).thenRefused('list-no-calendar')
  })
  it('once', () => {
    given([...agreed, adopted])
      .when(...adopted)
      .thenRefused('list-locked')
  })
  it('says list, items and duties as events that keep their contracts', () => {
    const events = given(agreed)
      .when(...adopted)
      .thenPublished()
    expect(events.map(({ type }) => type)).toEqual([
      'lianxi.list.adopted.v1',
      'lianxi.item.listed.v1',
      'lianxi.duty.assigned.v1',
    ])
    for (const { type, data } of events) EVENTS[type].schema.parse(data)
    expect(JSON.stringify(events)).not.toContain('person')
  })
  it('lets one duty serve two lists, and refuses two bodies or two frequencies for one figure', () => {
    const known = (change: object) => ({
      ...secretariat,
      duties: new Map([
        [
          'PX-145-T001 510400',
          { body: '510400-FGW', frequency: 'quarter' as const, items: ['L-510400-2026-001'], ...change },
        ],
      ]),
    })
    const events = given(agreed).when(adopted[0], known({})).thenPublished()
    expect(events.at(-1)).toMatchObject({ data: { items: ['L-510400-2026-001', ITEM] } })
    given(agreed)
      .when(adopted[0], known({ body: '510400-TJJ' }))
      .thenRefused('item-duty-differs')
    given(agreed)
      .when(adopted[0], known({ frequency: 'year' }))
      .thenRefused('item-duty-differs')
  })
})

describe('an adopted list', () => {
  const inForce = [put(content()), opened, accepted, adopted]
  const revise = { type: 'revise', item: ITEM, reason: '形势变化', basis: '第二次会议', on: '2026-01-10' } as const
  it('is locked', () => {
    given(inForce).when({ type: 'put-item', item: ITEM, content: content() }).thenRefused('list-locked')
    given(inForce).when({ type: 'remove-item', item: ITEM }).thenRefused('list-locked')
    given(inForce)
      .when({ type: 'accept', items: [ITEM] }, panzhihua)
      .thenRefused('list-locked')
  })
  it('changes by a revision with reason and document, which keeps subject, body and frequency', () => {
    const lower = content({ deadline: '2026-11-30', frequency: 'month', body: '510400-TJJ' })
    const [event] = given(inForce)
      .when({ ...revise, content: lower })
      .thenPublished()
    expect(event).toMatchObject({
      type: 'lianxi.item.revised.v1',
      data: { revision: 1, reason: '形势变化', basis: '第二次会议', item: { code: ITEM, deadline: '2026-11-30' } },
    })
    const { items } = given(inForce)
      .when({ ...revise, content: lower })
      .thenList()
    expect(items[0]).toMatchObject({ revision: 1, content: { frequency: 'quarter', body: '510400-FGW' } })
  })
  it('is not revised to what it is', () => {
    given(inForce)
      .when({ ...revise, content: content() })
      .thenRefused('item-unchanged')
  })
})
