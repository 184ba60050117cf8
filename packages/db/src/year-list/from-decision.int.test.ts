import { decisionSheets } from '@lianxi/domain/plan-import/typed-decision'
import { decide, type ListCommand } from '@lianxi/domain/year-list/decide'
import { listTable } from '@lianxi/domain/year-list/table'
import { TypeDecision } from '@lianxi/schema/commands/plan-import'
import { YearListView } from '@lianxi/schema/views/year-list'
import { v4 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { applyPlanImport } from '../plan-import/apply'
import { storeUpload } from '../plan-import/upload'
import { readListPlan } from '../readers/year-list/plan'
import { findImportView } from '../readers/plan/import'
import { findYearListView } from '../readers/year-list/one'
import { createBoardWorld, type World } from '../testing/board-world'
import { createYearList } from './create-list'
import { handleList } from './handle-list'
import { findYearList } from './row'
import { fillItems } from './take-items'

const [zone, LIST, body] = ['Z-PX', 'L-Z-PX-2026', 'Z-PX-LXB'] as const
const actor = { id: 'zhao', name: '赵明远' }
const press = (input: unknown) => ({ userId: actor.id, key: v4(), procedure: 'test', input })

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
})
const tell = (command: ListCommand, region: string | null = null) => {
  const speaking = { actor, body: region === null ? body : `${region}-FGJ`, region }
  const expected = { list: null, items: [] }
  return handleList(
    world.prisma,
    { zone, list: LIST, command, actor: speaking, press: press(command), expected },
    decide,
  )
}
const view = async () =>
  YearListView.parse(await findYearListView(world.prisma, zone, LIST, { secretariat: [body], regions: [] }))

it('a decision typed in comes by the plans’ door; its matters go on the list with the decision as their basis', async () => {
  const matter = { field: '产业发展' as const, article: '议题二', bodies: '凉山州发展和改革局' }
  const decision = TypeDecision.parse({
    ...{
      zone,
      region: null,
      kind: 'minutes',
      name: '联席会议第三次会议纪要',
      issuer: '',
      documentNumber: '攀西联〔2025〕3号',
    },
    ...{ issuedOn: '2025-10-10', dueYear: 2026 },
    matters: [
      { ...matter, name: '共建消费帮扶专区', region: '513400' },
      { ...matter, name: '建立联合执法机制', region: null },
    ],
  })
  const sheets = decisionSheets(decision)
  const stored = await storeUpload(world.prisma, { zone, owner: null, fileName: '纪要（录入）', sheets, actor, body })
  if (!stored.ok) throw new Error(stored.refusal.message)
  const { id } = stored
  const { seen, counts } = (await findImportView(world.prisma, { zone, id }, () => true)) ?? {}
  expect(counts).toMatchObject({ added: 3, errors: 0 })
  const applying = { zone, id, idempotencyKey: v4(), seen: seen ?? '', warningsSeen: true }
  expect(await applyPlanImport(world.prisma, { input: applying, actor, body, press: press(applying) })).toMatchObject({
    ok: true,
  })
  await world.settle()

  const input = { zone, region: null, year: 2026, name: '2026年度清单', copyOf: null, idempotencyKey: v4() }
  await createYearList(world.prisma, { input, actor, body, press: press(input) })
  const list = await findYearList(world.prisma, zone, LIST)
  if (list === undefined) throw new Error('the list was created')
  const plans = (await readListPlan(world.prisma, list, { plan: null, field: null, region: null })).plans
  const plan = plans.find(({ name }) => name === '联席会议第三次会议纪要')?.code ?? ''
  const laidOut = await readListPlan(world.prisma, list, { plan, field: null, region: null })
  expect(laidOut.rows.map(({ name, region }) => `${name} ${region.shortName}`).sort()).toEqual([
    ...['共建消费帮扶专区 凉山州', '建立联合执法机制 凉山州', '建立联合执法机制 攀枝花市'],
  ])
  const taken = laidOut.rows.map(({ subject, region, figure }) => ({ subject, region: region.code, figure }))
  const set = { attribute: 'key' as const, leader: '', frequency: 'quarter' as const }
  const all = { zone, list: LIST, expectedVersion: list.version, idempotencyKey: v4(), taken, ...set }
  const { contents, unknown } = await fillItems(world.prisma, all, 2026)
  expect(unknown).toEqual([])
  expect(await tell({ type: 'take-items', contents })).toMatchObject({ ok: true })
  const shared = (await view()).items.find(({ name }) => name === '共建消费帮扶专区')
  expect(shared).toMatchObject({
    basis: '会议纪要《联席会议第三次会议纪要》（攀西联〔2025〕3号） 议题二',
    content: { target: { yearValue: null }, leadBody: '513400-FGJ', deadline: '2026-12-31' },
  })
  expect(listTable(await view()).rows.every(({ remark }) => remark.includes('攀西联〔2025〕3号'))).toBe(true)

  // From here on it is an item like any other: accepted, adopted, asked for until it is done.
  await tell({ type: 'open-consultation' })
  for (const region of ['510400', '513400']) {
    const mine = (await view()).items.filter((item) => item.content.region === region).map(({ code }) => code)
    expect(await tell({ type: 'accept', items: mine }, region)).toMatchObject({ ok: true })
  }
  expect(await tell({ type: 'adopt', basis: '联席会议第四次会议', on: '2025-10-12' })).toMatchObject({ ok: true })
  await world.settle()
  expect((await view()).items.map(({ basis }) => basis?.includes('议题二'))).toEqual([true, true, true])
  const duties = await world.prisma.$queryRaw<{ body: string }[]>`
    SELECT body FROM board.duty WHERE year = 2026 ORDER BY body`
  expect(duties.map(({ body: owing }) => owing)).toEqual(['510400-FGJ', '513400-FGJ', '513400-FGJ'])
})
