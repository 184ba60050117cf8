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

describe('one figure is asked for once', () => {
  const two = { ...secretariat, bindingSubjects: new Set(['PX-145-T001', 'PZH-LC-T001']) }
  const same = {
    ...two,
    oneOf: new Map([
      ['PX-145-T001', 'indicator I-GDP'],
      ['PZH-LC-T001', 'indicator I-GDP'],
    ]),
  }
  const other = content({ subject: 'PZH-LC-T001' })
  const asked = { type: 'put-item' as const, item: null, content: other }

  it('of a region, under whatever number its plans list it', () => {
    given([put(content())])
      .when(asked, same)
      .thenRefused('item-same', 'PX-145-T001')
    given([put(content())])
      .when(asked, two)
      .thenList()
    given([put(liangshan('2400'))])
      .when(asked, same)
      .thenList()
    given([put(content())])
      .when({ ...asked, item: ITEM }, same)
      .thenList()
  })

  it('also where another list of the year asks already', () => {
    const duty = { body: '510400-FGW', frequency: 'quarter' as const, items: ['L-510400-2026-001'], from: null }
    const due = { ...same, duties: new Map([['PZH-LC-T001 510400', duty]]) }
    const agreed = given([put(content()), opened, accepted])
    agreed.when(adopted[0], due).thenRefused('item-duty-same', '第1项')
    agreed.when(adopted[0], { ...due, oneOf: new Map() }).thenPublished()
  })
})
