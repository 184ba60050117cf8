import type { RevisionDeed } from '@lianxi/schema/commands/plan-revision'
import { ChangesInput } from '@lianxi/schema/views/changes'
import { buildPlanListed, buildProjectListed, buildTargetListed } from '@lianxi/testkit/events-facts'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { boardAt, CURRENT } from '../readers/base/board'
import { readChanges } from '../readers/changes/read'
import { createChangeSets } from '../readers/changes/sets'
import { findPlanView } from '../readers/plan/plans'
import { findPublicIndex } from '../readers/public/page'
import { ONLOOKER, readRevisionLines } from '../readers/plan/revisions'
import { findLatestStamp } from '../readers/moment/stream-state'
import { findSubjectView } from '../readers/board/subject'
import { rebuildBoard } from '../rebuild/rebuild'
import { createBoardWorld, type World } from '../testing/board-world'
import { reviseSubject } from './revise'

const zone = 'Z-PX'
const TARGET = 'XQ-145-T001'
const PROJECT = 'XQ-145-P009'
const SECRETARIAT = { name: '赵某', reviser: { secretariat: 'Z-PX-LXB', coordinates: [] } }
const office = (region: string, name: string) => ({
  name,
  reviser: { secretariat: null, coordinates: [{ region, body: `${region}-FGJ` }] },
})
const XIQU = office('510403', '王某')
const PZH = office('510400', '罗某')
const DONGQU = office('510402', '何某')
type Person = typeof SECRETARIAT | ReturnType<typeof office>

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
  world.say(buildPlanListed({ status: 'draft', periodEnd: 2026 }), { source: 'Z-PX-LXB' })
  await world.settle()
  world.say(buildPlanListed({ documentNumber: '西府发〔2021〕1号' }), { source: 'Z-PX-LXB' })
  const project = { code: PROJECT, plan: 'XQ-145', name: '干道', regions: ['510403'], crossRegion: false }
  world.say(buildProjectListed({ ...project, investmentWan: 40_000, startYear: 2021, endYear: 2025 }))
  world.say(buildTargetListed({ code: 'PX-145-T009', region: 'Z-PX', plan: 'PX-145' }))
  world.say(buildPlanListed({ code: 'PX-145', name: '全区规划', region: null }))
  await world.settle()
})

async function tell(who: Person, subject: string, deed: RevisionDeed, key: string = v4()) {
  const input = { zone, subject, idempotencyKey: key, deed }
  const press = { userId: who.name, key, procedure: 'plan.revise', input }
  const actor = { id: who.name, name: who.name }
  const answer = await reviseSubject(world.prisma, { input, actor, reviser: who.reviser, press })
  return answer.ok ? 'ok' : answer.refusal.code
}
const propose = (change: Partial<Extract<RevisionDeed, { type: 'propose-target' }>> = {}): RevisionDeed => ({
  ...{ type: 'propose-target', expectedRevision: 0, value: '200', valueHigh: null, targetYear: 2025, yearly: [] },
  ...{ fromYear: 2025, reason: '中期评估', document: '西发改〔2025〕3号', ...change },
})
const approve = (number = 1): RevisionDeed => ({
  ...{ type: 'approve', number, approvedBy: '区人大常委会', basis: '西人常〔2025〕4号', on: '2025-10-11' },
})
const closing = (type: 'refuse' | 'withdraw', number: number): RevisionDeed => ({ type, number, reason: '再核' })

const stamp = async () => (await findLatestStamp(world.prisma)) ?? ''
async function seen(
  subject: string,
  board = CURRENT,
  { sight = null as string[] | null, who = null as Person | null } = {},
) {
  const reviser = who?.reviser ?? ONLOOKER
  const judge = () => ({ mayReturn: false, mayConfirm: false })
  const view = await findSubjectView(world.prisma, zone, subject, { sight, judge, reviser }, board)
  if (view === undefined) throw new Error(`no ${subject}`)
  return view
}
const publicly = async () => {
  const index = await findPublicIndex(world.prisma, zone, { stamp: await stamp(), today: '2025-10-12' }, (_q, read) =>
    read(),
  )
  return JSON.stringify(index?.entries ?? [])
}
const changesFor = async (since: string, sight: string[] | null) => {
  const asked = { sight, board: CURRENT, compared: boardAt(since), sets: createChangeSets(), heavy: world.prisma }
  const { rows } = await readChanges(world.prisma, ChangesInput.parse({ zone }), asked)
  return rows.map(({ kinds, subject }) => [kinds[0], subject])
}

