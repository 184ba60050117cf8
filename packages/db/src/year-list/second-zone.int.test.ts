import { catalogueEvents } from '@lianxi/catalog/events/catalogue-events'
import { getCatalogue } from '@lianxi/catalog/load'
import { decide as decideReport } from '@lianxi/domain/report/decide'
import { decide, type ListCommand } from '@lianxi/domain/year-list/decide'
import type { TargetEntry } from '@lianxi/schema/commands/entry'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { addRegionInTx } from '../broker/add-place'
import { writeDueEvents } from '../calendar/write-due-events'
import { createPool } from '../pool'
import { readListSubjects } from '../readers/year-list/subjects'
import { readMechanism } from '../readers/year-list/mechanism'
import { readOverview } from '../readers/board/overview'
import { findYearListView } from '../readers/year-list/one'
import { readYearLists } from '../readers/year-list/all'
import { handleReport } from '../report/handle-report'
import { createBoardWorld, type World } from '../testing/board-world'
import { createYearList } from './create-list'
import { handleList } from './handle-list'

/** 川南经济区: nothing of it is code. What it is comes from the catalogue, its offices from the administrator's page. */
const zone = 'Z-CN'
const LIST = 'L-Z-CN-2025'
const CITY = '510300'
const OFFICE = '510300-FGW'
const secretariat = { actor: { id: 'qin', name: '秦秘书' }, body: 'Z-CN-LXB', region: null }
const city = { actor: { id: 'deng', name: '邓统筹' }, body: OFFICE, region: CITY }
const press = (input: unknown) => ({ userId: 'somebody', key: v4(), procedure: 'test', input })

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
})

const tell = (command: ListCommand, actor: Parameters<typeof handleList>[1]['actor']) =>
  handleList(
    world.prisma,
    { zone, list: LIST, command, actor, press: press(command), expected: { list: null, items: [] } },
    decide,
  )

const office = { id: 'xie', name: '谢填报', bodies: [OFFICE] }
const approver = { id: 'tan', name: '谭审核', bodies: [OFFICE] }
const figure: TargetEntry = {
  ...{ kind: 'target', nil: false, value: '1900', figureSource: '市统计局', note: '', problems: '', nextStep: '' },
}

