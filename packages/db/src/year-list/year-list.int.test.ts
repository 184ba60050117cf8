import { decide, type ListCommand } from '@lianxi/domain/year-list/decide'
import type { ItemContent } from '@lianxi/schema/commands/year-list'
import { ListPlan, YearLists, YearListView } from '@lianxi/schema/views/year-list'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { readListPlan } from '../readers/year-list/plan'
import { readListSubjects } from '../readers/year-list/subjects'
import { findYearListView } from '../readers/year-list/one'
import { readYearLists } from '../readers/year-list/all'
import { createBoardWorld, type World } from '../testing/board-world'
import { createYearList } from './create-list'
import { handleList } from './handle-list'
import { findYearList } from './row'
import { fillItems } from './take-items'

const zone = 'Z-PX'
const LIST = 'L-Z-PX-2026'
const secretariat = { actor: { id: 'zhao', name: '赵明远' }, body: 'Z-PX-LXB', region: null }
const coordinator = (region: string) => ({
  actor: { id: region, name: `${region}统筹` },
  body: `${region}-FGJ`,
  region,
})
const drafting = { secretariat: ['Z-PX-LXB'], regions: [] }
const press = (procedure: string, input: unknown = v4()) => ({ userId: 'somebody', key: v4(), procedure, input })

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
})

const tell = (command: ListCommand, actor: Parameters<typeof handleList>[1]['actor'] = secretariat, seen = {}) =>
  handleList(
    world.prisma,
    { zone, list: LIST, command, actor, press: press(command.type), expected: { list: null, items: [], ...seen } },
    decide,
  )
const create = (region: string | null, year: number, copyOf: string | null = null) => {
  const input = { zone, region, year, name: `${year}年度清单`, copyOf, idempotencyKey: v4() }
  const actor = { id: 'zhao', name: '赵明远' }
  return createYearList(world.prisma, { input, actor, body: 'Z-PX-LXB', press: press('create', input) })
}
const view = async () => YearListView.parse(await findYearListView(world.prisma, zone, LIST, drafting))
const laidOut = async (plan: string | null = null) => {
  const list = await findYearList(world.prisma, zone, LIST)
  if (list === undefined) throw new Error('the list was created')
  return ListPlan.parse(await readListPlan(world.prisma, list, { plan, field: null, region: null }))
}
const project = (region: string): ItemContent => ({
  ...{ subject: 'PX-145-P001', kind: 'project', region, attribute: 'key', visibility: 'public', target: null },
  ...{ body: `${region}-FGJ`, leadBody: `${region}-FGJ`, coBodies: [], leader: '', person: '', measures: '' },
  ...{ deadline: '2026-12-31', frequency: 'month' },
  project: { planWan: 9000, totalWan: 40_000, origin: 'list', monthlyPercent: null, milestones: [], sharePercent: 50 },
})

