import { buffer } from 'node:stream/consumers'
import { DEFAULT_RULE_SET } from '@lianxi/domain/status/default-rules'
import { DEFAULT_THRESHOLDS } from '@lianxi/domain/report/thresholds'
import { runJudgeStep } from '@lianxi/db/judge/run-judge'
import { createPool } from '@lianxi/db/pool'
import { Changes } from '@lianxi/schema/views/changes'
import { ProjectList, TargetList } from '@lianxi/schema/views/lists'
import { Overview } from '@lianxi/schema/views/overview'
import { SubjectView } from '@lianxi/schema/views/subject'
import {
  buildDutyAssigned,
  buildItemListed,
  buildListAdopted,
  buildPeriodOpened,
} from '@lianxi/testkit/events-commitments'
import {
  buildBodyListed,
  buildIndicatorListed,
  buildPlanListed,
  buildProjectListed,
  buildRegionListed,
  buildTargetListed,
  buildZoneListed,
} from '@lianxi/testkit/events-facts'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { TRPCError } from '@trpc/server'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { ZodError } from 'zod'
import { boardFile } from './board-export'
import { appRouter } from './routers/index'
import { call, createServerWorld, person, type ServerWorld } from './testing/server-world'
import { createCallerFactory } from './trpc'

/** Facts a board may be fed with that leave something open: it says so in words, and every page stands. */
let server: ServerWorld
let worker: ReturnType<typeof createPool>
beforeAll(async () => {
  server = await createServerWorld()
  worker = createPool(server.world.url('worker_app'), { max: 2 })
  return () => worker.end()
})

const secretariat = (zone: string) => person(`k-${zone}`, 'secretariat', null, zone)
const ask = (path: string, input: object, zone = 'Z-PX') =>
  call({ deps: server.deps, person: secretariat(zone) }, path, { zone, ...input }, 'query')
const tell = (path: string, input: object) =>
  call({ deps: server.deps, person: secretariat('Z-PX') }, path, { zone: 'Z-PX', ...input }, 'mutation')
async function settle() {
  await server.world.settle()
  while ((await runJudgeStep(worker)).kind === 'judged');
}
/** Every page of the board and every file of it. */
async function everything(zone = 'Z-PX') {
  const asked = { period: '2025Q3' }
  const api = createCallerFactory(appRouter)({
    ...{ deps: server.deps, person: secretariat(zone), headers: new Headers(), answer: new Headers() },
  })
  for (const what of ['overview', 'targets', 'projects', 'changes', 'cross-region']) {
    const file = await boardFile(api, what, { zone, ...(what !== 'changes' && asked) })
    expect(file === undefined ? 0 : (await buffer(file.body)).length).toBeGreaterThan(1000)
  }
  return {
    overview: Overview.parse(await ask('board.overview', asked, zone)),
    targets: TargetList.parse(await ask('board.targets', { ...asked, scope: 'all' }, zone)).rows,
    projects: ProjectList.parse(await ask('board.projects', { ...asked, scope: 'all' }, zone)).rows,
    changes: Changes.parse(await ask('board.changes', {}, zone)),
  }
}
/** A target of 西区 that its list asks for and that was reported. */
function target(code: string, change: Parameters<typeof buildTargetListed>[0], value: string) {
  const [region, item] = ['510403', `L-${code}`]
  const { world } = server
  world.say(buildTargetListed({ code, region, ...change }), { source: 'Z-PX-LXB' })
  const content = { code: item, subject: code, region, target: { baseline: null, yearValue: null, path: [] } }
  world.say(buildItemListed(content), { source: 'Z-PX-LXB' })
  world.say(buildDutyAssigned({ subject: code, region, items: [item] }), { source: 'Z-PX-LXB' })
  return world.say(buildTargetReport({ subject: code, content: { value } })).id
}
const markOf = async (subject: string) => {
  const view = SubjectView.parse(await ask('board.subject', { subject }))
  return view.standing.find(({ period }) => period === '2025Q3')
}

it('an indicator and a target without a direction are not judged, and say what is missing', async () => {
  server.world.say(buildIndicatorListed({ code: 'I-OPEN', name: '人口', unit: '万人', basis: 'stock' }))
  target(
    'XQ-145-T010',
    { name: '人口', indicator: 'I-OPEN', unit: '万人', basis: 'stock', comparator: 'eq', direction: null },
    '12',
  )
  await settle()
  const sentence = '指标没有写明升为好还是降为好，无法判定。'
  expect(await markOf('XQ-145-T010')).toMatchObject({ status: 'undeterminable', missing: 'direction', sentence })
  const { targets } = await everything()
  expect(targets.find(({ subject }) => subject === 'XQ-145-T010')).toMatchObject({
    mark: { sentence },
    cell: { value: '12' },
  })
})

