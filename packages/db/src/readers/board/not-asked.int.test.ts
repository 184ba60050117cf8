import { ProjectsInput, TargetsInput } from '@lianxi/schema/views/lists'
import { Overview } from '@lianxi/schema/views/overview'
import {
  buildDutyAssigned,
  buildItemListed,
  buildListAdopted,
  buildPeriodFellDue,
  buildPeriodOpened,
} from '@lianxi/testkit/events-commitments'
import { buildProjectListed, buildTargetListed } from '@lianxi/testkit/events-facts'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { beforeAll, expect, it } from 'vitest'
import { runJudgeStep } from '../../judge/run-judge'
import { createPool } from '../../pool'
import { createBoardWorld, type World } from '../../testing/board-world'
import { boardAt, CURRENT } from '../base/board'
import { readProjects, readTargets } from './lists'
import { readOverview } from './overview'

const PLAN = { source: 'Z-PX-LXB', time: '2025-01-12T00:00:00.000Z' }
const rule = (frequency: 'quarter' | 'half' | 'year', dueAfterDays: number) => ({
  ...{ frequency, opensAfterDays: 1, dueAfterDays, closesAfterDays: dueAfterDays + 60, dueTime: '18:00' },
})
const HALF = 'XQ-145-H001'
const YEARLY = 'PX-145-Y001'
const YEAR_END = 'XQ-145-Y002'

let world: World
/** Before the half-yearly and yearly items were adopted. */
let before = ''
const stamp = async () => {
  const [row] = await world.prisma.$queryRaw<{ stamp: string }[]>`SELECT max(stamp)::text AS stamp FROM chunk`
  return row?.stamp ?? ''
}

beforeAll(async () => {
  world = await createBoardWorld()
  before = await stamp()
  const worker = createPool(world.url('worker_app'), { max: 2 })
  const target = { baseline: null, yearValue: { year: 2025, value: '100', origin: 'demo' as const }, path: [] }
  const calendar = [rule('quarter', 15), rule('half', 20), rule('year', 60)]
  world.say(buildListAdopted({ code: 'L-Z-PX-2025', calendar }), PLAN)
  // Another list gives the half-years less time: the later moment counts.
  world.say(buildListAdopted({ code: 'L-510400-2025', calendar: [rule('half', 10)] }), PLAN)
  world.say(buildTargetListed({ code: HALF, name: '半年报的', basis: 'flow', comparator: 'ge', value: '400' }), PLAN)
  world.say(buildItemListed({ code: 'I-H', list: 'L-Z-PX-2025', subject: HALF, target }), PLAN)
  world.say(buildDutyAssigned({ subject: HALF, frequency: 'half', items: ['I-H'] }), PLAN)
  world.say(buildTargetListed({ code: YEAR_END, name: '年报的', basis: 'flow', comparator: 'ge', value: '400' }), PLAN)
  world.say(buildItemListed({ code: 'I-E', list: 'L-Z-PX-2025', subject: YEAR_END, target }), PLAN)
  world.say(buildDutyAssigned({ subject: YEAR_END, frequency: 'year', items: ['I-E'] }), PLAN)
  world.say(buildProjectListed({ code: YEARLY, name: '年报的项目', regions: ['510400'] }), PLAN)
  const of = { subject: YEARLY, kind: 'project' as const, region: '510400' }
  const project = { planWan: 1, totalWan: 1, origin: 'demo' as const, monthlyPercent: null, milestones: [] }
  world.say(
    buildItemListed({
      ...{ ...of, code: 'I-Y', list: 'L-Z-PX-2025', leadBody: '510400-FGJ' },
      ...{ target: null, project: { ...project, sharePercent: null } },
    }),
    PLAN,
  )
  world.say(buildDutyAssigned({ ...of, body: '510400-FGJ', frequency: 'year', items: ['I-Y'] }), PLAN)
  const extended = { region: '510400', body: '510400-FGJ', subject: YEARLY, period: '2025' }
  const more = { ...extended, dueAt: '2026-03-15T10:00:00.000Z', reason: '统计数据发布后', grantedBy: '联席办' }
  world.say({ type: 'lianxi.duty.extended.v1', data: more }, PLAN)
  const half = { period: '2025H1', opensAt: '2025-06-30T16:00:00.000Z', dueAt: '2025-07-20T10:00:00.000Z' }
  world.say(buildPeriodOpened({ ...half, closesAt: '2025-09-20T10:00:00.000Z' }), PLAN)
  await world.settle()
  const said = buildTargetReport({ subject: HALF, period: '2025H1', content: { value: '20' } })
  world.say(said, { time: '2025-07-10T01:00:00.000Z' })
  world.say(buildPeriodFellDue({ period: '2025H1', dueAt: half.dueAt }), PLAN)
  await world.settle()
  while ((await runJudgeStep(worker)).kind === 'judged');
  return () => worker.end()
})