describe('a year’s list', () => {
  it('starts empty or from last year’s, once an owner and year', async () => {
    const last = 'L-510403-2025'
    expect(await create(null, 2026)).toEqual({ ok: true, id: LIST })
    expect(await create(null, 2026)).toMatchObject({ ok: false, refusal: { code: 'list-exists' } })
    // Mistyped: no plan of the zone holds it.
    expect(await create(null, 2019)).toMatchObject({ ok: false, refusal: { code: 'list-year', field: 'year' } })
    expect(await create('510403', 2026, last)).toMatchObject({ ok: true, id: 'L-510403-2026' })
    const carried = await findYearListView(world.prisma, zone, 'L-510403-2026', {
      secretariat: [],
      regions: ['510403'],
    })
    expect(carried?.items.length).toBeGreaterThan(0)
    expect(carried?.items.every(({ content }) => content.deadline === '2026-12-31')).toBe(true)
  })

  it('is nobody’s business but the drafter’s until it is sent out', async () => {
    const others = { secretariat: [], regions: ['510400'] }
    expect(await findYearListView(world.prisma, zone, LIST, others)).toBeUndefined()
    const seen = YearLists.parse(await readYearLists(world.prisma, { zone }, others))
    expect(seen.lists.map(({ code }) => code)).not.toContain(LIST)
    expect((await readYearLists(world.prisma, { zone }, drafting)).lists.map(({ code }) => code)).toContain(LIST)
  })

  it('is filled from what issued plans promise', async () => {
    const found = await readListSubjects(world.prisma, { zone, region: null, year: 2026 }, '天然气')
    expect(found).toMatchObject([{ code: 'PX-145-P001', suggestion: { subject: 'PX-145-P001', frequency: 'month' } }])
    expect(await readListSubjects(world.prisma, { zone, region: '510402', year: 2026 }, '天然气')).toEqual([])
    await world.sql(`UPDATE board.fact SET doc = jsonb_set(doc, '{status}', '"draft"') WHERE kind = 'plan'`)
    expect(await readListSubjects(world.prisma, { zone, region: null, year: 2026 }, '天然气')).toEqual([])
    expect(await tell({ type: 'put-item', item: null, content: project('510400') })).toMatchObject({
      refusal: { code: 'item-plan-draft' },
    })
    await world.sql(`UPDATE board.fact SET doc = jsonb_set(doc, '{status}', '"issued"') WHERE kind = 'plan'`)
  })

  it('takes what is chosen of a plan in one press, with the figures as they were seen', async () => {
    const { list, plans } = await laidOut()
    expect(plans.map(({ code }) => code)).toEqual(['XQ-145'])
    const project = { subject: 'PX-145-P001', region: '513400' }
    const offered = (await laidOut('XQ-145')).rows.find(
      (row) => row.subject === project.subject && row.region.code === project.region,
    )
    expect(offered).toMatchObject({ region: { code: '513400' }, body: { code: '513400-FGJ' }, frequency: 'month' })
    const taken = [{ ...project, figure: { value: null, planWan: 4321 } }]
    const input = { ...{ zone, list: LIST, expectedVersion: list.version, idempotencyKey: v4(), taken } }
    const set = { attribute: 'binding' as const, leader: '周副市长', frequency: 'quarter' as const }
    const filled = await fillItems(world.prisma, { ...input, ...set }, 2026)
    expect(filled.unknown).toEqual([])
    expect(await tell({ type: 'take-items', contents: filled.contents })).toMatchObject({ ok: true })
    const [item] = (await view()).items
    expect(item?.content).toMatchObject({ ...set, project: { planWan: 4321, origin: 'list' } })
    expect((await laidOut('XQ-145')).rows.map(({ region, subject }) => `${subject} ${region.code}`)).not.toContain(
      'PX-145-P001 513400',
    )
    const nowhere = [{ subject: 'PX-145-P001', region: '510499', figure: { value: null, planWan: null } }]
    const { unknown } = await fillItems(world.prisma, { ...input, ...set, taken: nowhere }, 2026)
    expect(unknown).toEqual(['PX-145-P001'])
    await tell({ type: 'remove-item', item: item?.code ?? '' })
  })

  it('is negotiated: two people collide on an item, and every word is kept', async () => {
    await tell({ type: 'put-item', item: null, content: project('510400') })
    await tell({ type: 'put-item', item: null, content: project('513400') })
    await tell({ type: 'open-consultation' })
    const [mine, theirs] = (await view()).items
    if (mine === undefined || theirs === undefined) throw new Error('two items were put')
    const proposal = { value: null, planWan: 8000 }
    const object = { type: 'object', item: mine.code, kind: 'objected', reason: '资金未落实', proposal } as const
    const seen = { items: [{ item: mine.code, version: mine.version }] }
    expect(await tell(object, coordinator('510400'), seen)).toMatchObject({ ok: true })
    expect(await tell(object, coordinator('510400'), seen)).toMatchObject({ refusal: { code: 'list-changed' } })
    expect(await tell({ type: 'accept', items: [theirs.code] }, coordinator('513400'))).toMatchObject({ ok: true })
    await tell({ type: 'settle', item: mine.code, how: 'take', reason: '同意' })
    const [settled] = (await view()).items
    expect(settled).toMatchObject({ answer: 'accepted', content: { project: { planWan: 8000 } } })
    expect(settled?.steps.map(({ text }) => text)).toEqual([
      '列入或修改',
      '异议：资金未落实，建议年度计划 8,000 万元',
      '采纳建议：同意',
    ])
  })

  it('is adopted once, and from then on asks: list, items, duties and periods are on the board', async () => {
    const adopt = { type: 'adopt', basis: '联席会议2026年第一次会议', on: '2025-10-12' } as const
    const [one, other] = await Promise.all([tell(adopt), tell(adopt)])
    expect([one.ok, other.ok].sort()).toEqual([false, true])
    await world.settle()
    const rows = await world.prisma.$queryRaw<{ body: string; frequency: string; items: string[] }[]>`
      SELECT body, frequency, items FROM board.duty WHERE year = 2026 ORDER BY region`
    expect(rows).toMatchObject([
      { body: '510400-FGJ', frequency: 'month', items: [`${LIST}-510400-001`] },
      { body: '513400-FGJ', frequency: 'month' },
    ])
  })

  it('changes by a revision whose reason and original stay on the board', async () => {
    const item = `${LIST}-510400-001`
    const content = { ...project('510400'), deadline: '2027-06-30' }
    const revise = {
      type: 'revise',
      item,
      content,
      reason: '征地延期',
      basis: '第二次会议',
      on: '2025-10-12',
      from: null,
    } as const
    expect(await tell(revise)).toMatchObject({ ok: true })
    await world.settle()
    const rows = await world.prisma.$queryRaw<{ deadline: string }[]>`
      SELECT doc->>'deadline' AS deadline FROM board.item WHERE code = ${item}
      UNION ALL SELECT doc->>'deadline' FROM board.item_history WHERE code = ${item}`
    expect(rows.map(({ deadline }) => deadline)).toEqual(['2027-06-30', '2026-12-31'])
    const [first] = (await view()).items
    expect([first?.revision, first?.steps.at(-1)?.type]).toEqual([1, 'item-revised'])
  })

  it('that only the plan topic knows is read, and revised like any other', async () => {
    const code = 'L-510403-2025'
    const old = await findYearListView(world.prisma, zone, code, { secretariat: [], regions: ['510403'] })
    if (old?.items[0] === undefined) throw new Error('the world has a list of 西区')
    const [{ code: item, content }] = [old.items[0]]
    const command: ListCommand = {
      ...{ type: 'revise', item, content: { ...content, measures: '加密调度' } },
      ...{ reason: '年中调整', basis: '区政府常务会议', on: '2025-10-12', from: null },
    }
    const request = { zone, list: code, command, actor: coordinator('510403'), press: press('revise') }
    expect(await handleList(world.prisma, { ...request, expected: { list: 0, items: [] } }, decide)).toMatchObject({
      ok: true,
    })
    await world.settle()
    const again = await findYearListView(world.prisma, zone, code, drafting)
    expect(again).toMatchObject({ version: 1, phase: 'adopted' })
    expect(again?.items.find((one) => one.code === item)).toMatchObject({ revision: 1 })
  })
})
