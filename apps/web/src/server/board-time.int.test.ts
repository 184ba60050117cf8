import { buildDutyAssigned, buildItemListed } from '@lianxi/testkit/events-commitments'
import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { buildTargetReport, buildReportReturned } from '@lianxi/testkit/events-reports'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { readWorkbook } from '@lianxi/office-files/read-workbook'
import { Changes } from '@lianxi/schema/views/changes'
import { TargetList } from '@lianxi/schema/views/lists'
import { Moments } from '@lianxi/schema/views/moments'
import { Overview } from '@lianxi/schema/views/overview'
import { SubjectView } from '@lianxi/schema/views/subject'
import { beforeAll, describe, expect, it } from 'vitest'
import { boardFile } from './board-export'
import { appRouter } from './routers/index'
import { call, createServerWorld, outcome, person, type ServerWorld } from './testing/server-world'
import { createCallerFactory } from './trpc'

const SECRETARIAT = person('k', 'secretariat', null)
const OTHER = person('f', 'reporter', '513400')
const ZONE = 'Z-PX'

let server: ServerWorld
/** Stamps of the board: before the report, with it, and after it was returned. */
let stamps: { listed: string; reported: string; returned: string }
const ask = (path: string, input: object, who = SECRETARIAT) =>
  call({ deps: server.deps, person: who }, path, { zone: ZONE, ...input }, 'query')
const overview = async (time: object, who = SECRETARIAT) =>
  Overview.parse(await ask('board.overview', { period: '2025Q3', ...time }, who))

beforeAll(async () => {
  server = await createServerWorld()
  const { world } = server
  const latest = async () => (await overview({})).stream?.stamp ?? ''
  const listed = await latest()
  const report = world.say(buildTargetReport({ content: { value: '160.5' } })).id
  await world.settle()
  const reported = await latest()
  world.say(buildReportReturned({ report }), { source: 'Z-PX-LXB' })
  await world.settle()
  stamps = { listed, reported, returned: await latest() }
})

describe('the board at a moment', () => {
  it('is what it was then, whatever came later, and says which stamp it shows', async () => {
    const counts = async (asOf: string) => {
      const { totals, asOf: shown, stream } = await overview({ asOf })
      expect([shown, stream]).toEqual([asOf, null])
      return [totals.pending, totals.reported, totals.returned]
    }
    expect(await counts(stamps.listed)).toEqual([4, 0, 0])
    expect(await counts(stamps.reported)).toEqual([3, 1, 0])
    expect(await counts(stamps.returned)).toEqual([3, 0, 1])
    expect((await overview({})).asOf).toBeNull()
  })

  it('shows of a list and of a subject only what had been said', async () => {
    const list = TargetList.parse(await ask('board.targets', { region: '510403', asOf: stamps.listed }))
    expect(list.rows).toMatchObject([{ state: 'pending', cell: { value: null }, person: null }])
    const subject = async (asOf: string) => {
      const view = SubjectView.parse(await ask('board.subject', { subject: 'XQ-145-T001', asOf }))
      return [
        view.reports.length,
        view.reports[0]?.verdicts.length,
        view.reports[0]?.mayReturn,
        view.revisions.proposing,
      ]
    }
    expect(await subject(stamps.listed)).toEqual([0, undefined, undefined, null])
    expect(await subject(stamps.reported)).toEqual([1, 0, false, null])
    expect(await subject(stamps.returned)).toEqual([1, 1, false, null])
  })

  it('is remembered by what the viewer may see', async () => {
    const regions = async (who: typeof OTHER) =>
      (await overview({ asOf: stamps.reported }, who)).tiles.map((tile) => tile.region.code)
    expect(await regions(SECRETARIAT)).toHaveLength(4)
    expect(await regions(OTHER)).toEqual(['513400'])
  })
})

