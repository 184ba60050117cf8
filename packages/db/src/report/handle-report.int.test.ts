import { decide, type ReportCommand } from '@lianxi/domain/report/decide'
import type { TargetEntry } from '@lianxi/schema/commands/entry'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { findOfficeForm } from '../readers/office/form'
import { readDueList } from '../readers/office/due-list'
import { readQueue } from '../readers/review/queue'
import { readReceipt } from '../readers/office/receipt'
import { createBoardWorld, type World } from '../testing/board-world'
import { handleReport } from './handle-report'

const wang = { id: 'wang', name: '王填报', bodies: ['510403-FGJ'] }
const zhao = { id: 'zhao', name: '赵填报', bodies: ['510403-FGJ'] }
const li = { id: 'li', name: '李审核', bodies: ['510403-FGJ'] }
const office = { zone: 'Z-PX', region: '510403', subject: 'XQ-145-T001', period: '2025Q3' }
const entry = (value: string): TargetEntry => ({
  kind: 'target',
  nil: false,
  value,
  figureSource: '区统计局',
  note: '',
  problems: '',
  nextStep: '',
})
const written = (value: string) => ({ entry: entry(value), correctionReason: null, warningReasons: [] })

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
})

const send = (command: ReportCommand, actor: typeof wang, expectedVersion: number | null, key = v4(), of = office) =>
  handleReport(
    world.prisma,
    {
      key: of,
      command,
      actor,
      expectedVersion,
      press: { userId: actor.id, key, procedure: command.type, input: command },
    },
    decide,
  )

/** What the form says to who may write, where it cannot be written now. */
const whyLocked = async (who: typeof wang) => {
  const form = await findOfficeForm(world.prisma, office, { ...who, mayWrite: true, mayApprove: false })
  return form?.actions.write.why
}

