import { decide, type ListCommand } from '@lianxi/domain/year-list/decide'
import type { ItemContent } from '@lianxi/schema/commands/year-list'
import { v4 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { readAudit } from '../readers/admin/audit'
import { findYearListView } from '../readers/year-list/one'
import { createBoardWorld, type World } from '../testing/board-world'
import { createYearList } from './create-list'
import { handleList } from './handle-list'
import { findYearList } from './row'

const zone = 'Z-PX'
const LIST = 'L-Z-PX-2026'
const ITEM = `${LIST}-510400-001`
const secretariat = { actor: { id: 'zhao', name: '赵明远' }, body: 'Z-PX-LXB', region: null }
const panzhihua = { actor: { id: 'jiang', name: '蒋文涛' }, body: '510400-FGJ', region: '510400' }
const drafting = { secretariat: ['Z-PX-LXB'], regions: [] }

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
})

const create = async () => {
  const input = { zone, region: null, year: 2026, name: '2026年度清单', copyOf: null, idempotencyKey: v4() }
  const press = { userId: 'zhao', key: v4(), procedure: 'create', input }
  return createYearList(world.prisma, { input, actor: secretariat.actor, body: 'Z-PX-LXB', press })
}
const tell = async (command: ListCommand, actor = secretariat as typeof secretariat | typeof panzhihua, key = v4()) => {
  const press = { userId: actor.actor.id, key, procedure: command.type, input: command }
  const expected = { list: null, items: [] }
  return handleList(world.prisma, { zone, list: LIST, command, actor, press, expected }, decide)
}
const project = (region: string): ItemContent => ({
  ...{ subject: 'PX-145-P001', kind: 'project', region, attribute: 'key', visibility: 'public', target: null },
  ...{ body: `${region}-FGJ`, leadBody: `${region}-FGJ`, coBodies: [], leader: '', person: '', measures: '' },
  ...{ deadline: '2026-12-31', frequency: 'month' },
  project: { planWan: 9000, totalWan: 40_000, origin: 'list', monthlyPercent: null, milestones: [], sharePercent: 50 },
})
const put = (region: string) => tell({ type: 'put-item', item: null, content: project(region) })
const deletion = (reason = '') => ({ type: 'delete', reason }) as const
const counted = async (what: string) => {
  const [row] = await world.prisma.$queryRawUnsafe<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${what}`)
  return row?.count ?? 0
}

it('deletes a draft once, however often it is pressed; the next person is told by whom', async () => {
  const before = await counted('outbox')
  await create()
  await put('510400')
  const key = v4()
  expect(await tell(deletion(), secretariat, key)).toEqual({ ok: true, id: LIST })
  expect(await tell(deletion(), secretariat, key)).toEqual({ ok: true, id: LIST })
  expect(await findYearList(world.prisma, zone, LIST)).toBeUndefined()
  for (const late of [deletion(), { type: 'open-consultation' } as const]) {
    const refused = await tell(late)
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'list-deleted' } })
    expect(refused.ok ? '' : refused.refusal.message).toContain('赵明远')
  }
  expect(await counted('notice')).toBe(0)
  expect(await counted('outbox')).toBe(before)
})

it('of two at once deletes for one and tells the other', async () => {
  await create()
  const both = await Promise.all([tell(deletion()), tell(deletion())])
  expect(both.map((one) => (one.ok ? 'done' : one.refusal.code)).sort()).toEqual(['done', 'list-deleted'])
})

it('leaves what it was in the audit and the steps, tells the regions, and a new one begins without it', async () => {
  await create()
  await put('510400')
  await put('513400')
  await tell({ type: 'open-consultation' })
  const proposal = { value: null, planWan: 8000 }
  await tell({ type: 'object', item: ITEM, kind: 'objected', reason: '资金未落实', proposal }, panzhihua)
  const seen = (await findYearList(world.prisma, zone, LIST))?.items[0]?.version ?? 0
  expect(await tell(deletion())).toMatchObject({ refusal: { code: 'reason-required' } })
  expect(await tell(deletion('年度有误'))).toMatchObject({ ok: true })

  const [entry] = (await readAudit(world.prisma, { kind: 'yearList', page: 1, pageSize: 10 })).rows
  expect(entry).toMatchObject({ action: 'yearList.delete', by: '赵明远', object: LIST })
  expect(entry?.detail).toMatchObject({ zone, name: '2026年度清单', phase: '征求意见', reason: '年度有误' })
  expect(JSON.stringify(entry?.detail['items'])).toContain('有异议，资金未落实，建议年度计划 8,000 万元（蒋文涛）')
  const notices = await world.prisma.notice.findMany({ orderBy: { body: 'asc' } })
  expect(notices.map(({ body, kind }) => [body, kind])).toEqual([
    ['510400-FGJ', 'list'],
    ['513400-FGJ', 'list'],
  ])
  expect(await counted(`year_list_step WHERE type = 'item-objected'`)).toBe(1)

  expect(await create()).toMatchObject({ ok: true })
  await put('510400')
  const [item] = (await findYearListView(world.prisma, zone, LIST, drafting))?.items ?? []
  expect(item).toMatchObject({ code: ITEM, steps: [{ text: '列入或修改' }] })
  expect(item?.version).toBeGreaterThan(seen)
})

it('is kept from deleting an adopted list by the database as well', async () => {
  await tell({ type: 'open-consultation' })
  await tell({ type: 'accept', items: [ITEM] }, panzhihua)
  const adopt = { type: 'adopt', basis: '联席会议2026年第一次会议', on: '2025-10-12' } as const
  expect(await tell(adopt)).toMatchObject({ ok: true })
  expect(await tell(deletion('年度有误'))).toMatchObject({ ok: false, refusal: { code: 'list-kept' } })
  await expect(world.sql(`DELETE FROM year_list WHERE code = '${LIST}'`)).rejects.toMatchObject({
    code: '23001',
  })
})
