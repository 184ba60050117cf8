import { type Cell, EMPTY, type Sheet } from '@lianxi/office-files/plain-cell'
import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { ONLOOKER } from '../readers/plan/revisions'
import { findImportView } from '../readers/plan/import'
import { findPlanView, readPlans } from '../readers/plan/plans'
import { createBoardWorld, type World } from '../testing/board-world'
import { applyPlanImport } from './apply'
import { changeMapping } from './change-mapping'
import { storeUpload } from './upload'

const cell = (text: string): Cell => (text === '' ? EMPTY : { ...EMPTY, kind: 'text', text })
const sheet = (name: string, ...rows: string[][]): Sheet => ({
  ...{ name, hidden: false },
  rows: rows.map((cells, index) => ({ number: index + 1, cells: cells.map(cell) })),
})
const PLANS = sheet(
  '规划',
  ['编号', '规划名称', '起始年', '结束年', '状态'],
  ['PX-155', '攀西“十五五”规划', '2026', '2030', '已印发'],
)
const HEADS = ['目标名称', '所属规划', '领域', '行政区', '单位', '指标口径', '目标值', '章', '行']
const target = (name: string, value: string) => {
  const line = name === '常住人口' ? '12' : '13'
  return [name, 'PX-155', '公共服务', '东区', '万人', '时点', value, '第三章', line]
}
const book = (...rows: string[][]) => [PLANS, sheet('目标', HEADS, ...rows)]
const LIU = { id: 'u1', name: '刘某' }
const WANG = { id: 'u2', name: '王某' }

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
})

async function upload(sheets: Sheet[], actor = LIU) {
  const stored = await storeUpload(world.prisma, {
    zone: 'Z-PX',
    owner: null,
    fileName: '规划.xlsx',
    sheets,
    actor,
    body: 'Z-PX-LXB',
  })
  if (!stored.ok) throw new Error(stored.refusal.message)
  return stored.id
}
async function look(id: string) {
  const view = await findImportView(world.prisma, { zone: 'Z-PX', id }, () => true)
  if (view === null) throw new Error('no such import')
  return view
}
const apply = (id: string, seen: string, { actor = LIU, warningsSeen = false } = {}) => {
  const input = { zone: 'Z-PX', id, idempotencyKey: v4(), seen, warningsSeen }
  const press = { userId: actor.id, key: input.idempotencyKey, procedure: 'plan.applyImport', input }
  return applyPlanImport(world.prisma, { input, actor, body: 'Z-PX-LXB', press })
}
const codeOf = (answer: Awaited<ReturnType<typeof apply>>) => (answer.ok ? 'ok' : answer.refusal.code)