describe('what changed', () => {
  const changes = async (input: object, who = SECRETARIAT) => Changes.parse(await ask('board.changes', input, who))

  it('between two moments, with how it was and how it is; what was undone is no change', async () => {
    const { rows, counts, comparedWith } = await changes({ asOf: stamps.returned, comparedWith: stamps.listed })
    expect([counts, comparedWith]).toEqual([{ reported: 1, returned: 1 }, stamps.listed])
    expect(rows).toMatchObject([
      { kinds: ['reported', 'returned'], before: { state: 'pending' }, after: { state: 'returned', value: '160.5' } },
    ])
    expect((await changes({ asOf: stamps.reported, comparedWith: stamps.reported })).total).toBe(0)
    expect((await changes({ comparedWith: stamps.reported, change: 'returned' })).total).toBe(1)
  })

  it('is of the regions the viewer sees, and of nothing where there is no moment to compare with', async () => {
    expect((await changes({ comparedWith: stamps.listed }, OTHER)).total).toBe(0)
    expect(await changes({})).toMatchObject({ comparedWith: null, rows: [] })
  })

  it('stands beside each row of a list', async () => {
    const input = { region: '510403', asOf: stamps.returned, comparedWith: stamps.reported }
    const list = TargetList.parse(await ask('board.targets', input))
    expect(list.rows).toMatchObject([{ state: 'returned', before: { state: 'reported', value: '160.5' } }])
  })
})

describe('an export', () => {
  const api = (who: typeof SECRETARIAT) =>
    createCallerFactory(appRouter)({ deps: server.deps, person: who, headers: new Headers(), answer: new Headers() })
  const sheet = async (what: string, query: object, who = SECRETARIAT) => {
    const file = await boardFile(api(who), what, { zone: ZONE, ...query })
    if (file === undefined) return undefined
    const read = await readWorkbook(await buffer(file.body))
    if (!read.ok) throw new Error(read.refusal.sentence)
    return read.sheets[0]?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? []
  }

  it('is the page: its filters, its moment, its rows, and says so in its head', async () => {
    const rows = (await sheet('targets', { region: '510403', asOf: stamps.reported })) ?? []
    expect(rows.slice(0, 4).flat()).toEqual(
      expect.arrayContaining(['报告期：2025年三季度；口径时点：2025-10-12 18:00:00', '筛选：地区 西区', '共 1 条']),
    )
    expect(rows.at(-1)).toEqual(expect.arrayContaining(['XQ-145-T001', '160.5', '已报']))
    expect(await sheet('projects', {})).toHaveLength(7)
    const overviewRows = await sheet('overview', { period: '2025Q3', asOf: stamps.reported })
    expect(overviewRows?.[1]?.[0]).toContain('口径时点：2025-10-12 18:00:00')
    expect(overviewRows?.find(([place]) => place === '西区')?.slice(2, 4)).toEqual(['1', '1'])
    const changed = await sheet('changes', { asOf: stamps.returned, comparedWith: stamps.listed })
    expect(changed?.at(-1)).toEqual(expect.arrayContaining(['新报、退回']))
    const today = await sheet('changes', { comparedWith: '2025-10-12', field: '农业农村' })
    expect(today?.slice(0, 4).flat()).toEqual(
      expect.arrayContaining([expect.stringMatching(/；对比：2025-10-12 当日末$/), '筛选：领域 农业农村', '共 0 条']),
    )
  })

  it('is kept under whose it is, what it is, and of which period and moment', async () => {
    const name = async (what: string, query: object) =>
      (await boardFile(api(SECRETARIAT), what, { zone: ZONE, ...query }))?.name
    expect(await name('targets', {})).toMatch(/^攀西经济区目标清单 2025年三季度\.xlsx$/)
    expect(await name('overview', { asOf: '2025-10-12T18:00' })).toBe(
      '攀西经济区协同进展 2025年三季度 口径 2025-10-12 1800.xlsx',
    )
    expect(await name('cross-region', { asOf: '2025-10-12' })).toBe(
      '攀西经济区跨区域项目对照 2025年三季度 口径 2025-10-12 当日末.xlsx',
    )
    expect(await name('changes', {})).toBe('攀西经济区变化 截至 2025-10-12 1800.xlsx')
  })

  it('refuses what the page refuses, and an address that asks for nothing', async () => {
    await expect(sheet('targets', {}, person('i', 'reporter', '510403', 'Z-CD'))).rejects.toThrow('FORBIDDEN')
    expect(await sheet('targets', { sort: 'nothing' })).toBeUndefined()
    expect(await sheet('secrets', {})).toBeUndefined()
  })
})

