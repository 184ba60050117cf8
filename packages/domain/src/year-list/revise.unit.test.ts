import { EVENTS } from '@lianxi/schema/events/registry'
import { describe, expect, it } from 'vitest'
import { accepted, adopted, content, given, ITEM, opened, panzhihua, put, secretariat } from './testing/given'

describe('an adopted list', () => {
  const inForce = [put(content()), opened, accepted, adopted]
  const revise = {
    type: 'revise',
    item: ITEM,
    reason: '形势变化',
    basis: '第二次会议',
    on: '2026-01-10',
    from: null,
  } as const
  it('is locked', () => {
    given(inForce).when({ type: 'put-item', item: ITEM, content: content() }).thenRefused('list-locked')
    given(inForce).when({ type: 'remove-item', item: ITEM }).thenRefused('list-locked')
    given(inForce)
      .when({ type: 'accept', items: [ITEM] }, panzhihua)
      .thenRefused('list-locked')
  })
  it('changes by a revision with reason and document, which keeps subject, region and frequency', () => {
    const lower = content({ deadline: '2026-11-30', frequency: 'month', region: '513400' })
    const [event, ...others] = given(inForce)
      .when({ ...revise, content: lower })
      .thenPublished()
    expect(event).toMatchObject({
      type: 'lianxi.item.revised.v1',
      data: { revision: 1, reason: '形势变化', basis: '第二次会议', item: { code: ITEM, deadline: '2026-11-30' } },
    })
    expect(others).toEqual([])
    const { items } = given(inForce)
      .when({ ...revise, content: lower })
      .thenList()
    expect(items[0]).toMatchObject({ revision: 1, content: { frequency: 'quarter', region: '510400' } })
  })
  it('is handed to another body from a period on: the duty says so, with every item it serves', () => {
    const handOver = { ...revise, content: content({ body: '510400-TJJ' }), from: '2026Q3' }
    const of = {
      ...{ body: '510400-FGW', frequency: 'quarter' as const, items: ['L-510400-2026-001', ITEM], from: null },
      servedBy: 'PZH-LC-T001',
    }
    const knowing = { ...secretariat, duties: new Map([['PX-145-T001 510400', of]]), reported: ['2026Q1', '2026Q2'] }
    const events = given(inForce).when(handOver, knowing).thenPublished()
    expect(events.map(({ type }) => type)).toEqual(['lianxi.item.revised.v1', 'lianxi.duty.assigned.v1'])
    expect(events[1]).toMatchObject({
      data: { body: '510400-TJJ', from: '2026Q3', items: ['L-510400-2026-001', ITEM], servedBy: 'PZH-LC-T001' },
    })
    for (const { type, data } of events) EVENTS[type].schema.parse(data)
    expect(given(inForce).when(handOver, knowing).thenList().items[0]?.content.body).toBe('510400-TJJ')
  })
  it('is handed over from a period of its own that nobody has reported, to a body of its region that is there', () => {
    const to = (body: string, from: string | null, reported: string[] = []) =>
      given(inForce).when({ ...revise, content: content({ body }), from }, { ...secretariat, reported })
    to('510400-TJJ', null).thenRefused('handover-from-missing')
    to('510400-TJJ', '2026-07').thenRefused('handover-from-period')
    to('510400-TJJ', '2025Q4').thenRefused('handover-from-period')
    to('510400-TJJ', '2026Q2', ['2026Q1', '2026Q2']).thenRefused('handover-reported', '2026年二季度')
    to('513400-FGW', '2026Q3').thenRefused('item-body-foreign')
    to('510400-JXW', '2026Q3').thenRefused('item-body-ended')
  })
  it('is not revised to what it is', () => {
    given(inForce)
      .when({ ...revise, content: content() })
      .thenRefused('item-unchanged')
  })
})
