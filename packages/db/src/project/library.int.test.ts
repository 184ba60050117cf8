import { decideLibrary } from '@lianxi/domain/project/decide'
import type { LibraryDeed } from '@lianxi/schema/commands/library'
import { LibraryInput, LibraryList, LibraryProject } from '@lianxi/schema/views/library'
import { buildProjectListed } from '@lianxi/testkit/events-facts'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { readLibrary } from '../readers/library/read'
import { findLibraryProject } from '../readers/library/project'
import { createPool } from '../pool'
import { rebuildBoard } from '../rebuild/rebuild'
import { createBoardWorld, type World } from '../testing/board-world'
import { handleLibrary } from './handle-library'

const zone = 'Z-PX'
const secretariat = { secretariat: true, regions: [] }
const [ZONE_PLAN, CITY_PLAN, OTHER] = ['PX-145-P251', 'PZH-LC-P048', 'PX-145-P252'] as const

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
  const place = { regions: ['510400'], crossRegion: false, stage: null, possibleSameAs: [] }
  for (const event of [
    buildProjectListed({
      ...place,
      code: ZONE_PLAN,
      name: '攀枝花机场迁建',
      investmentWan: 900_000,
      stage: 'preliminary',
      possibleSameAs: [OTHER],
    }),
    buildProjectListed({
      ...place,
      code: CITY_PLAN,
      name: '攀枝花机场迁建工程',
      plan: 'PZH-LC',
      source: { plan: 'PZH-LC', chapter: null, section: null, box: null, line: 48 },
      investmentWan: 880_000,
    }),
    buildProjectListed({ ...place, code: OTHER, name: '攀枝花港', possibleSameAs: [ZONE_PLAN] }),
  ])
    world.say(event, { source: 'Z-PX-LXB' })
  await world.settle()
})

type Asked = { seen?: string | null; keeper?: typeof secretariat; key?: string }
function tell(deed: LibraryDeed, { seen, keeper = secretariat, key = v4() }: Asked = {}) {
  const press = { userId: 'zhao', key, procedure: 'library.record', input: deed }
  const who = { actor: { id: 'zhao', name: '赵明远' }, body: 'Z-PX-LXB', keeper, press }
  return handleLibrary(world.prisma, { zone, deed, seen, ...who }, decideLibrary)
}
const project = async (code: string) =>
  LibraryProject.parse(await findLibraryProject(world.prisma, { zone, code }, null, secretariat))
const list = async (input: Partial<LibraryInput> = {}) =>
  LibraryList.parse(await readLibrary(world.prisma, LibraryInput.parse({ zone, ...input }), null))
const merge = (code: string, into: string): LibraryDeed => ({
  type: 'merge',
  code,
  into,
  reason: '两级规划所列',
  basis: '',
})
const advance = (change: Partial<Extract<LibraryDeed, { type: 'advance' }>> = {}): LibraryDeed => ({
  ...{ type: 'advance', code: ZONE_PLAN, rung: 'to-start', on: '2025-09-01', document: '川发改〔2025〕1号' },
  ...{ note: '', reason: '', ...change },
})

describe('two listings of one project', () => {
  it('are asked about, with the reason, and once by the plans’ own data', async () => {
    const { suspicions, listings, standing } = await project(ZONE_PLAN)
    expect(suspicions).toMatchObject([
      { of: ZONE_PLAN, code: CITY_PLAN, mayDecide: true },
      { code: OTHER, score: null, reasons: ['规划资料标注为疑似同一项目'] },
    ])
    expect(suspicions[0]?.reasons).toContain('所在地区相同')
    expect(listings.map(({ code }) => code)).toEqual([ZONE_PLAN])
    expect(standing).toEqual({ rung: 'preliminary', recorded: false, on: null })
  })

  it('become one row with both listings, each with its own provenance; nothing is added up', async () => {
    const before = await list({ q: '机场' })
    expect(before.rows.map(({ code }) => code)).toEqual([ZONE_PLAN, CITY_PLAN])
    expect(await tell(merge(CITY_PLAN, ZONE_PLAN))).toEqual({ ok: true, id: CITY_PLAN })
    await world.settle()
    const after = await list({ q: '机场迁建工程' })
    expect(after.rows).toMatchObject([{ code: ZONE_PLAN, listings: 2, investmentWan: 900_000 }])
    const { listings, log } = await project(ZONE_PLAN)
    expect(listings.map(({ code, source }) => [code, source.plan])).toEqual([
      [ZONE_PLAN, 'XQ-145'],
      [CITY_PLAN, 'PZH-LC'],
    ])
    expect(listings[1]?.merged).toMatchObject({ into: ZONE_PLAN, by: '赵明远', body: '攀西经济区联席会议办公室' })
    expect(log).toMatchObject([{ text: `${CITY_PLAN} 并入 ${ZONE_PLAN}：两级规划所列` }])
    expect((await project(CITY_PLAN)).leader).toEqual({ code: ZONE_PLAN, name: '攀枝花机场迁建' })
  })

  it('refuse a circle even before the worker has folded the first merge', async () => {
    expect(await tell({ type: 'separate', code: CITY_PLAN, from: ZONE_PLAN, reason: '重新核对' })).toMatchObject({
      ok: true,
    })
    expect(await tell(merge(ZONE_PLAN, CITY_PLAN))).toMatchObject({ ok: true })
    expect(await tell(merge(CITY_PLAN, ZONE_PLAN))).toMatchObject({ refusal: { code: 'merge-already' } })
    await world.settle()
    expect((await list({ q: '机场' })).rows).toMatchObject([{ code: CITY_PLAN, listings: 2 }])
    await tell({ type: 'separate', code: ZONE_PLAN, from: CITY_PLAN, reason: '两个项目' })
    await world.settle()
    expect((await list({ q: '机场' })).rows.map(({ listings }) => listings)).toEqual([1, 1])
  })

  it('once told apart are not asked about again', async () => {
    expect(await tell({ type: 'keep-apart', code: CITY_PLAN, other: ZONE_PLAN, reason: '两个项目' })).toMatchObject({
      ok: true,
    })
    await world.settle()
    for (const code of [ZONE_PLAN, CITY_PLAN]) {
      const { suspicions, apart } = await project(code)
      expect(suspicions.map((one) => one.code)).not.toContain(code === ZONE_PLAN ? CITY_PLAN : ZONE_PLAN)
      expect(apart).toMatchObject([{ code: code === ZONE_PLAN ? CITY_PLAN : ZONE_PLAN, reason: '两个项目' }])
    }
    expect((await list({ show: 'suspected' })).rows.map(({ code }) => code).sort()).toEqual([ZONE_PLAN, OTHER])
  })
})