describe('a report in its office', () => {
  it('1. is saved once, however often the same press arrives, also at the same time', async () => {
    const key = v4()
    const press = () => send({ type: 'save-draft', ...written('160.5') }, wang, 0, key)
    const answers = await Promise.all([press(), press(), press()])
    expect(answers[0]).toMatchObject({ ok: true, report: { state: 'draft', version: 1 } })
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await world.prisma.reportStep.count()).toBe(1)
    const other = await send({ type: 'save-draft', ...written('161') }, wang, 1, key)
    expect(other).toMatchObject({ ok: false, refusal: { code: 'key-reused' } })
  })

  it('1b. what was written is shown as held, and a bare 本期无变化 over it is refused', async () => {
    const list = await readDueList(world.prisma, { zone: 'Z-PX', region: '510403' })
    expect(list.rows).toMatchObject([{ state: 'draft', held: true }])
    expect(await send({ type: 'submit-nil' }, wang, 1)).toMatchObject({ refusal: { code: 'nil-over-work' } })
    expect(await world.prisma.report.findMany({ select: { state: true, content: true } })).toMatchObject([
      { state: 'draft', content: { value: '160.5' } },
    ])
  })

  it('2. two people on one report: the second sees both texts and overwrites nothing', async () => {
    const [first, second] = await Promise.all([
      send({ type: 'save-draft', ...written('170') }, wang, 1),
      send({ type: 'save-draft', ...written('180') }, zhao, 1),
    ])
    const [kept, refused] = first.ok ? [first, second] : [second, first]
    expect(kept).toMatchObject({ ok: true, report: { version: 2 } })
    if (refused.ok || !kept.ok) throw new Error('both were saved')
    expect(refused.refusal.code).toBe('version-conflict')
    expect(refused.conflict).toMatchObject({ version: 2, theirs: kept.report.entry })
    expect(new Set([refused.conflict?.theirs, refused.conflict?.yours].map((e) => JSON.stringify(e))).size).toBe(2)
  })

  it('3. is not approved by who submitted it; a second person publishes it with its event in one transaction', async () => {
    expect(await send({ type: 'submit', ...written('160.5') }, wang, 2)).toMatchObject({ ok: true })
    expect(await send({ type: 'approve' }, wang, 3)).toMatchObject({ refusal: { code: 'own-report' } })
    const stale = await send({ type: 'approve' }, li, 2)
    expect(stale, 'who only passes it has typed nothing').toMatchObject({ refusal: { code: 'changed-meanwhile' } })
    expect(stale.ok ? '' : stale.refusal.message).toContain('现为“待审核”')
    const queue = await readQueue(world.prisma, office, { ...li, mayWrite: false, mayApprove: true })
    expect(queue.rows).toMatchObject([
      { subject: 'XQ-145-T001', submittedByName: '王填报', approve: { allowed: true } },
    ])
    expect(await whyLocked(wang)).toBe('已提交审核，等待审核。要修改的，请点“撤回”。')
    expect(await whyLocked(zhao)).toBe('王填报已提交审核，等待审核。要修改的，请王填报撤回，或由审核人退回。')
    const approved = await send({ type: 'approve' }, li, 3)
    expect(approved).toMatchObject({ ok: true, report: { state: 'published', version: 4, revision: 1 } })
    expect(await world.prisma.outbox.count({ where: { topic: 'lianxi.510403.target.v1' } })).toBe(1)
    expect(await readReceipt(world.prisma, office)).toMatchObject({ state: 'publishing', revision: 1 })
  })

  it('4. arrives on the board, and the receipt says so with the stamp', async () => {
    await world.settle()
    const receipt = await readReceipt(world.prisma, office)
    expect(receipt).toMatchObject({ state: 'on-board', topic: 'lianxi.510403.target.v1', offset: '0' })
    expect(receipt.stamp).toMatch(/^2025-10-12T10:00:00\.\d{6}Z$/)
    expect(await whyLocked(wang)).toBe('本期已报送。数字有误或有变化的，请点“更正”并写明原因。')
    const list = await readDueList(world.prisma, { zone: 'Z-PX', region: '510403' })
    expect(list).toMatchObject({ total: 1, reported: 1, rows: [{ state: 'reported', onBoardAt: receipt.stamp }] })
  })

  it('5. is returned by its event, unlocked, corrected with the return as reason; the first revision stays', async () => {
    const secretariat = { id: 'zhao-mishu', name: '赵秘书', bodies: ['Z-PX-LXB'] }
    const { eventId } = await readReceipt(world.prisma, office)
    const back = { type: 'return', report: eventId ?? '', reason: '口径不符', byBody: 'Z-PX-LXB' } as const
    expect(await send(back, secretariat, null)).toMatchObject({ ok: true, report: { state: 'returned' } })
    expect(await send(back, secretariat, null)).toMatchObject({ refusal: { code: 'already-judged' } })
    await world.settle()
    const viewer = { ...wang, mayWrite: true, mayApprove: false }
    const form = await findOfficeForm(world.prisma, office, viewer)
    expect(form).toMatchObject({
      report: { state: 'returned', revision: 2, correctionReason: '按退回意见更正：口径不符' },
      actions: { write: { allowed: true } },
    })
    expect(await send({ type: 'submit', ...written('158') }, wang, 5)).toMatchObject({ ok: true })
    expect(await send({ type: 'approve' }, li, 6)).toMatchObject({ ok: true, report: { revision: 2 } })
    await world.settle()
    const revisions = await world.prisma.reportRevision.findMany({ orderBy: { revision: 'asc' } })
    expect(revisions.map(({ reason }) => reason)).toEqual([null, '按退回意见更正：口径不符'])
    expect(await readReceipt(world.prisma, office)).toMatchObject({ state: 'on-board', revision: 2 })
  })

  it('6. a locked period refuses, and so does a region nobody asked', async () => {
    const late = { ...office, period: '2025Q2' }
    expect(await send({ type: 'submit', ...written('150') }, wang, 0, v4(), late)).toMatchObject({
      refusal: { code: 'period-closed' },
    })
    const strange = { ...office, region: '513400' }
    expect(await send({ type: 'submit', ...written('150') }, wang, 0, v4(), strange)).toMatchObject({
      refusal: { code: 'no-duty' },
    })
    expect(await world.prisma.report.count()).toBe(1)
  })

  it('7. what came by another way can be corrected: the office begins with what stands on the board', async () => {
    const theirs = { ...office, region: '510402', subject: 'DQ-145-T002' }
    const dong = { id: 'dong', name: '东填报', bodies: ['510402-FGJ'] }
    const event = buildTargetReport({
      region: '510402',
      subject: 'DQ-145-T002',
      body: '510402-FGJ',
      content: { value: '7000' },
    })
    const { id } = world.say(event, { source: '510402-FGJ', time: '2025-10-11T01:00:00.000Z' })
    await world.settle()
    const list = await readDueList(world.prisma, { zone: 'Z-PX', region: '510402' })
    expect(list.rows).toMatchObject([{ state: 'reported', version: 0, current: { value: '7000' } }])
    const started = await send({ type: 'start-correction', reason: '误录' }, dong, 0, v4(), theirs)
    expect(started).toMatchObject({ ok: true, report: { revision: 2, publishedEvent: id, entry: { value: '7000' } } })
    const dropped = await send({ type: 'withdraw' }, dong, 1, v4(), theirs)
    expect(dropped).toMatchObject({ ok: true, report: { state: 'published', revision: 1 } })
  })
})
