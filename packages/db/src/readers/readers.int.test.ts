import { ProjectsInput, TargetList, TargetsInput } from '@lianxi/schema/views/lists'
import { Overview } from '@lianxi/schema/views/overview'
import { SubjectView } from '@lianxi/schema/views/subject'
import { buildDutyAssigned, buildItemListed, buildPeriodFellDue } from '@lianxi/testkit/events-commitments'
import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { buildProjectReport, buildReportReturned, buildTargetReport } from '@lianxi/testkit/events-reports'
import { beforeAll, describe, expect, it } from 'vitest'
import { createBoardWorld, type World } from '../testing/board-world'
import { boardAt } from './base/board'
import { readProjects, readTargets } from './board/lists'
import { readOverview } from './board/overview'
import { findSubjectView } from './board/subject'

let world: World
let returned = ''
const nobody = () => ({ mayReturn: false, mayConfirm: false })
const project = (region: string, progressPercent: string, stage: 'under-construction' | 'to-start') =>
  buildProjectReport({
    subject: 'PX-145-P001',
    region,
    body: `${region}-FGJ`,
    content: { stage, progressPercent, problems: '用地未批', matters: [{ kind: 'land', text: '会理段用地' }] },
  })

beforeAll(async () => {
  world = await createBoardWorld()
  const q2 = { period: '2025Q2', content: { value: '120' } }
  world.say(buildTargetReport(q2), { time: '2025-07-10T01:00:00.000Z' })
  returned = world.say(buildTargetReport({ content: { value: '160.5' } })).id
  world.say(project('510400', '58', 'under-construction'), { source: '510400-FGJ' })
  world.say(project('513400', '31', 'to-start'), { source: '513400-FGJ' })
  await world.settle()
  world.say(buildReportReturned({ report: returned }), { source: 'Z-PX-LXB' })
  world.say(buildPeriodFellDue({ period: '2025Q2', dueAt: '2025-07-15T10:00:00.000Z' }), { source: 'Z-PX-LXB' })
  await world.settle()
})

describe('the overview', () => {
  it('counts every cell once and says who reported last', async () => {
    const overview = Overview.parse(await readOverview(world.prisma, 'Z-PX', undefined, null))
    expect(overview.period.period).toBe('2025Q3')
    expect(overview.totals).toMatchObject({ due: 4, reported: 2, pending: 1, returned: 1, overdue: 0, waiting: 0 })
    const sum = (key: 'due' | 'reported') => overview.tiles.reduce((all, tile) => all + tile.counts[key], 0)
    expect([sum('due'), sum('reported')]).toEqual([4, 2])
    expect(overview.tiles.map(({ region }) => region.shortName)).toEqual(['攀枝花市', '东区', '西区', '凉山州'])
    expect(overview.tiles[2]?.lastReport).toMatchObject({ person: '演示填报人', period: '2025Q3' })
    expect(overview.stream).toMatchObject({ demo: true, now: '2025-10-12T10:00:00.000Z', parked: 0, unpublished: 0 })
  })

  it('lists what needs attention with the reason, the region’s own words and the matter', async () => {
    const { attention, attentionTotal } = await readOverview(world.prisma, 'Z-PX', '2025Q3', null)
    expect(attentionTotal).toBe(3)
    const line = attention.find(({ subject }) => subject === 'XQ-145-T001')
    expect(line).toMatchObject({
      reasons: ['returned'],
      returned: { reason: '请核对数据口径', by: '攀西经济区联席会议办公室' },
      last: { period: '2025Q2', value: '120' },
    })
    expect(attention.find(({ kind }) => kind === 'project')).toMatchObject({
      reasons: ['matter', 'problem'],
      problems: '用地未批',
      matters: [{ kind: 'land', text: '会理段用地' }],
    })
  })

  it('puts the parts of a cross-region project side by side and names where they disagree', async () => {
    const { crossRegion, disagreeing } = await readOverview(world.prisma, 'Z-PX', '2025Q3', null)
    expect(disagreeing).toBe(1)
    expect(crossRegion[0]).toMatchObject({
      disagrees: ['stage', 'progress'],
      parts: [{ progressPercent: '58', sharePercent: 50 }, { progressPercent: '31' }],
    })
  })

  it('shows an office its own region and those below it, never others’ timeliness', async () => {
    const codes = async (region: string) =>
      (await readOverview(world.prisma, 'Z-PX', '2025Q3', [region])).tiles.map((tile) => tile.region.code)
    expect(await codes('510403')).toEqual(['510403'])
    expect(await codes('510400')).toEqual(['510400', '510402', '510403'])
  })

  it('answers for a zone that nobody has listed yet', async () => {
    const empty = Overview.parse(await readOverview(world.prisma, 'Z-ZZ', undefined, null))
    expect(empty).toMatchObject({ zone: { name: 'Z-ZZ' }, period: { period: '2025Q4' }, tiles: [], totals: { due: 0 } })
  })
})