describe('a workbook on its way to the board', () => {
  let first: string
  it('shows what it would change and changes nothing', async () => {
    first = await upload(book(target('常住人口', '120'), target('城镇人口', '80')))
    const { counts, faults } = await look(first)
    expect([faults, counts]).toMatchObject([[], { added: 3, changed: 0, errors: 0 }])
    await world.settle()
    expect(
      (await readPlans(world.prisma, 'Z-PX', { owners: [], sight: null })).plans.map(({ code }) => code),
    ).not.toContain('PX-155')
  })

  it('goes out whole, tells how far it has come, and is on the board with its place in the plan', async () => {
    const { seen } = await look(first)
    expect(codeOf(await apply(first, seen))).toBe('ok')
    expect((await look(first)).applied).toMatchObject({ total: 3, done: 0 })
    await world.settle()
    expect((await look(first)).applied).toMatchObject({ total: 3, done: 3, parked: 0 })
    const plan = await findPlanView(world.prisma, 'Z-PX', 'PX-155', { sight: null, reviser: ONLOOKER, person: null })
    expect(plan?.targets.map(({ name, promise, where }) => [name, promise, where])).toEqual([
      ['常住人口', '120 万人（2030年）', '第三章 第12行'],
      ['城镇人口', '80 万人（2030年）', '第三章 第13行'],
    ])
    expect(codeOf(await apply(first, seen))).toBe('plan-import-applied')
  })

  it('changes nothing when it comes again, and only what differs when it was corrected', async () => {
    const again = await look(await upload(book(target('常住人口', '120'), target('城镇人口', '80'))))
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
    expect(codeOf(await apply(again.id, again.seen))).toBe('plan-import-empty')
    const corrected = await look(await upload(book(target('常住人口', '121'))))
    expect(corrected.changes.map(({ name, fields }) => [name, fields])).toEqual([
      ['常住人口', [{ title: '目标值', before: '120 万人', after: '121 万人' }]],
    ])
    expect(corrected.absent.map(({ name }) => name)).toEqual(['城镇人口'])
  })

  it('is refused whole for one error, and for warnings nobody looked at', async () => {
    const faulty = await look(await upload(book(target('甲', '1'), target('乙', '一百'))))
    expect(codeOf(await apply(faulty.id, faulty.seen))).toBe('plan-import-faulty')
    const file = book(['甲', 'PX-155', '公共服务', '东区', '%', '比重/率', '0.077', '', ''])
    const doubted = await look(await upload(file))
    expect(doubted.counts).toMatchObject({ errors: 0, warnings: 1 })
    expect(codeOf(await apply(doubted.id, doubted.seen))).toBe('plan-import-warnings')
  })

  it('of two people at once the second is told', async () => {
    const [one, other] = [
      await look(await upload(book(target('常住人口', '122')))),
      await look(await upload(book(target('常住人口', '123')), WANG)),
    ]
    expect(codeOf(await apply(one.id, one.seen))).toBe('ok')
    expect(codeOf(await apply(other.id, other.seen, { actor: WANG }))).toBe('plan-import-running')
    await world.settle()
    expect(codeOf(await apply(other.id, other.seen, { actor: WANG }))).toBe('plan-import-stale')
    const { seen, changes } = await look(other.id)
    expect(changes[0]?.fields).toEqual([{ title: '目标值', before: '122 万人', after: '123 万人' }])
    expect(codeOf(await apply(other.id, seen, { actor: WANG }))).toBe('ok')
    await world.settle()
  })

  it('columns are settled by a person; two of them do not overwrite each other', async () => {
    const own = sheet('表1', ['任务', '数量', '计量单位'], ['医院床位', '300', ''])
    const { id, sheets, version } = await look(await upload([own]))
    expect(sheets[0]?.mapping.kind).toBeNull()
    const columns = [
      { column: 1, field: 'name' },
      { column: 2, field: 'value' },
    ]
    const preset = Object.entries({ plan: 'PX-155', domain: '公共服务', region: '东区', unit: '张', basis: '时点' })
    const defaults = preset.map(([field, value]) => ({ field, value }))
    const mapping = [{ sheet: '表1', kind: 'target' as const, headRow: 1, firstRow: 2, columns, defaults }]
    const change = (expectedVersion: number) =>
      changeMapping(world.prisma, { zone: 'Z-PX', id, idempotencyKey: v4(), expectedVersion, mapping })
    expect(codeOf(await change(version))).toBe('ok')
    expect(codeOf(await change(version))).toBe('plan-import-changed')
    expect((await look(id)).changes.map(({ name }) => name)).toEqual(['医院床位'])
    const nowhere = { zone: 'Z-PX', id: v4(), idempotencyKey: v4(), expectedVersion: 1, mapping }
    expect(codeOf(await changeMapping(world.prisma, nowhere))).toBe('not-found')
    // Said to be targets and no more: the heads that are known fill themselves in.
    const said = [{ sheet: '表1', kind: 'target' as const, headRow: 0, firstRow: 0, columns: [], defaults: [] }]
    await changeMapping(world.prisma, { ...nowhere, id, expectedVersion: version + 1, mapping: said })
    const filled = (await look(id)).sheets[0]?.mapping
    expect(filled).toMatchObject({ headRow: 1, columns: [{ column: 3, field: 'unit' }] })
  })

  it('a file marked as classified is not kept', async () => {
    const marked = [sheet('表', ['秘密★3年'], ['甲'])]
    const answer = await storeUpload(world.prisma, {
      zone: 'Z-PX',
      owner: null,
      fileName: 'a.xlsx',
      sheets: marked,
      actor: LIU,
      body: 'Z-PX-LXB',
    })
    expect(codeOf(answer)).toBe('plan-import-classified')
  })
})

describe('a mid-term review', () => {
  const HEADS = ['编号', '目标名称', '所属规划', '领域', '目标值', '牵头单位']
  const read = async (value: string, lead = '') =>
    look(await upload([sheet('目标', HEADS, ['XQ-145-T001', '地区生产总值', 'XQ-145', '综合经济', value, lead])]))
  const levels = ({ faults }: Awaited<ReturnType<typeof look>>) => faults.map(({ level }) => level)

  it('that is proposed is told to whoever changes the value by a file: it would be void', async () => {
    const { data: before } = buildTargetListed()
    const aim = (value: string) => ({ value, valueHigh: null, targetYear: before.targetYear, yearly: [] })
    const words = {
      reason: '中期评估',
      document: '西发改〔2025〕3号',
      body: '510403-FGJ',
      person: '王某',
      on: '2025-10-01',
    }
    const target = { before: aim(before.value ?? ''), after: aim('200') }
    const about = { subject: before.code, number: 1, standing: 0, fromYear: 2025, target, project: null }
    world.say({ type: 'lianxi.revision.proposed.v1', data: { ...about, ...words } }, { source: '510403-FGJ' })
    await world.settle()
    const { faults } = await read('219')
    expect(faults).toMatchObject([
      { level: 'warning', message: expect.stringContaining('有一项修订建议待批准') as string },
    ])
    expect(levels(await read('218.4', '西区统计局'))).not.toContain('error')
  })

  it('that is approved is not taken back by a file, which may still correct what was not revised', async () => {
    const [before, after] = [buildTargetListed().data, buildTargetListed({ value: '200' }).data]
    const words = {
      reason: '中期评估',
      approvedBy: '区人大常委会',
      basis: '西人常〔2023〕4号',
      approvedOn: '2023-11-16',
    }
    world.say({ type: 'lianxi.target.revised.v1', data: { target: after, before, revision: 1, ...words } })
    await world.settle()
    const back = await read('218.4')
    expect(back.faults.map(({ message }) => message).join()).toContain('已经中期评估修订')
    expect(codeOf(await apply(back.id, back.seen))).toBe('plan-import-faulty')
    const corrected = await read('200', '西区统计局')
    expect(levels(corrected)).not.toContain('error')
    expect(corrected.changes.map(({ fields }) => fields?.map(({ title }) => title))).toEqual([['责任单位']])
  })
})