const overviewOf = async (period: string, sight: string[] | null = null, board = CURRENT) =>
  Overview.parse(await readOverview(world.prisma, 'Z-PX', period, sight, board))
const listed = async (period: string, sight: string[] | null = null, board = CURRENT) => {
  const asked = { zone: 'Z-PX', period, show: 'not-asked' }
  const [boards, { prisma }] = [{ board, compared: null }, world]
  const targets = await readTargets(prisma, TargetsInput.parse(asked), sight, boards)
  const projects = await readProjects(prisma, ProjectsInput.parse(asked), sight, boards)
  return { targets, projects, total: targets.total + projects.total }
}
const HALF_YEARLY = { frequency: 'half', next: { period: '2025H2', dueAt: '2026-01-20T10:00:00.000Z' } }
const AT_YEAR_END = { frequency: 'year', next: { period: '2025', dueAt: '2026-03-01T10:00:00.000Z' } }

it('counts what a quarter does not ask for, by rhythm and region, with the next period and its end', async () => {
  const { notAsked, totals, tiles } = await overviewOf('2025Q3')
  expect(notAsked).toEqual([
    { ...HALF_YEARLY, targets: 1, projects: 0 },
    { ...AT_YEAR_END, targets: 1, projects: 1 },
  ])
  expect(totals.due).toBe(4)
  expect(tiles.map(({ region, notAsked: n }) => [region.code, n])).toEqual([
    ['510400', 1],
    ['510402', 0],
    ['510403', 2],
    ['513400', 0],
  ])
})

it('has yearly items only in the second quarter; in a month also the quarterly ones', async () => {
  const rhythms = async (period: string) => (await overviewOf(period)).notAsked.map(({ frequency }) => frequency)
  expect(await rhythms('2025Q2')).toEqual(['year'])
  world.say(
    buildPeriodOpened({
      ...{ period: '2025-07', opensAt: '2025-07-31T16:00:00.000Z' },
      ...{ dueAt: '2025-08-10T10:00:00.000Z', closesAt: '2025-09-10T10:00:00.000Z' },
    }),
    PLAN,
  )
  await world.settle()
  expect(await rhythms('2025-07')).toEqual(['quarter', 'half', 'year'])
})

it('lists exactly these, with the last status and figure and when they are due next', async () => {
  const { targets, projects, total } = await listed('2025Q3')
  expect(total).toBe(3)
  expect(
    targets.rows.map(({ subject, state, mark, last, notAsked }) => ({ subject, state, mark, last, notAsked })),
  ).toMatchObject([
    {
      ...{ subject: HALF, state: null, mark: null, last: { period: '2025H1', value: '20' } },
      notAsked: { ...HALF_YEARLY, judged: { period: '2025H1', mark: { status: 'seriously-behind' } } },
    },
    { subject: YEAR_END, last: null, notAsked: { ...AT_YEAR_END, judged: null } },
  ])
  // Its body has more time than the list gives.
  expect(projects.rows).toMatchObject([
    { subject: YEARLY, notAsked: { next: { period: '2025', dueAt: '2026-03-15T10:00:00.000Z' }, judged: null } },
  ])
})

it('says so in the list of everything too, and of what is asked for says nothing', async () => {
  const all = await readTargets(world.prisma, TargetsInput.parse({ zone: 'Z-PX', period: '2025Q3' }), null)
  expect(all.rows.map(({ subject, notAsked }) => [subject, notAsked?.frequency ?? null]).sort()).toEqual([
    ['DQ-145-T002', null],
    [HALF, 'half'],
    ['XQ-145-T001', null],
    [YEAR_END, 'year'],
  ])
})

it('shows an office only its own, and answers for a past moment as it was', async () => {
  const own = await overviewOf('2025Q3', ['510403'])
  expect(own.notAsked.map(({ targets, projects }) => [targets, projects])).toEqual([
    [1, 0],
    [1, 0],
  ])
  expect((await listed('2025Q3', ['510403'])).total).toBe(2)
  const then = boardAt(before)
  expect((await overviewOf('2025Q3', null, then)).notAsked).toEqual([])
  expect((await listed('2025Q3', null, then)).total).toBe(0)
  const late = boardAt(await stamp())
  const [now, past] = [await overviewOf('2025Q3'), await overviewOf('2025Q3', null, late)]
  expect(past.notAsked).toEqual(now.notAsked)
  const [listedNow, listedThen] = [await listed('2025Q3'), await listed('2025Q3', null, late)]
  expect(listedThen.targets.rows.map(({ notAsked }) => notAsked?.next)).toEqual(
    listedNow.targets.rows.map(({ notAsked }) => notAsked?.next),
  )
})