describe('a revision on its way', () => {
  let [listed, open] = ['', '']
  it('is proposed by the region, binds nothing, and is seen by those it concerns', async () => {
    listed = await stamp()
    const before = await publicly()
    expect(await tell(DONGQU, TARGET, propose())).toBe('revision-not-yours')
    expect(await tell(XIQU, TARGET, propose())).toBe('ok')
    expect(await tell(SECRETARIAT, TARGET, propose())).toBe('revision-not-current')
    await world.settle()
    open = await stamp()
    const { target, revisions } = await seen(TARGET, CURRENT, { who: SECRETARIAT })
    expect(target?.value).toBe('218.4')
    expect(revisions).toMatchObject({
      approved: [],
      proposing: null,
      proposals: [
        {
          ...{ number: 1, before: '≥ 218.4 亿元（2025年）', after: '≥ 200 亿元（2025年）', state: 'open' },
          ...{ body: { name: '西区发展和改革局' }, person: '王某', mayDecide: true, mayWithdraw: false },
        },
      ],
    })
    const of = async (sight: string[]) => (await seen(TARGET, CURRENT, { sight })).revisions.proposals.length
    expect([await of(['510403']), await of(['510400']), await of(['513400']), await of(['510402'])]).toEqual([
      1, 1, 0, 0,
    ])
    expect(await changesFor(listed, null)).toEqual([['revision-proposed', TARGET]])
    expect(await changesFor(listed, ['513400'])).toEqual([])
    expect(await publicly()).toBe(before)
  })

  it('has no second beside it; only who may approves it, and never who proposed', async () => {
    expect(await tell(XIQU, TARGET, propose({ value: '190' }))).toBe('revision-open')
    expect(await tell(DONGQU, TARGET, approve())).toBe('revision-approver')
    expect(await tell(XIQU, TARGET, approve())).toBe('revision-own')
    expect(await tell(PZH, TARGET, closing('withdraw', 1))).toBe('revision-others')
  })

  it('approved, it holds from then on, and the original stands beside it; of two people the second is told', async () => {
    const key = v4()
    expect(await tell(PZH, TARGET, approve(), key)).toBe('ok')
    expect(await tell(PZH, TARGET, approve(), key)).toBe('ok')
    expect(await tell(SECRETARIAT, TARGET, approve())).toBe('revision-not-current')
    await world.settle()
    expect(await tell(SECRETARIAT, TARGET, closing('refuse', 1))).toBe('revision-closed')
    const { target, revisions } = await seen(TARGET, CURRENT, { who: XIQU })
    expect(target?.value).toBe('200')
    expect(revisions).toMatchObject({
      approved: [{ revision: 1, before: '≥ 218.4 亿元（2025年）', after: '≥ 200 亿元（2025年）', fromYear: 2025 }],
      proposals: [{ state: 'approved', outcome: '区人大常委会 西人常〔2025〕4号，2025-10-11' }],
      proposing: { target: { value: '200' } },
    })
    expect(await changesFor(open, null)).toEqual([['target-revised', TARGET]])
  })

  it('tells those who may approve that there is something to approve, and its proposers what became of it', async () => {
    const rows = await world.prisma.notice.findMany({ where: { kind: 'revision' }, orderBy: { body: 'asc' } })
    expect(rows.map(({ body, roles }) => [body, roles[0]])).toEqual([
      ['510400-FGJ', 'coordinator'],
      ['510403-FGJ', 'coordinator'],
      ['Z-PX-LXB', 'secretariat'],
    ])
    expect(rows[0]?.text).toContain('西区发展和改革局王某提出修订建议（西发改〔2025〕3号），待批准')
    expect(rows[1]?.text).toContain('修订建议已经区人大常委会批准（西人常〔2025〕4号），自2025年起按修订后的执行。')
  })

  it('stays in the past as it was', async () => {
    const [before, then] = [
      await seen(TARGET, boardAt(listed)),
      await seen(TARGET, boardAt(open), { who: SECRETARIAT }),
    ]
    expect([before.revisions.proposals, before.target?.value]).toEqual([[], '218.4'])
    expect([then.revisions.proposals[0]?.state, then.revisions.approved, then.target?.value]).toEqual([
      'open',
      [],
      '218.4',
    ])
  })

  it('a correction of the plan meanwhile makes it stale; withdrawn, it gives way to a new one', async () => {
    expect(await tell(XIQU, TARGET, propose({ expectedRevision: 0, value: '190' }))).toBe('revision-not-current')
    expect(await tell(XIQU, TARGET, propose({ expectedRevision: 1, value: '190' }))).toBe('ok')
    await world.settle()
    world.say(buildTargetListed({ value: '201' }))
    await world.settle()
    expect(await tell(SECRETARIAT, TARGET, approve(2))).toBe('revision-stale')
    expect(await tell(XIQU, TARGET, closing('withdraw', 2))).toBe('ok')
    await world.settle()
    expect(await tell(XIQU, TARGET, propose({ expectedRevision: 1, value: '190' }))).toBe('ok')
    await world.settle()
    expect((await seen(TARGET)).revisions.proposals.map(({ state }) => state)).toEqual([
      'open',
      'withdrawn',
      'approved',
    ])
  })
})