describe('moments of an address', () => {
  const moments = async (time: object) => Moments.parse(await ask('board.moments', time))

  it('mean the last commit until then; a minute and a day with all they hold', async () => {
    expect(await moments({ asOf: stamps.reported })).toMatchObject({ asOf: stamps.reported, refusal: null })
    expect(await moments({ asOf: '2025-10-12' })).toMatchObject({ asOf: stamps.returned, refusal: null })
    expect(await moments({ asOf: '2025-10-12T18:00', comparedWith: stamps.listed })).toEqual({
      asOf: stamps.returned,
      comparedWith: stamps.listed,
      instead: null,
      refusal: null,
    })
  })

  it('take another period where the asked one was not open yet, on the page and in every list', async () => {
    const asked = { asOf: stamps.listed, period: '2025Q4' }
    const shown = { period: '2025Q3', label: '2025年三季度' }
    expect(await moments(asked)).toMatchObject({ instead: shown, refusal: null })
    expect(await moments({ period: '2025Q4' })).toMatchObject({ instead: shown })
    expect(await moments({ period: '2025Q3' })).toMatchObject({ instead: null })
    const { period, totals } = await overview(asked)
    expect([period.period, totals.pending]).toEqual(['2025Q3', 4])
    expect(TargetList.parse(await ask('board.targets', asked)).period).toMatchObject(shown)
  })

  it.each([
    [{ asOf: '2030-01-01' }, '口径时点尚未到来，请选择当前或更早的时点。'],
    [{ asOf: '2001-01-01' }, /^口径时点早于本经济区最早的数据（2025-10-12 18:00）/],
    [{ comparedWith: '2030-01-01' }, /^对比时点尚未到来/],
    [{ zone: 'Z-CD', asOf: '2025-10-12' }, '本经济区尚无数据入库，不能选择时点。'],
  ])('%j is a sentence, and a bad request to whoever does not ask first', async (time, sentence) => {
    const elsewhere = person('n', 'secretariat', null, 'Z-CD')
    const who = 'zone' in time ? elsewhere : SECRETARIAT
    const { refusal } = Moments.parse(await ask('board.moments', time, who))
    expect(refusal).toMatch(sentence)
    expect(await outcome(ask('board.overview', time, who))).toBe('BAD_REQUEST')
  })

  it('compares with what was before, never with what came after', async () => {
    const { refusal } = await moments({ asOf: stamps.listed, comparedWith: stamps.returned })
    expect(refusal).toBe('对比时点晚于口径时点。请在“对比”中选择更早的时点，或把“口径时点”改晚。')
  })

  it('are before and after as they are asked for, also where nothing came in between', async () => {
    const { refusal } = await moments({ asOf: '2025-10-12T18:00', comparedWith: '2025-10-12' })
    expect(refusal).toMatch(/^对比时点晚于口径时点/)
  })
})

describe('what a quarter does not ask for', () => {
  const api = createCallerFactory(appRouter)
  const rowsOf = async (what: string, query: object) => {
    const who = { deps: server.deps, person: SECRETARIAT, headers: new Headers(), answer: new Headers() }
    const file = await boardFile(api(who), what, { zone: ZONE, period: '2025Q3', ...query })
    const read = await readWorkbook(await buffer(file?.body ?? Readable.from([])))
    if (!read.ok) throw new Error(read.refusal.sentence)
    return read.sheets[0]?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? []
  }

  it('is said in the files: how many, and of each how it is reported and when next', async () => {
    const { world } = server
    world.say(buildTargetListed({ code: 'XQ-145-H001', name: '半年报的' }), { source: 'Z-PX-LXB' })
    world.say(buildItemListed({ code: 'I-H', subject: 'XQ-145-H001' }), { source: 'Z-PX-LXB' })
    const duty = { subject: 'XQ-145-H001', frequency: 'half' as const, items: ['I-H'] }
    world.say(buildDutyAssigned(duty), { source: 'Z-PX-LXB' })
    await world.settle()
    const list = await rowsOf('targets', { show: 'not-asked' })
    expect(list.flat()).toEqual(expect.arrayContaining(['筛选：填报情况 本期不报', '共 1 条', '下次报送', '上次判定']))
    const said = ['XQ-145-H001', '本期不报', '按半年报送，下期 2025年下半年']
    expect(list.at(-1)).toEqual(expect.arrayContaining(said))
    const overviewed = await rowsOf('overview', {})
    expect(overviewed.flat()).toContain('另有 1 项按半年报送，本期不报（按半年 1 项，下期 2025年下半年）')
    const at = overviewed.find((cells) => cells.includes('本期不报'))?.indexOf('本期不报') ?? -1
    expect(overviewed.filter(([place]) => place === '西区' || place === '东区').map((cells) => cells[at])).toEqual([
      '0',
      '1',
    ])
  })
})