describe('the lists', () => {
  const targets = (change: Record<string, unknown>) =>
    readTargets(world.prisma, TargetsInput.parse({ zone: 'Z-PX', period: '2025Q3', ...change }), null)

  it('has the same rows, filled in alike, when the rows of all pages are chosen at once, and chooses them once', async () => {
    const [{ stamp = '' } = {}] = await world.prisma.$queryRaw<{ stamp?: string }[]>`
      SELECT to_char(last_stamp AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS stamp FROM board_clock`
    const boards = { board: boardAt(stamp), compared: null }
    const chosen = new Map<string, unknown>()
    const recall = async <Answer>(question: string, read: () => Promise<Answer>): Promise<Answer> => {
      if (!chosen.has(question)) chosen.set(question, await read())
      return chosen.get(question) as Answer
    }
    for (const sort of ['name', 'status', 'value'] as const) {
      const asked = { ...TargetsInput.parse({ zone: 'Z-PX', period: '2025Q3', scope: 'all', sort }), pageSize: 1 }
      const parts = (page: number, more = {}) =>
        readTargets(world.prisma, { ...asked, page }, null, { ...boards, ...more })
      const { total } = await parts(1)
      expect(total).toBe(2)
      for (const page of [1, 2]) {
        expect(await parts(page, { recall })).toEqual(await parts(page))
      }
    }
    expect(chosen.size).toBe(3)
  })

  it('show the promise, the last figure with its period, and where a filing stands', async () => {
    const list = TargetList.parse(await targets({ region: '510403' }))
    expect(list.rows).toMatchObject([
      {
        state: 'returned',
        yearValue: { value: '218.4', origin: 'demo' },
        last: { period: '2025Q2', value: '120' },
        cell: { value: '160.5', revision: 1 },
        source: { plan: 'XQ-145', planName: '西区“十四五”规划' },
      },
    ])
    expect(list.options.regions).toHaveLength(4)
  })

  it.each([
    [{}, 2],
    [{ show: 'pending' }, 1],
    [{ show: 'returned' }, 1],
    [{ show: 'overdue' }, 0],
    [{ q: '就业' }, 1],
    [{ q: ' ｄq-145　就 业 ' }, 1],
    [{ q: '就业 xq-145' }, 0],
    [{ q: '100%_' }, 0],
    [{ attribute: 'key' }, 0],
    [{ field: '综合经济' }, 2],
    [{ sort: 'name', direction: 'desc' }, 2],
    [{ scope: 'all' }, 2],
    [{ page: 2 }, 0],
  ])('filter and sort: %j → %i', async (change, total) => {
    expect((await targets(change)).rows).toHaveLength(total)
  })

  it('orders Chinese names by pinyin: 城镇 before 地区', async () => {
    const names = (await targets({ sort: 'name' })).rows.map(({ name }) => name)
    expect(names).toEqual(['城镇新增就业', '地区生产总值'])
  })

  it.each(['position', 'name', 'region', 'field', 'state', 'dueAt', 'reportedAt', 'investedYear', 'progress', 'total'])(
    'projects sort by %s',
    async (sort) => {
      const input = ProjectsInput.parse({ zone: 'Z-PX', sort, show: 'disagrees', crossRegion: 'true' })
      expect((await readProjects(world.prisma, input, null)).rows).toHaveLength(2)
    },
  )
})

