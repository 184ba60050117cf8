import type { ListContext } from './context'
import type { ListCommand } from './decide'
import { describe, expect, it } from 'vitest'
import {
  accepted,
  adopted,
  content,
  emptyList,
  given,
  ITEM,
  liangshan,
  opened,
  panzhihua,
  put,
  secretariat,
} from './testing/given'

const SECOND = 'L-Z-PX-2026-510400-002'

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
  it('is, where the mechanism says who leads it, for those bodies alone', () => {
    const led = (lead: string[]) => ({ ...secretariat, lead })
    const item: ListCommand = { type: 'put-item', item: null, content: content() }
    given([])
      .when(item, led(['510000-FGW', 'Z-PX-LXB']))
      .thenList()
    given([])
      .when(item, led(['510400-FGW']))
      .thenRefused('list-lead', '市发展改革委牵头')
    given([put(content()), opened, accepted])
      .when(adopted[0], led(['510400-FGW', '510400-TJJ']))
      .thenRefused('list-lead', '市发展改革委牵头，市统计局参与。')
    // A region's own list is not the zone's mechanism's business.
    const own = { ...emptyList, region: '510400' }
    given([], own)
      .when(item, { ...panzhihua, lead: ['510000-FGW'] })
      .thenList()
  })
  it('goes to the regions only with something on it', () => {
    given([]).when({ type: 'open-consultation' }).thenRefused('list-empty')
  })
})

describe('much of a plan is taken at once', () => {
  const many = { ...secretariat, bindingSubjects: new Set(['PX-145-T001', 'PX-145-T002', 'PX-145-T003']) }
  const take = (...subjects: string[]): ListCommand => ({
    type: 'take-items',
    contents: subjects.map((subject) => content({ subject })),
  })
  it('in the order it was chosen, each as if it were put alone', () => {
    const { items } = given([put(content())])
      .when(take('PX-145-T003', 'PX-145-T002'), many)
      .thenList()
    expect(items.map(({ position, content: { subject } }) => [position, subject])).toEqual([
      [1, 'PX-145-T001'],
      [2, 'PX-145-T003'],
      [3, 'PX-145-T002'],
    ])
    expect(new Set(items.map(({ code }) => code)).size).toBe(3)
  })
  it('all of it or nothing, and says which one cannot', () => {
    const named = { ...many, subjectNames: new Map([['PX-145-T009', '粮食产量']]) }
    given([]).when(take('PX-145-T002', 'PX-145-T009'), named).thenRefused('item-plan-draft', '粮食产量（攀枝花市）')
    given([put(content())])
      .when(take('PX-145-T002', 'PX-145-T001'), many)
      .thenRefused('item-duplicate')
  })
})

describe('a region answers', () => {
  const hand = {
    ...{ type: 'assign' as const, items: [ITEM], body: '510400-TJJ' as string | null },
    ...{ reports: false, person: '李工' },
  }
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
    const { items } = given(consulting).when(hand, panzhihua).thenList()
    expect(items[0]).toMatchObject({ content: { leadBody: '510400-TJJ', person: '李工', body: '510400-FGW' } })
    const refused = (body: string) =>
      given(consulting)
        .when({ ...hand, body }, panzhihua)
        .thenRefused(body === '510400-JXW' ? 'item-body-ended' : 'item-body-foreign')
    for (const body of ['513400-FGW', '510400-JXW']) refused(body)
  })
  it('lets the department report it too, and leaves what was not said', () => {
    const items = (change: Partial<typeof hand>) =>
      given([...consulting, [hand, panzhihua]])
        .when({ ...hand, ...change }, panzhihua)
        .thenList().items
    expect(items({ reports: true })[0]).toMatchObject({ content: { body: '510400-TJJ', person: '李工' } })
    expect(items({ body: null, person: '张工' })[0]).toMatchObject({
      content: { leadBody: '510400-TJJ', person: '张工', body: '510400-FGW' },
    })
  })
  it('hands out its own list before anybody is asked, another’s not', () => {
    const own = { ...emptyList, region: '510400', code: 'L-510400-2026' }
    const putOwn = [{ type: 'put-item', item: null, content: content() }, panzhihua] as const
    const items = ['L-510400-2026-510400-001']
    given([putOwn], own)
      .when({ ...hand, items }, panzhihua)
      .thenList()
    given([put(content())])
      .when(hand, panzhihua)
      .thenRefused('wrong-state')
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
      .thenList()
    given([put(content())])
      .when({ ...asked, content: content({ subject: 'PZH-LC-T001', frequency: 'year' }) }, same)
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
    const duty = {
      ...{
        body: '510400-FGW',
        frequency: 'quarter' as const,
        items: ['L-510400-2026-001'],
        from: null,
        servedBy: null,
      },
    }
    const due = (change: object) => ({ ...same, duties: new Map([['PZH-LC-T001 510400', { ...duty, ...change }]]) })
    const agreed = given([put(content()), opened, accepted])
    agreed.when(adopted[0], due({ body: '510400-TJJ' })).thenRefused('item-duty-same', '第1项')
    const servedIn = (context: ListContext) => agreed.when(adopted[0], context).thenPublished().at(-1)?.data
    expect(servedIn(due({}))).toMatchObject({ subject: 'PX-145-T001', servedBy: 'PZH-LC-T001' })
    // One that is served itself serves nobody.
    expect(servedIn(due({ servedBy: 'PZH-T009' }))).toMatchObject({ servedBy: 'PZH-T009' })
    expect(servedIn({ ...due({}), oneOf: new Map() })).not.toHaveProperty('servedBy')
  })

  it('within one list by the first that asks, and stays as it was where a duty stood before', () => {
    const second = [{ ...asked, item: null }, same] as const
    const both = given([put(content()), second, opened, accepted, [{ type: 'accept', items: [SECOND] }, panzhihua]])
    const servers = (context: ListContext) =>
      both
        .when(adopted[0], context)
        .thenPublished()
        .flatMap(({ type, data }) => (type === 'lianxi.duty.assigned.v1' ? [data.servedBy] : []))
    expect(servers(same)).toEqual([undefined, 'PX-145-T001'])
    const stood = { body: '510400-FGW', frequency: 'quarter' as const, items: ['L-1'], from: null, servedBy: null }
    expect(servers({ ...same, duties: new Map([['PZH-LC-T001 510400', stood]]) })).toEqual(['PZH-LC-T001', undefined])
  })
})
