import { findLatestStamp } from '@lianxi/db/readers/moment/stream-state'
import { Changes } from '@lianxi/schema/views/changes'
import { PlanFound, Plans, PlanTables } from '@lianxi/schema/views/plan-import'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { SubjectView } from '@lianxi/schema/views/subject'
import { v4 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import type { Person } from './context'
import { call, createServerWorld, outcome, person, type ServerWorld } from './testing/server-world'

const SUBJECT = 'XQ-145-T001'
const REASON = '人口流出，经中期评估调整'
const SECRETARIAT = person('赵某', 'secretariat', null)
const OVERSIGHT = person('孙某', 'oversight', null)
const [XIQU, COLLEAGUE] = [person('王某', 'coordinator', '510403'), person('杨某', 'coordinator', '510403')]
const CLERK = person('李某', 'reporter', '510403')
const LIANGSHAN = person('阿某', 'coordinator', '513400')

let server: ServerWorld
let listed = ''
beforeAll(async () => {
  server = await createServerWorld()
  listed = (await findLatestStamp(server.deps.prisma)) ?? ''
})

const ask = (who: Person | null, path: string, input: object = {}) =>
  call({ deps: server.deps, person: who }, path, { zone: 'Z-PX', ...input }, 'query')
const press = (who: Person, deed: object) => {
  const input = { zone: 'Z-PX', subject: SUBJECT, idempotencyKey: v4(), deed }
  return call({ deps: server.deps, person: who }, 'plan.revise', input, 'mutation')
}
async function tell(who: Person, deed: object): Promise<string> {
  const answer = DoneResult.parse(await press(who, deed))
  await server.world.settle()
  return answer.ok ? 'ok' : answer.refusal.code
}
const subject = async (who: Person) => SubjectView.parse(await ask(who, 'board.subject', { subject: SUBJECT }))
const propose = {
  ...{ type: 'propose-target', expectedRevision: 0, value: '200', valueHigh: null, targetYear: 2025, yearly: [] },
  ...{ fromYear: 2025, reason: REASON, document: '西发改〔2025〕3号' },
}
const approve = { type: 'approve', number: 1, approvedBy: '区人大常委会', basis: '西人常〔2025〕4号', on: '2025-10-11' }

it('a proposal is made by the region it concerns, and each of its people sees what he may do with it', async () => {
  expect(await outcome(press(CLERK, propose))).toBe('FORBIDDEN')
  expect(await tell(LIANGSHAN, propose)).toBe('revision-not-yours')
  expect((await subject(XIQU)).revisions.proposing).toMatchObject({ target: { value: '218.4' } })
  expect(await tell(XIQU, propose)).toBe('ok')
  const may = async (who: Person) =>
    (await subject(who)).revisions.proposals.map(({ mayDecide, mayWithdraw }) => [mayDecide, mayWithdraw])
  // One remembered view for the office, and yet nobody is offered to approve what he proposed himself.
  expect(await may(COLLEAGUE)).toEqual([[true, true]])
  expect(await may(XIQU)).toEqual([[false, true]])
  expect(await may(SECRETARIAT)).toEqual([[true, false]])
  expect(await may(CLERK)).toEqual([[false, false]])
  expect(await may(OVERSIGHT)).toEqual([[false, false]])
  expect(await may(LIANGSHAN)).toEqual([])
})

it('wherever it is shown, those it does not concern see nothing of it, and the public least of all', async () => {
  const shown = async (who: Person) => {
    const plan = PlanFound.parse(await ask(who, 'plan.one', { plan: 'XQ-145' }))
    const { revisions } = PlanTables.parse(await ask(who, 'plan.tables', { plan: 'XQ-145' }))
    const { plans } = Plans.parse(await ask(who, 'plan.all'))
    return [plan?.proposals.length, revisions.length, plans.find(({ code }) => code === 'XQ-145')?.proposals]
  }
  expect(await shown(OVERSIGHT)).toEqual([1, 1, 1])
  expect(await shown(CLERK)).toEqual([1, 1, 1])
  expect(await shown(LIANGSHAN)).toEqual([0, 0, 0])
  const everywhere = JSON.stringify(await Promise.all([ask(null, 'public.zone'), ask(null, 'public.page')]))
  expect(everywhere).not.toContain(REASON)
})

it('approved by another person, it holds for everybody, and the changes say by which document', async () => {
  expect(await tell(XIQU, approve)).toBe('revision-own')
  expect(await tell(LIANGSHAN, approve)).toBe('revision-approver')
  expect(await tell(SECRETARIAT, approve)).toBe('ok')
  expect(await tell(COLLEAGUE, approve)).toBe('revision-closed')
  for (const who of [OVERSIGHT, LIANGSHAN]) {
    const { target, revisions } = await subject(who)
    expect(target?.value).toBe('200')
    expect(revisions.approved).toMatchObject([{ before: '≥ 218.4 亿元（2025年）', basis: '西人常〔2025〕4号' }])
  }
  const { rows } = Changes.parse(await ask(OVERSIGHT, 'board.changes', { comparedWith: listed }))
  expect(rows.flatMap(({ kinds }) => kinds)).toEqual(expect.arrayContaining(['target-revised', 'revision-proposed']))
})