describe('a second zone is switched on by data alone', () => {
  it('is listed with its mechanism, as its plan says and where', async () => {
    const catalogue = catalogueEvents(getCatalogue()).find((group) => group.zone === zone)
    for (const event of catalogue?.events ?? []) {
      world.say(event, { zone, source: 'Z-CN-LXB', time: '2025-01-10T00:00:00.000Z' })
    }
    await world.settle()
    const mechanism = await readMechanism(world.prisma, zone)
    const said = (fact: string) => mechanism.parts[0]?.facts.find((one) => one.fact === fact)
    expect(said('list-lead')).toMatchObject({ said: ['省发展改革委'] })
    expect(said('list-lead')?.source).toMatch(/川南经济区“十四五”一体化发展规划 · 第\d+行/)
    expect(said('tiers')).toEqual({ fact: 'tiers', said: null, source: null })
    expect(mechanism.responsible.map(({ name }) => name)).toEqual(['自贡市', '泸州市', '内江市', '宜宾市'])
  })

  it('gets an office of a region from the administrator', async () => {
    const input = {
      ...{ idempotencyKey: v4(), zone, code: CITY, name: '自贡市', shortName: '自贡', level: 'prefecture' as const },
      ...{ parent: '510000', responsible: true, officeCode: OFFICE, officeName: '自贡市发展和改革委员会' },
    }
    expect(await world.prisma.$transaction((tx) => addRegionInTx(tx, input))).toMatchObject({ ok: true })
    await world.settle()
    expect((await readMechanism(world.prisma, zone)).responsible.filter(({ code }) => code === CITY)).toHaveLength(1)
  })

  it('drafts a list under the name its mechanism gives, from its own plan; its region accepts; it is adopted', async () => {
    const viewer = { secretariat: ['Z-CN-LXB'], regions: [] }
    const { drafts, lead } = await readYearLists(world.prisma, { zone }, viewer)
    expect(drafts[0]?.listName).toBe('一体化发展年度重点任务清单')
    expect(lead).toBe('四川省发展和改革委员会牵头，川南经济区联席会议办公室参与。')
    const input = { zone, region: null, year: 2025, name: '川南2025年清单', copyOf: null, idempotencyKey: v4() }
    const creating = { input, actor: secretariat.actor, body: secretariat.body, press: press(input) }
    const another = { ...creating, body: 'Z-PX-LXB', press: press(input) }
    expect(await createYearList(world.prisma, another)).toMatchObject({ refusal: { code: 'list-lead' } })
    const seen = await readYearLists(world.prisma, { zone }, { ...viewer, secretariat: ['Z-PX-LXB'] })
    expect(seen.drafts).toEqual([])
    expect(await createYearList(world.prisma, creating)).toMatchObject({ ok: true })
    // Its plan names 凉山, which reports in 攀西: only who has an office here can be asked here.
    const offered = await findYearListView(world.prisma, zone, LIST, viewer)
    expect(offered?.regions.map(({ name }) => name)).toEqual(['自贡市'])
    const found = await readListSubjects(world.prisma, { zone, region: null, year: 2025 }, '装备制造产业集群')
    const suggestion = found.find(({ code }) => code === 'CN-145-T025')?.suggestion
    if (suggestion === undefined || suggestion === null) throw new Error('the plan of 川南 has the target')
    expect(suggestion).toMatchObject({ region: CITY, body: OFFICE, frequency: 'quarter' })
    const yearValue = { year: 2025, value: '2600', origin: 'list' as const }
    const content = { ...suggestion, target: { baseline: null, yearValue, path: [yearValue] } }
    expect(await tell({ type: 'put-item', item: null, content }, secretariat)).toMatchObject({ ok: true })
    await tell({ type: 'open-consultation' }, secretariat)
    const item = `${LIST}-${CITY}-001`
    expect(await tell({ type: 'accept', items: [item] }, city)).toMatchObject({ ok: true })
    const adopt = { type: 'adopt', basis: '川南经济区联席会议', on: '2025-10-12' } as const
    expect(await tell(adopt, secretariat)).toMatchObject({ ok: true })
    await world.settle()
    expect(await findYearListView(world.prisma, zone, LIST, viewer)).toMatchObject({ phase: 'adopted' })
  })

  it('asks, is reported, and shows it on its own board; 攀西 sees nothing of it', async () => {
    const worker = createPool(world.url('worker_app'))
    await writeDueEvents(worker)
    await worker.end()
    await world.settle()
    const key = { zone, region: CITY, subject: 'CN-145-T025', period: '2025Q3' }
    const written = { entry: figure, correctionReason: null, warningReasons: [] }
    const send = (command: Parameters<typeof decideReport>[0], actor: typeof office, expectedVersion: number | null) =>
      handleReport(world.prisma, { key, command, actor, expectedVersion, press: press(command.type) }, decideReport)
    expect(await send({ type: 'submit', ...written }, office, null)).toMatchObject({ ok: true })
    expect(await send({ type: 'approve' }, approver, 1)).toMatchObject({ ok: true })
    await world.settle()
    const rows = await world.prisma.$queryRaw<{ zone: string; state: string; value: string }[]>`
      SELECT zone, state, trim_scale(value)::text AS value FROM board.progress
      WHERE subject = 'CN-145-T025' AND period = '2025Q3'`
    expect(rows).toEqual([{ zone, state: 'reported', value: '1900' }])
    const board = JSON.stringify(await readOverview(world.prisma, zone, '2025Q3', null))
    expect(board).toContain('自贡')
    expect(JSON.stringify(await readOverview(world.prisma, 'Z-PX', '2025Q3', null))).not.toContain('自贡')
  })
})