describe('the detail', () => {
  it('has every report ever made with its reporter, moment, event id and verdict', async () => {
    const view = SubjectView.parse(
      await findSubjectView(world.prisma, 'Z-PX', 'XQ-145-T001', { sight: null, judge: nobody }),
    )
    expect(view.reports.map(({ period, standing }) => [period, standing])).toEqual([
      ['2025Q3', 'current'],
      ['2025Q2', 'current'],
    ])
    expect(view.reports[0]).toMatchObject({
      eventId: returned,
      reportedBy: '演示填报人',
      verdicts: [{ verdict: 'returned', reason: '请核对数据口径' }],
      mayReturn: false,
    })
    expect(view.cells).toHaveLength(2)
    expect(view.items).toMatchObject([{ year: 2025, leadBody: { name: '西区发展和改革局' } }])
  })

  it('offers a return only to who may, and only while the report stands', async () => {
    const judge = () => ({ mayReturn: true, mayConfirm: true })
    const view = await findSubjectView(world.prisma, 'Z-PX', 'XQ-145-T001', { sight: null, judge })
    expect(view?.reports.map(({ mayReturn }) => mayReturn)).toEqual([false, true])
  })

  it('hides other regions’ filings from an office and shows partners each other’s parts', async () => {
    const others = await findSubjectView(world.prisma, 'Z-PX', 'XQ-145-T001', { sight: ['513400'], judge: nobody })
    expect([others?.cells, others?.reports, others?.items]).toEqual([[], [], []])
    const shared = await findSubjectView(world.prisma, 'Z-PX', 'PX-145-P001', { sight: ['513400'], judge: nobody })
    expect(shared?.cells.map(({ region }) => region)).toEqual(['513400', '513400'])
    expect(shared?.sideBySide?.parts).toHaveLength(2)
  })

  it('is undefined for a subject the zone does not have', async () => {
    expect(await findSubjectView(world.prisma, 'Z-PX', 'XX-145-T999', { sight: null, judge: nobody })).toBeUndefined()
  })
})

describe('the zone’s figure', () => {
  const ZONE_GDP = 'PX-145-T001'
  const part = (region: string, value: string) =>
    world.say(
      buildTargetReport({ subject: ZONE_GDP, region, body: `${region}-FGJ`, period: '2025Q2', content: { value } }),
      { source: `${region}-FGJ`, time: '2025-07-11T01:00:00.000Z' },
    )
  const rollUps = async (at?: string, sight: string[] | null = null) =>
    (await readOverview(world.prisma, 'Z-PX', '2025Q2', sight, at === undefined ? undefined : boardAt(at))).rollUps
  beforeAll(async () => {
    world.say(buildTargetListed({ code: ZONE_GDP, plan: 'PX-145', region: 'Z-PX', value: '3800' }))
    for (const region of ['510400', '513400']) {
      const [subject, code] = [ZONE_GDP, `L-${region}-Z`]
      world.say(buildItemListed({ code, subject, region, leadBody: `${region}-FGJ` }))
      world.say(buildDutyAssigned({ subject, region, body: `${region}-FGJ`, items: [code] }))
    }
    part('510400', '1000')
    await world.settle()
  })

  it('names the missing region, then is the sum; the district is compared; a past picture stays as it was', async () => {
    const [missing] = await rollUps()
    expect(missing).toMatchObject({
      ...{ subject: ZONE_GDP, aggregate: 'sum', value: null, partial: '1000' },
      mark: { status: 'undeterminable', sentence: '2025年二季度全区数不完整，缺：凉山州未报，无法判定。' },
      parts: [{ value: '1000' }, { region: { shortName: '凉山州' }, value: null, lacks: 'figure' }],
      inside: [{ region: { shortName: '西区' }, subject: 'XQ-145-T001', value: '120', sharePercent: '12.0' }],
    })
    const { stream } = await readOverview(world.prisma, 'Z-PX', '2025Q2', null)
    part('513400', '1500.5')
    await world.settle()
    const mark = { status: 'ahead', computed: 'ahead', override: null }
    expect(await rollUps()).toMatchObject([{ value: '2500.5', mark, parts: [{ lacks: null }, { lacks: null }] }])
    expect(await rollUps(stream?.stamp ?? '')).toEqual([missing])
    expect(await rollUps(undefined, ['510400'])).toEqual([])
    const seen = { sight: null, judge: nobody }
    const view = await findSubjectView(world.prisma, 'Z-PX', ZONE_GDP, seen)
    expect(SubjectView.parse(view).rollUp).toMatchObject({ period: '2025Q2', value: '2500.5' })
    const input = TargetsInput.parse({ zone: 'Z-PX', period: '2025Q2' })
    expect(TargetList.parse(await readTargets(world.prisma, input, null)).rollUps).toMatchObject([{ value: '2500.5' }])
  })
})