describe('the ladder', () => {
  it('is recorded, shown with its document, and stands in the year’s views', async () => {
    expect(await tell(advance())).toMatchObject({ ok: true })
    const step = { on: '2025-09-02', document: '', note: '' }
    await tell({ ...step, type: 'record-step', code: ZONE_PLAN, step: 'land', state: 'done' })
    await tell({ ...step, type: 'record-gate', code: ZONE_PLAN, gate: 'experts', outcome: 'conditional' })
    await tell({ type: 'schedule', code: ZONE_PLAN, startIn: '2026-03', completeIn: '', note: '' })
    await world.settle()
    const shown = await project(ZONE_PLAN)
    expect(shown).toMatchObject({
      standing: { rung: 'to-start', recorded: true, on: '2025-09-01' },
      rung: { document: '川发改〔2025〕1号' },
      schedule: { startIn: '2026-03', recorded: true },
      place: { view: 'reserve', basis: 'planned' },
    })
    expect(shown.steps.find(({ step: name }) => name === 'land')?.last).toMatchObject({ state: 'done' })
    expect(shown.gates.find(({ gate }) => gate === 'experts')?.last).toMatchObject({ outcome: 'conditional' })
    const next = await list({ year: 2026, view: 'starting' })
    expect(next.rows.map(({ code }) => code)).toEqual([ZONE_PLAN])
    expect(next.views.starting).toBe(1)
  })

  it('tells a second person that somebody was there first', async () => {
    const { seen } = await project(ZONE_PLAN)
    expect(await tell(advance({ rung: 'under-construction' }), { seen })).toMatchObject({ ok: true })
    expect(await tell(advance({ rung: 'completed' }), { seen })).toMatchObject({ refusal: { code: 'library-changed' } })
    await world.settle()
  })

  it('does one press once', async () => {
    const key = v4()
    const deed = advance({ rung: 'to-start', reason: '停建待批' })
    expect(await tell(deed, { key })).toEqual(await tell(deed, { key }))
    await world.settle()
    expect((await project(ZONE_PLAN)).log.filter(({ text }) => text.includes('停建待批'))).toHaveLength(1)
  })

  it('a region that reports building contradicts it', async () => {
    await world.sql(
      `UPDATE board.progress SET stage = 'under-construction' WHERE subject = 'PX-145-P001' AND region = '510400'`,
    )
    await tell({
      type: 'advance',
      code: 'PX-145-P001',
      rung: 'reserve',
      on: '2025-01-01',
      document: '',
      note: '',
      reason: '',
    })
    await world.settle()
    expect((await list({ show: 'contradicting' })).rows).toMatchObject([
      { code: 'PX-145-P001', contradiction: '填报为“在建”，储备库仍为“储备”' },
    ])
    await world.sql(`UPDATE board.progress SET stage = NULL WHERE subject = 'PX-145-P001'`)
  })
})

describe('the past and the replay', () => {
  it('a past moment has the library as it was then', async () => {
    const admin = createPool(world.url('admin'), { max: 1 })
    const { rows } = await admin.query<{ rung: string }>(
      `SELECT rung FROM board.library_history WHERE code = $1 AND rung IS NOT NULL ORDER BY lower(valid)`,
      [ZONE_PLAN],
    )
    await admin.end()
    expect(rows.map(({ rung }) => rung)).toEqual(['to-start', 'under-construction'])
  })

  it('a rebuild from the events gives every row and every history again', async () => {
    const rebuilt = await rebuildBoard({
      ...{ url: world.url('migrator'), swap: false, signal: new AbortController().signal, onProgress: () => undefined },
    })
    if (rebuilt.kind !== 'compared') throw new Error(rebuilt.kind)
    const library = rebuilt.tables.filter(({ table }) => table.startsWith('library'))
    expect(library.map(({ table, differing }) => [table, differing])).toEqual([['library', 0], ['library_history', 0]]) // prettier-ignore
    expect(library.every(({ rows }) => rows > 0)).toBe(true)
  })
})

describe('the list', () => {
  it('searches, filters by region with what lies inside it, sorts and pages', async () => {
    expect((await list({ q: '没有这样的项目' })).total).toBe(0)
    expect((await list({ region: '510400' })).rows.map(({ code }) => code)).toContain(OTHER)
    expect((await list({ region: '513400' })).rows).toEqual([])
    expect((await list({ rung: 'none' })).rows.map(({ code }) => code)).toContain(OTHER)
    const page = await list({ pageSize: 10, sort: 'investment', direction: 'desc' })
    expect(page.rows[0]).toMatchObject({ code: ZONE_PLAN })
    const names = (await list()).rows.map(({ name }) => name)
    expect(names).toEqual([...names].sort(new Intl.Collator('zh-Hans-CN').compare))
  })
})
