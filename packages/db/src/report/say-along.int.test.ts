import { decide, type ReportCommand } from '@lianxi/domain/report/decide'
import { decide as decideList, type ListCommand } from '@lianxi/domain/year-list/decide'
import type { TargetEntry } from '@lianxi/schema/commands/entry'
import { buildDutyAssigned, buildItemListed } from '@lianxi/testkit/events-commitments'
import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { v4 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { extendDuty } from '../duty/extend'
import { writeReminders } from '../notice/write-reminders'
import { createPool } from '../pool'
import { readChasing } from '../readers/duty/chasing'
import { readDueList } from '../readers/office/due-list'
import { findOfficeForm } from '../readers/office/form'
import { readReportTemplate } from '../report-sheet/template'
import { createBoardWorld } from '../testing/board-world'
import { createYearList } from '../year-list/create-list'
import { handleList } from '../year-list/handle-list'
import { handleReport } from './handle-report'

/** 西区's gross product, asked for by its own plan (亿元) and, under another number, by the city's (万元). */
const world = await createBoardWorld()
const worker = createPool(world.url('worker_app'))
beforeAll(() => () => worker.end())

const [OWN, CITY, ZONE] = ['XQ-145-T001', 'XQ-145-T009', 'XQ-145-T010']
const office = { zone: 'Z-PX', region: '510403', period: '2025Q3' }
const person = (id: string, name: string, bodies = ['510403-FGJ']) => ({ id, name, bodies })
const [wang, li, zhao] = [person('wang', '王填报'), person('li', '李审核'), person('zhao', '赵明远', [])]
const entry = (value: string): TargetEntry => ({
  ...{ kind: 'target', nil: false, value, figureSource: '区统计局', note: '', problems: '', nextStep: '' },
})
const written = (value: string) => ({ entry: entry(value), correctionReason: null, warningReasons: [] })

const send = (command: ReportCommand, actor: typeof wang, expectedVersion: number | null, subject = OWN) => {
  const press = { userId: actor.id, key: v4(), procedure: command.type, input: command }
  return handleReport(world.prisma, { key: { ...office, subject }, command, actor, expectedVersion, press }, decide)
}
const viewer = { id: 'wang', name: '王填报', bodies: ['510403-FGJ'], mayWrite: true, mayApprove: false }
const form = async (subject: string, period = office.period) => {
  const found = await findOfficeForm(world.prisma, { ...office, subject, period }, viewer)
  if (found === undefined) throw new Error(`no form of ${subject}`)
  return found
}
const cells = () =>
  world.prisma.$queryRaw<Record<string, unknown>[]>`
    SELECT subject, state, trim_scale(value)::text AS value, revision, conflict, late, event_id::text AS event
    FROM board.progress WHERE region = '510403' AND period = '2025Q3' ORDER BY subject`
const missing = async () => {
  const sight = { zone: true, regions: [], bodies: [] }
  const { bodies, rates } = await readChasing(world.prisma, { zone: 'Z-PX', period: '2025Q3' }, sight)
  const of = ({ body }: { body: { code: string } }) => body.code === '510403-FGJ'
  return { items: bodies.find(of)?.items.map(({ subject }) => subject), due: rates.find(of)?.due }
}

it('one figure of two plans is one row of the office, of its Excel sheet, of 催报 and of its reminders', async () => {
  world.say(buildTargetListed({ code: CITY, name: '地区生产总值（市规划）', unit: '万元', value: '2184000' }))
  world.say(buildItemListed({ code: 'L-PZH-2025-01', list: 'L-510400-2025', subject: CITY, target: null, order: 2 }))
  world.say(buildDutyAssigned({ subject: CITY, items: ['L-PZH-2025-01'], servedBy: OWN }))
  await world.settle()
  const { rows, total } = await readDueList(world.prisma, office)
  expect([total, rows.map(({ subject, serves }) => [subject, serves.map((one) => one.subject)])]).toEqual([
    1,
    [[OWN, [CITY]]],
  ])
  const template = await readReportTemplate(world.prisma, { ...office, body: '510403-FGJ' })
  expect(template.rows.target).toHaveLength(1)
  expect(await missing()).toEqual({ items: [OWN], due: 1 })
  await writeReminders(worker, { before: [3], after: [1] })
  const [reminder] = await world.prisma.notice.findMany({ where: { body: '510403-FGJ', kind: 'due-soon' } })
  expect(reminder?.text).toContain('还有1项尚未报送')
  expect((await form(CITY)).actions.write).toEqual({
    allowed: false,
    why: '这一项与另一项是同一数据，只报一次：在那一项填报、更正，这一项随之入库：“地区生产总值”（XQ-145-T001）。',
  })
  expect(await send({ type: 'submit', ...written('160.5') }, wang, 0, CITY)).toMatchObject({
    refusal: { code: 'served-elsewhere' },
  })
})

it('reported and approved once, it stands in both, each in its own unit and against its own plan', async () => {
  await send({ type: 'submit', ...written('160.5') }, wang, 0)
  expect(await send({ type: 'approve' }, li, 1)).toMatchObject({ ok: true })
  await world.settle()
  expect(await cells()).toMatchObject([
    { subject: OWN, state: 'reported', value: '160.5', revision: 1, conflict: false },
    { subject: CITY, state: 'reported', value: '1605000', revision: 1, conflict: false },
  ])
  expect((await form(CITY)).report).toMatchObject({ state: 'published', submittedByName: '王填报' })
  expect((await form(OWN)).check.alongside).toMatchObject([{ subject: CITY, targetValue: '2184000' }])
})

it('returned for one, it is returned for both, and its office corrects it in one place', async () => {
  const event = String((await cells())[1]?.['event'])
  const back = { type: 'return' as const, report: event, reason: '口径不符', byBody: 'Z-PX-LXB' }
  expect(await send(back, zhao, null, CITY)).toMatchObject({ ok: true })
  expect(await send(back, zhao, null, CITY)).toMatchObject({ refusal: { code: 'already-judged' } })
  await world.settle()
  expect((await cells()).map(({ state }) => state)).toEqual(['returned', 'returned'])
  const { report } = await form(OWN)
  expect(report).toMatchObject({ state: 'returned', returnedReason: '口径不符' })
  const version = report?.version ?? 0
  await send({ type: 'submit', ...written('158.4') }, wang, version)
  expect(await send({ type: 'approve' }, li, version + 1)).toMatchObject({ ok: true })
  await world.settle()
  expect(await cells()).toMatchObject([
    { state: 'reported', value: '158.4', revision: 2, conflict: false },
    { state: 'reported', value: '1584000', revision: 2, conflict: false },
  ])
})

it('given more time, both have it; handed to another body, each is asked for itself from then on', async () => {
  const input = {
    ...office,
    body: '510403-FGJ',
    subject: OWN,
    on: '2025-10-20',
    reason: '数据推迟',
    idempotencyKey: v4(),
  }
  const press = { userId: 'm', key: input.idempotencyKey, procedure: 'duty.extend', input }
  const actor = { id: 'm', name: '李明' }
  expect(await extendDuty(world.prisma, { input, actor, body: 'Z-PX-LXB', press })).toMatchObject({ ok: true })
  await world.settle()
  const dueAt = await world.prisma.progress.findMany({
    where: { region: '510403', period: '2025Q3' },
    distinct: ['dueAt'],
  })
  expect(dueAt.map((one) => one.dueAt?.toISOString())).toEqual(['2025-10-20T10:00:00.000Z'])
  const handed = { subject: CITY, items: ['L-PZH-2025-01'], body: '510403-TJJ', from: '2025Q4', servedBy: OWN }
  world.say(buildDutyAssigned(handed))
  await world.settle()
  expect((await form(CITY, '2025Q4')).actions.write.why).toContain('由其他单位填报')
  expect((await form(CITY)).actions.write.why).toContain('同一数据')
})

it('a list that asks for it in the middle of the year finds what stands, and nobody is asked again', async () => {
  world.say(buildTargetListed({ code: ZONE, name: '地区生产总值（经济区规划）', value: '300' }))
  await world.settle()
  const list = 'L-Z-PX-2025'
  const secretariat = { actor: { id: 'zhao', name: '赵明远' }, body: 'Z-PX-LXB', region: null }
  const coordinator = { actor: { id: 'wang', name: '王统筹' }, body: '510403-FGJ', region: '510403' }
  const press = (input: unknown) => ({ userId: 'zhao', key: v4(), procedure: 'list', input })
  const create = { zone: 'Z-PX', region: null, year: 2025, name: '2025年清单', copyOf: null, idempotencyKey: v4() }
  await createYearList(world.prisma, { input: create, ...secretariat, press: press(create) })
  const tell = async (command: ListCommand, actor: typeof secretariat | typeof coordinator = secretariat) => {
    const expected = { list: null, items: [] }
    const said = await handleList(
      world.prisma,
      { zone: 'Z-PX', list, command, actor, press: press(command), expected },
      decideList,
    )
    expect(said).toMatchObject({ ok: true })
    return said.ok ? said.id : ''
  }
  const item = await tell({
    type: 'put-item',
    item: null,
    content: {
      ...{ subject: ZONE, kind: 'target', region: '510403', attribute: 'key', visibility: 'public', project: null },
      ...{ body: '510403-FGJ', leadBody: '510403-FGJ', coBodies: [], leader: '', person: '', measures: '' },
      ...{ deadline: '2025-12-31', frequency: 'quarter', target: { baseline: null, yearValue: null, path: [] } },
    },
  })
  await tell({ type: 'open-consultation' })
  await tell({ type: 'accept', items: [item] }, coordinator)
  await tell({ type: 'adopt', basis: '第二次会议', on: '2025-10-12' })
  await world.settle()
  expect((await cells())[2]).toMatchObject({
    subject: ZONE,
    state: 'reported',
    value: '158.4',
    revision: 1,
    late: false,
  })
  const { rows } = await readDueList(world.prisma, office)
  expect(rows.map(({ subject, serves }) => [subject, serves.map((one) => one.subject)])).toEqual([[OWN, [CITY, ZONE]]])
})
