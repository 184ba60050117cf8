import { describe, expect, it } from 'vitest'
import { noticesOfDeletedList } from '../notice/of-lists'
import { deletedItemText } from './delete'
import type { ListCommand } from './decide'
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

const remove = (reason = ''): ListCommand => ({ type: 'delete', reason })
const proposal = { value: '1480', planWan: null }
const objected = [
  { type: 'object', item: ITEM, kind: 'objected', reason: '基数过高', proposal } satisfies ListCommand,
  panzhihua,
] as const

describe('a list begun by mistake', () => {
  it('is deleted by who drafts it, and its last step says what it was', () => {
    const { list, when } = given([put(content())])
    expect(when(remove()).thenList().items).toEqual([])
    when(remove(), panzhihua).thenRefused('list-not-yours')
    when(remove(), { ...secretariat, lead: ['510400-FGW'] }).thenRefused('list-lead')
    const steps = given([put(content())])
      .when(remove())
      .thenSteps()
    expect(steps).toMatchObject([{ type: 'deleted', item: null, was: { name: list.name, items: list.items } }])
  })
  it('that was sent out needs a reason, also once the regions have answered', () => {
    const answered = given([put(content()), put(liangshan('2400')), opened, accepted])
    answered.when(remove(' ')).thenRefused('reason-required')
    expect(answered.when(remove('年度有误')).thenSteps()).toMatchObject([{ reason: '年度有误' }])
  })
  it('that is adopted stays, and by what it was adopted is said', () => {
    given([put(content()), opened, accepted, adopted])
      .when(remove('年度有误'))
      .thenRefused('list-kept', '2026-01-10 2026年第一次会议')
  })
  it('leaves in words what was asked and answered', () => {
    const { items } = given([put(content()), opened, objected]).list
    expect(items.map((item) => deletedItemText(item, secretariat))).toEqual([
      '1. （PX-145-T001，攀枝花市）：当年 1,500；填报 市发展改革委；有异议，基数过高，建议 1,480（蒋文涛）',
    ])
  })
})

describe('whoever was asked hears that it is gone', () => {
  const office = (region: string) => ({ code: `${region}-FGW`, kind: 'coordinating-office' as const, region })
  const offices = [office('510400'), office('513400'), office('510402'), { ...office('513400'), endedOn: '2026-01-01' }]
  const told = (list: Parameters<typeof noticesOfDeletedList>[0]) =>
    noticesOfDeletedList(list, { ...secretariat, reason: '年度有误' }, offices)
  const both = [put(content()), put(liangshan('2400'))]

  it('once it was sent out: each region on it, through its coordinator, and why', () => {
    const notices = told(given([...both, opened]).list)
    expect(notices.map(({ body, roles }) => [body, roles])).toEqual([
      ['510400-FGW', ['coordinator']],
      ['513400-FGW', ['coordinator']],
    ])
    expect(notices[0]?.text).toContain('已由赵明远删除')
    expect(notices[0]?.text).toContain('年度有误')
  })
  it('of a draft nobody, who never saw it', () => expect(told(given(both).list)).toEqual([]))
})

it('numbers the items of a new list on from those of the deleted one, whose page may still be open', () => {
  const { list } = given([put(content())])
  const gone = given([[remove(), secretariat]], list).list
  const { items } = given([put(content())], { ...gone, version: gone.version + 1 }).list
  expect(items[0]?.code).toBe(list.items[0]?.code)
  expect(items[0]?.version).toBeGreaterThan(list.items[0]?.version ?? 0)
})