it('a project is revised by the same steps; a target of the zone is the responsible regions’ to propose', async () => {
  const deed: RevisionDeed = {
    ...{ type: 'propose-project', expectedRevision: 0, investmentWan: 45_000, startYear: 2021, endYear: 2026 },
    ...{ yearly: [{ year: 2026, planWan: 5_000 }], fromYear: 2025, reason: '用地推迟', document: '西发改〔2025〕5号' },
  }
  expect(await tell(XIQU, PROJECT, deed)).toBe('ok')
  expect(await tell(PZH, 'PX-145-T009', propose())).toBe('ok')
  expect(await tell(XIQU, 'PX-145-T009', propose())).toBe('revision-not-current')
  await world.settle()
  expect(await tell(PZH, 'PX-145-T009', approve())).toBe('revision-approver')
  expect(await tell(SECRETARIAT, 'PX-145-T009', closing('refuse', 1))).toBe('ok')
  expect(await tell(SECRETARIAT, PROJECT, approve())).toBe('ok')
  await world.settle()
  const { project, revisions } = await seen(PROJECT)
  expect(project).toMatchObject({ investmentWan: 45_000, endYear: 2026 })
  expect(revisions.approved).toMatchObject([
    {
      before: '总投资 4 亿元，2021–2025年；分年：无',
      after: '总投资 4.5 亿元，2021–2026年；分年：2026年 5,000 万元',
    },
  ])
  expect((await seen('PX-145-T009')).revisions.proposals).toMatchObject([
    { state: 'refused', outcome: '再核（攀西经济区联席会议办公室 赵某，2025-10-12）' },
  ])
})

it('a plan tells its versions, and what is proposed of it to those who may see', async () => {
  const plan = await findPlanView(world.prisma, zone, 'XQ-145', { sight: null, reviser: ONLOOKER, person: null })
  expect(plan?.versions.map(({ what, note }) => [what, note])).toEqual([
    ['印发', ''],
    ['征求意见稿', '规划期有变化'],
    ['印发', '规划期有变化'],
    ['中期评估修订', '修订目标1项、项目1项'],
  ])
  expect([plan?.plan.proposals, plan?.proposals.map(({ state }) => state)]).toEqual([
    1,
    ['open', 'approved', 'approved', 'withdrawn'],
  ])
  const lines = await readRevisionLines(world.prisma, { zone, plan: 'XQ-145', sight: null })
  expect(lines.map(({ subject, state, proposed }) => [subject, state, proposed.split(' ')[0]])).toEqual([
    [PROJECT, 'approved', '西发改〔2025〕5号'],
    [TARGET, 'approved', '西发改〔2025〕3号'],
    [TARGET, 'open', '西发改〔2025〕3号'],
    [TARGET, 'withdrawn', '西发改〔2025〕3号'],
  ])
  const elsewhere = await readRevisionLines(world.prisma, { zone, plan: 'XQ-145', sight: ['513400'] })
  expect(elsewhere.map(({ state }) => state)).toEqual(['approved', 'approved'])
  const own = (person: string) =>
    findPlanView(world.prisma, zone, 'XQ-145', { sight: null, reviser: XIQU.reviser, person })
  expect([(await own('王某'))?.proposals[0]?.mayDecide, (await own('杨某'))?.proposals[0]?.mayDecide]).toEqual([
    false,
    true,
  ])
  const neighbour = await findPlanView(world.prisma, zone, 'XQ-145', {
    sight: ['513400'],
    reviser: ONLOOKER,
    person: null,
  })
  expect([neighbour?.plan.proposals, neighbour?.proposals]).toEqual([0, []])
})

it('a board built anew from the topic says the same', async () => {
  const rebuilt = await rebuildBoard({
    ...{ url: world.url('migrator'), swap: false, signal: new AbortController().signal, onProgress: () => undefined },
  })
  if (rebuilt.kind !== 'compared') throw new Error(rebuilt.kind)
  const of = rebuilt.tables.filter(({ table }) => /^(fact|subject)/.test(table))
  expect(of.map(({ differing }) => differing)).toEqual([0, 0, 0, 0])
})
