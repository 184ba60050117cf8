import { EVENTS } from '@lianxi/schema/events/registry'
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
  it('once: a second time is told what the first one was', () => {
    given([...agreed, adopted])
      .when(...adopted)
      .thenRefused('list-adopted', '2026-01-10 2026年第一次会议')
  })
  it('not with a body that is no more', () => {
    const gone = content({ leadBody: '510400-JXW' })
    given([])
      .when({ type: 'put-item', item: null, content: gone })
      .thenRefused('item-body-ended', '市经信委，2026-01-01撤销')
    const before = { ...secretariat, today: '2025-12-31' }
    given([[{ type: 'put-item', item: null, content: gone }, before], opened, accepted])
      .when(...adopted)
      .thenRefused('item-body-ended', '第1项：市经信委')
  })
  it('not with shares that do not make a whole: the sentence is the arithmetic', () => {
    const share = (region: string, percent: number): ReturnType<typeof put> => {
      const money = { planWan: 9000, totalWan: null, origin: 'list', monthlyPercent: null, milestones: [] } as const
      const project = { ...money, milestones: [], sharePercent: percent }
      const body = { '510400': '510400-FGW', '510402': '510402-FGJ' }[region] ?? '513400-FGW'
      const item = content({
        subject: 'PX-145-P001',
        kind: 'project',
        region,
        body,
        leadBody: body,
        target: null,
        project,
      })
      const knowing = {
        ...secretariat,
        bindingSubjects: new Set(['PX-145-P001']),
        bodies: new Map([
          ...secretariat.bodies,
          ['510402-FGJ', { region: '510402', name: '区发展改革局', endedOn: null }],
        ]),
      }
      return [{ type: 'put-item', item: null, content: item }, knowing]
    }
    const keep = (code: string, region: string): ReturnType<typeof put> => [
      { type: 'accept', items: [code] },
      { ...panzhihua, region },
    ]
    const agreedOn = (...items: ReturnType<typeof put>[]) => {
      const { list } = given([...items, opened])
      return given(
        list.items.map(({ code, content: { region } }) => keep(code, region)),
        list,
      )
    }
    agreedOn(share('510400', 50), share('513400', 47))
      .when(...adopted)
      .thenRefused('list-shares', '川气入攀：攀枝花市 50% + 凉山州 47% = 97%。')
    // A district's part lies inside its city's.
    agreedOn(share('510400', 50), share('510402', 20), share('513400', 50))
      .when(...adopted)
      .thenPublished()
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
  it('gives figures of a year until the statistics are released, and no longer than the period is open', () => {
    const rule = { opensAfterDays: 1, dueAfterDays: 60, closesAfterDays: 150, dueTime: '18:00' }
    const calendar = [{ frequency: 'year' as const, ...rule }]
    const yearly = given([
      [{ type: 'change', name: '清单', calendar, wholes: [] }, secretariat],
      put(content({ frequency: 'year' })),
      opened,
      accepted,
    ])
    const due = (days: number) =>
      yearly
        .when(adopted[0], { ...secretariat, releases: new Map([['PX-145-T001', days]]) })
        .thenPublished()
        .flatMap(({ type, data }) => (type === 'lianxi.duty.extended.v1' ? [data.dueAt] : []))
    expect([due(60), due(90), due(300)]).toEqual([[], ['2027-03-31T10:00:00.000Z'], ['2027-05-30T10:00:00.000Z']])
    for (const { type, data } of yearly.when(adopted[0]).thenPublished()) EVENTS[type].schema.parse(data)
  })
  it('lets one duty serve two lists, and refuses two bodies or two frequencies for one figure', () => {
    const known = (change: object) => ({
      ...secretariat,
      duties: new Map([
        [
          'PX-145-T001 510400',
          {
            body: '510400-FGW',
            frequency: 'quarter' as const,
            items: ['L-510400-2026-001'],
            from: null,
            servedBy: null,
            ...change,
          },
        ],
      ]),
    })
    const events = given(agreed).when(adopted[0], known({})).thenPublished()
    expect(events.at(-1)).toMatchObject({ data: { items: ['L-510400-2026-001', ITEM] } })
    // A duty that was handed over in the year stays so.
    const handedOver = given(agreed)
      .when(adopted[0], known({ from: '2026Q3' }))
      .thenPublished()
    expect(handedOver.at(-1)).toMatchObject({ data: { from: '2026Q3' } })
    given(agreed)
      .when(adopted[0], known({ body: '510400-TJJ' }))
      .thenRefused('item-duty-differs')
    given(agreed)
      .when(adopted[0], known({ frequency: 'year' }))
      .thenRefused('item-duty-differs')
  })
})
