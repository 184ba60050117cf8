import { checkEntry } from '@lianxi/domain/report/check'
import { decide, type ReportCommand } from '@lianxi/domain/report/decide'
import { previewOf } from '@lianxi/domain/judge/preview'
import { TargetEntry } from '@lianxi/schema/commands/entry'
import { SaidStatus } from '@lianxi/schema/status-vocabulary'
import { ChangesInput } from '@lianxi/schema/views/changes'
import { TargetsInput } from '@lianxi/schema/views/lists'
import { buildPeriodFellDue } from '@lianxi/testkit/events-commitments'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { v4 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { writeDueEvents } from '../calendar/write-due-events'
import { handleReport, type ReportRequest } from '../report/handle-report'
import { runJudgeStep } from '../judge/run-judge'
import { createPool } from '../pool'
import { boardAt, type Boards, CURRENT } from '../readers/base/board'
import { readChanges } from '../readers/changes/read'
import { createChangeSets } from '../readers/changes/sets'
import { findOfficeForm } from '../readers/office/form'
import { readQueue } from '../readers/review/queue'
import { readJudgings } from '../readers/status/judging'
import { readTargets } from '../readers/board/lists'
import { readOverview } from '../readers/board/overview'
import { findSubjectView } from '../readers/board/subject'
import { createBoardWorld, type World } from '../testing/board-world'
import { sayings } from '../testing/sayings'

/** 西区's T001 of 2025Q3: a report of 160.5 of 260, judged by the rules; 2025Q3 fell due. */
const world: World = await createBoardWorld()
const worker = createPool(world.url('worker_app'))
let foretold: ReturnType<typeof previewOf>
beforeAll(async () => {
  const of = await readJudgings(world.prisma, { zone: 'Z-PX', region: '510403' }, ['XQ-145-T001'])
  const judging = of({ subject: 'XQ-145-T001', period: '2025Q3' })
  const entry = TargetEntry.parse({ kind: 'target', value: '160.5' })
  foretold = judging === null ? undefined : previewOf(judging, entry, false)
  world.say(buildTargetReport())
  await world.settle()
  world.say(buildPeriodFellDue(), { source: 'Z-PX-LXB' })
  await settle()
  return () => worker.end()
})

async function settle() {
  await world.settle()
  while ((await runJudgeStep(worker)).kind === 'judged');
}
const fail = (): never => {
  throw new Error('nothing was found')
}
const { override, mark, withdraw, object, takeBack, answer } = sayings(world, settle)
const reported = async () =>
  (await world.prisma.progress.findFirst({ where: { subject: 'XQ-145-T001', region: '510403', period: '2025Q3' } }))
    ?.eventId
const ends = () =>
  world.prisma.outbox.count({
    where: { dedupeKey: { contains: 'lianxi.status.override-ended.v1' } },
  })
const notices = async () =>
  (await world.prisma.notice.findMany({ where: { kind: 'status' }, orderBy: { createdAt: 'asc' } })).map(
    ({ body, text }) => `${body} ${text}`,
  )

const changesSince = (since: string) =>
  readChanges(world.prisma, ChangesInput.parse({ zone: 'Z-PX' }), {
    ...{ sight: null, board: CURRENT, compared: boardAt(since), heavy: world.prisma },
    sets: createChangeSets(),
  })
const listed = (filter: object, boards?: Boards) =>
  readTargets(
    world.prisma,
    TargetsInput.parse({ zone: 'Z-PX', period: '2025Q3', region: '510403', ...filter }),
    null,
    boards,
  )

it('a status set by hand counts, with the computed one beside it: on page, list and changes, not of the past', async () => {
  const { computed, sentence, since: before } = await mark()
  expect([foretold?.status, foretold?.sentence]).toEqual([computed, sentence])
  expect(await override({ status: SaidStatus.parse(computed) })).toBe('override-same')
  expect(await override({ until: '2025-10-11' })).toBe('override-past')
  expect(await override({})).toBe('ok')
  expect(await mark()).toMatchObject({
    ...{ status: 'achieved', computed },
    override: { reason: '数据推迟发布', person: '李明', endsAt: null, onwards: false },
  })
  expect(await override({ status: 'ahead' })).toBe('override-standing')
  const now = await listed({ show: 'overridden' })
  expect(now.rows.map((row) => [row.subject, row.mark?.status, row.mark?.computed])).toEqual([
    ['XQ-145-T001', 'achieved', computed],
  ])
  const past = await listed({ status: computed }, { board: boardAt(before), compared: null })
  expect(past.rows.map((row) => row.mark?.override)).toEqual([null])
  expect((await listed({ show: 'overridden' }, { board: boardAt(before), compared: null })).total).toBe(0)
  expect((await changesSince(before)).rows).toMatchObject([
    { before: { status: computed, overridden: false }, after: { status: 'achieved', overridden: true } },
  ])
  expect((await notices()).at(-1)).toMatch(/^510403-FGJ .*认定为“提前实现”。理由：数据推迟发布/)
})

it('without a day it ends with the next report; taken back early it says why, and only once', async () => {
  const { computed } = await mark()
  world.say(
    buildTargetReport({
      ...{ revision: 2, replaces: (await reported()) ?? null, correctionReason: '更正' },
      content: { value: '160.6' },
    }),
  )
  await settle()
  expect(await mark()).toMatchObject({ status: computed, override: null })
  expect((await notices()).at(-1)).toMatch(/^Z-PX-LXB .*人工认定“提前实现”因有新的填报，不再有效，现按规则判定为/)
  expect(await override({ until: '2025-12-31', onwards: true })).toBe('ok')
  expect((await mark()).override).toMatchObject({ endsAt: '2025-12-31T16:00:00.000Z', onwards: true })
  const seen = (await mark()).override?.event ?? ''
  expect(await withdraw(seen)).toBe('ok')
  expect(await mark()).toMatchObject({ status: computed, override: null })
  expect(await withdraw(seen)).toBe('override-gone')
  expect((await notices()).at(-1)).toMatch(/收回，状态按规则判定。理由：数据已发布/)
})

it('ends by an event of the calendar when its day is over, once, and nothing else is judged', async () => {
  expect(await override({ until: '2025-10-12' })).toBe('ok')
  await writeDueEvents(worker)
  await settle()
  expect(await ends()).toBe(0)
  await world.sql(`UPDATE demo_clock SET moment = '2025-10-12T16:00:00Z'`)
  expect((await mark()).status).toBe('achieved')
  await writeDueEvents(worker)
  await settle()
  await writeDueEvents(worker)
  expect(await ends()).toBe(1)
  expect(await mark()).toMatchObject({ override: null })
  expect((await notices()).at(-1)).toMatch(/^Z-PX-LXB .*人工认定“提前实现”已到期，不再有效/)
})

it('an objection stands beside the computed status, is answered once, and accepted it becomes an override', async () => {
  expect(await object('不是本单位', '510403-JTJ')).toBe('objection-not-yours')
  expect(await object('说错了', '510403-JTJ', 'coordinator')).toBe('ok')
  const mistaken = (await mark()).objection?.event ?? ''
  expect(await takeBack(mistaken, '510403-FGJ')).toBe('objection-others')
  expect(await takeBack(mistaken, '510403-JTJ')).toBe('ok')
  expect((await mark()).objection).toBeNull()
  expect((await notices()).at(-1)).toMatch(/^Z-PX-LXB .*王芳已撤回：已核对/)
  expect(await object('数据未含补报部分', '510403-JTJ', 'coordinator')).toBe('ok')
  const { computed, objection } = await mark()
  expect(objection).toMatchObject({ text: '数据未含补报部分', bodyName: '510403-JTJ', person: '王芳', answer: null })
  expect(await object('再说一次')).toBe('objection-standing')
  expect((await notices()).at(-1)).toMatch(/^Z-PX-LXB .*王芳提出异议：数据未含补报部分/)
  expect((await listed({ show: 'contested' })).total).toBe(1)
  const overview = await readOverview(world.prisma, 'Z-PX', '2025Q3', null)
  expect(overview.attention.find(({ subject }) => subject === 'XQ-145-T001')?.reasons).toContain('contested')

  const event = objection?.event ?? ''
  expect(await answer(event, { override: null })).toBe('override-missing')
  expect(await answer(event, { override: { status: 'met', until: null } })).toBe('override-unlike')
  expect(await answer(event, { override: { status: 'ahead', until: null } })).toBe('ok')
  expect(await mark()).toMatchObject({
    ...{ status: 'ahead', computed, override: { reason: '情况属实' } },
    objection: { answer: { outcome: 'overridden', person: '李明' } },
  })
  expect(await answer(event, { outcome: 'maintained', override: null })).toBe('objection-answered')
  expect((await notices()).at(-1)).toMatch(/^510403-JTJ .*采纳，人工认定。情况属实/)
})

it('says nothing to a status it was not said of', async () => {
  world.say(
    buildTargetReport({
      ...{ revision: 3, replaces: (await reported()) ?? null, correctionReason: '更正' },
      content: { value: '9999' },
    }),
  )
  await settle()
  expect(await mark()).toMatchObject({ override: null, objection: null })
})

it('said with the approval, an objection stands beside the status the approver was shown, from its first moment', async () => {
  const key = { zone: 'Z-PX', subject: 'DQ-145-T002', region: '510402', period: '2025Q3' }
  const send = (id: string, command: ReportCommand, version: number, objection: ReportRequest['objection'] = null) => {
    const actor = { id, name: id, bodies: ['510402-FGJ'] }
    const press = { userId: id, key: v4(), procedure: command.type, input: command }
    return handleReport(world.prisma, { key, command, actor, press, expectedVersion: version, objection }, decide)
  }
  const entry = TargetEntry.parse({ kind: 'target', value: '100', figureSource: '统计局' })
  const form = await findOfficeForm(world.prisma, key, {
    ...{ id: 'a', name: 'a', bodies: ['510402-FGJ'], mayWrite: true, mayApprove: false },
  })
  const reasons = checkEntry(entry, form?.check ?? fail(), null).map(({ code: warned }) => ({
    ...{ code: warned, reason: '已核对' },
  }))
  expect(await send('a', { type: 'submit', entry, correctionReason: null, warningReasons: reasons }, 0)).toMatchObject({
    ok: true,
  })
  const viewer = { id: 'b', name: 'b', bodies: ['510402-FGJ'], mayWrite: false, mayApprove: true }
  const [row] = (await readQueue(world.prisma, key, viewer)).rows
  const then = row?.shown.then ?? fail()
  expect(row?.shown.now?.status).not.toBe(then.status)
  const objection = { status: then.status, text: '口径正在核实' }
  expect(await send('b', { type: 'approve' }, 1, objection)).toMatchObject({ ok: true })
  await settle()
  const judge = () => ({ mayReturn: false, mayConfirm: false })
  const view = await findSubjectView(world.prisma, 'Z-PX', key.subject, { sight: null, judge })
  expect(view?.standing).toMatchObject([{ ...then, objection: { text: '口径正在核实', person: 'b' } }])
  expect(view?.standing[0]?.earlier.map(({ status }) => status)).not.toContain(then.status)
  expect((await notices()).at(-1)).toMatch(/^Z-PX-LXB .*b提出异议：口径正在核实/)
})

it('an objection to an override is answered by taking it back, and stays with its answer', async () => {
  const { computed } = await mark()
  expect(await override({})).toBe('ok')
  const about = { override: (await mark()).override?.event ?? '' }
  expect(await object('与公报不符', '510403-FGJ', 'approver', about)).toBe('ok')
  const { objection } = await mark()
  expect(objection).toMatchObject({ text: '与公报不符', override: about.override, answer: null })
  expect((await listed({ show: 'contested' })).total).toBe(1)
  const event = objection?.event ?? ''
  expect(await answer(event, { outcome: 'correction' })).toBe('objection-outcome')
  expect(await answer(event, { outcome: 'withdrawn', override: null })).toBe('ok')
  expect(await mark()).toMatchObject({
    ...{ status: computed, override: null },
    objection: { text: '与公报不符', answer: { outcome: 'withdrawn', reason: '情况属实' } },
  })
})