it.each([
  ['up', 'XQ-145-T011', 'ge'],
  [null, 'XQ-145-T012', 'eq'],
] as const)(
  'a target revised to its baseline (%s) is refused in words, and judged by the tolerance where it is said',
  async (direction, code, comparator) => {
    const plan = { unit: '万人', basis: 'stock', comparator, direction, value: '14' } as const
    const listed = { name: '人口', indicator: null, ...plan, baseline: { value: '12', year: 2020, note: null } }
    target(code, listed, '11.9')
    await settle()
    const proposed = { value: '12', valueHigh: null, targetYear: 2025, yearly: [], fromYear: 2025 }
    const deed = { type: 'propose-target', ...proposed, expectedRevision: 0, reason: '人口流出', document: '建议' }
    const refused: unknown = await tell('plan.revise', { subject: code, idempotencyKey: v4(), deed })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'revision-baseline', field: 'value' } })
    // Nobody can propose it here; a topic may hold it.
    const { data: before } = buildTargetListed({ code, region: '510403', ...listed })
    const said = {
      revision: 1,
      reason: '人口流出',
      approvedBy: '区人大常委会',
      basis: '决议',
      approvedOn: '2025-10-01',
    }
    const data = { target: { ...before, value: '12' }, before, ...said }
    server.world.say({ type: 'lianxi.target.revised.v1', data }, { source: 'Z-PX-LXB' })
    await settle()
    const sentence = '目标与基期值相同，实际 11.9 万人，与目标 12 万人 相比在 2% 的容差之内。'
    expect(await markOf(code)).toMatchObject({ status: 'on-track', sentence })
    await everything()
  },
)

it('a project in no region stands in the list of the plan without a place, and nobody is asked for it', async () => {
  server.world.say(buildProjectListed({ code: 'PX-145-P009', name: '无地区项目', regions: [], investmentWan: null }))
  await settle()
  const { projects, overview } = await everything()
  const found = projects.find(({ subject }) => subject === 'PX-145-P009')
  expect(found).toMatchObject({ region: null, state: null, cell: null, mark: null, totalWan: null })
  expect(overview.crossRegion.map(({ subject }) => subject)).not.toContain('PX-145-P009')
  const view = SubjectView.parse(await ask('board.subject', { subject: 'PX-145-P009' }))
  expect(view).toMatchObject({ name: '无地区项目', cells: [], duties: [] })
})

it('a zone with one region is its own figure; nothing is compared across regions', async () => {
  const [zone, region, body, source] = ['Z-ONE', '511700', '511700-FGW', 'Z-ONE-LXB']
  const [subject, plan, list] = ['ONE-145-T001', 'ONE-145', 'L-ONE-2025']
  const events = [
    buildZoneListed({ code: zone, name: '独区经济区', reviewBody: '联席会议', responsibleRegions: [region] }),
    buildRegionListed({ code: region, name: '达州市', shortName: '达州', level: 'prefecture', parent: null }),
    buildBodyListed({ code: body, region, name: '达州市发展和改革委员会' }),
    buildIndicatorListed(),
    buildPlanListed({ code: plan, name: '独区规划', region: null }),
    buildTargetListed({
      code: subject,
      plan,
      region: zone,
      value: '3000',
      source: { plan, chapter: null, section: null, box: null, line: null },
    }),
    buildListAdopted({ code: list, owner: body, name: '独区清单' }),
    buildItemListed({ code: `${list}-1`, list, subject, region, leadBody: body }),
    buildDutyAssigned({ subject, region, body, items: [`${list}-1`] }),
    buildPeriodOpened(),
  ]
  for (const event of events) server.world.say(event, { zone, source, time: '2025-01-10T00:00:00.000Z' })
  server.world.say(buildTargetReport({ zone, subject, region, body, content: { value: '160.5' } }), { source: body })
  await settle()
  const { overview, targets, projects } = await everything(zone)
  expect(overview).toMatchObject({ tiles: [{ region: { code: region } }], crossRegion: [], totals: { reported: 1 } })
  expect(overview.rollUps).toMatchObject([{ subject, value: '160.5', parts: [{ lacks: null }], inside: [] }])
  expect([targets.length, projects.length]).toEqual([1, 0])
})

describe('rules with limits out of order', () => {
  const wrong = { ahead: '0.95', onTrack: '1.05', behind: '0.6' }
  it.each([['plan.previewRules'], ['plan.adoptRules']])('are refused by %s with the order in words', async (path) => {
    const rules = { ...DEFAULT_RULE_SET.rules, ratio: wrong }
    const adopting = {
      checks: DEFAULT_THRESHOLDS,
      reason: '调整',
      adoptedBy: '会议',
      idempotencyKey: v4(),
      expectedVersion: 0,
    }
    const input = { effectiveFrom: '2025-01-01', rules, ...(path === 'plan.adoptRules' && adopting) }
    const asked = path === 'plan.adoptRules' ? tell(path, input) : ask(path, input)
    const error: unknown = await asked.catch((caught: unknown) => caught)
    if (!(error instanceof TRPCError) || !(error.cause instanceof ZodError)) throw new Error('not refused')
    expect([error.code, error.cause.issues.map(({ message }) => message)]).toEqual([
      ...['BAD_REQUEST', ['比值的三个界限须从高到低：快于预期 > 基本符合预期 > 滞后']],
    ])
    expect(await ask('plan.rules', {})).toMatchObject({ version: 0 })
  })
})
