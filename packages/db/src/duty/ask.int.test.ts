import type { ExtendDuty } from '@lianxi/schema/commands/extension'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { v4 } from 'uuid'
import { expect, it } from 'vitest'
import { countOpenAsks, readOfficeAsks } from '../readers/duty/extension-asks'
import { readChasing } from '../readers/duty/chasing'
import { createBoardWorld, type World } from '../testing/board-world'
import { answerAsk, askExtension, takeBackAsk } from './ask'
import { extendDuty } from './extend'

/** 2025Q3 is open until 10-15 18:00, closes on 11-10; 西区's office owes XQ-145-T001, 凉山州's PX-145-P001. */
const world: World = await createBoardWorld()
const PERIOD = { zone: 'Z-PX', period: '2025Q3' }
const [WANG, LI, ZHAO] = ['王芳', '李明', '赵远'].map((name) => ({ id: name, name })) as [Person, Person, Person]
type Person = { id: string; name: string }

const wish = (change: Partial<ExtendDuty> = {}): ExtendDuty => ({
  ...{ ...PERIOD, region: '510403', body: '510403-FGJ', subject: null, on: '2025-10-20', reason: '数据推迟发布' },
  ...{ idempotencyKey: v4(), ...change },
})
const pressed = <Input extends { idempotencyKey: string }>(input: Input, actor: Person, procedure: string) => ({
  ...{ input, actor, press: { userId: actor.id, key: input.idempotencyKey, procedure, input } },
})
type Result = Awaited<ReturnType<typeof askExtension>>
const saidOf = (result: Result) => (result.ok ? 'ok' : result.refusal.code)
const idOf = (result: Result) => (result.ok ? result.id : result.refusal.code)
const ask = (change: Partial<ExtendDuty> = {}, bodies: string[] | null = ['510403-FGJ']) =>
  askExtension(world.prisma, { ...pressed(wish(change), WANG, 'ask'), bodies })
const takeBack = (id: string, bodies: string[] | null = ['510403-FGJ']) =>
  takeBackAsk(world.prisma, {
    ...pressed({ zone: 'Z-PX', region: '510403', id, idempotencyKey: v4() }, WANG, 'take-back'),
    bodies,
  })
const grant = (id: string, on = '2025-10-20', actor = LI) =>
  answerAsk(world.prisma, {
    ...pressed({ outcome: 'granted' as const, zone: 'Z-PX', id, on, idempotencyKey: v4() }, actor, 'answer'),
    body: 'Z-PX-LXB',
  })
const decline = (id: string, reason = '数据已经发布', actor = LI) =>
  answerAsk(world.prisma, {
    ...pressed({ outcome: 'declined' as const, zone: 'Z-PX', id, reason, idempotencyKey: v4() }, actor, 'answer'),
    body: 'Z-PX-LXB',
  })
const own = (bodies: string[] | null = ['510403-FGJ'], region = '510403') =>
  readOfficeAsks(world.prisma, { ...PERIOD, region, bodies })
const states = async () => (await own()).asks.map(({ state }) => state)
const listed = async (zone = true) =>
  (await readChasing(world.prisma, PERIOD, { zone, regions: [], bodies: ['510403-FGJ'] })).asks.map(({ id }) => id)
const extensions = () => world.prisma.extension.findMany({ where: { period: '2025Q3' }, orderBy: { dueAt: 'asc' } })
const notices = async (body: string) =>
  (await world.prisma.notice.findMany({ where: { body, kind: 'extended' }, orderBy: { createdAt: 'asc' } })).map(
    ({ text }) => text,
  )

it('is refused in words where nobody could grant it, and to who is of another body', async () => {
  await world.settle()
  expect(saidOf(await ask({ on: '2025-10-15' }))).toBe('extension-not-later')
  expect(saidOf(await ask({ on: '2025-11-11' }))).toBe('extension-after-closing')
  expect(saidOf(await ask({ period: '2025Q2' }))).toBe('extension-after-closing')
  expect(saidOf(await ask({ subject: 'PX-145-P001' }))).toBe('extension-no-duty')
  expect(saidOf(await ask({}, ['510403-JTJ']))).toBe('not-your-body')
  expect(await own()).toMatchObject({ asks: [], choices: [{ subject: null }, { subject: { code: 'XQ-145-T001' } }] })
})

it('is asked once, seen by the secretariat alone, and taken back by its own office while it is open', async () => {
  const first = idOf(await ask())
  expect(saidOf(await ask({ on: '2025-10-25' }))).toBe('ask-open')
  expect([await listed(), await listed(false)]).toEqual([[first], []])
  expect(await countOpenAsks(world.prisma, ['Z-PX', 'Z-CN'])).toEqual([{ zone: 'Z-PX', open: 1 }])
  expect(await notices('Z-PX-LXB')).toEqual([
    '西区发展和改革局申请2025年三季度全部事项延期至2025-10-20。原因：数据推迟发布',
  ])
  expect((await own(null, '513400')).asks).toEqual([])
  expect(saidOf(await takeBack(first, ['510403-JTJ']))).toBe('ask-not-yours')
  expect(saidOf(await takeBack(first))).toBe('ok')
  expect(saidOf(await takeBack(first))).toBe('ask-settled')
  expect(saidOf(await grant(first))).toBe('ask-settled')
  expect([await states(), await listed(), await extensions()]).toEqual([['withdrawn'], [], []])
})

it('is declined with a reason, which its office hears and reads', async () => {
  const second = idOf(await ask({ subject: 'XQ-145-T001' }))
  expect(saidOf(await decline(second))).toBe('ok')
  expect((await own()).asks[0]).toMatchObject({ state: 'declined', reply: '数据已经发布', settledBy: '李明' })
  expect(await notices('510403-FGJ')).toEqual([
    '联席会议办公室李明没有同意2025年三季度地区生产总值延期至2025-10-20的申请。原因：数据已经发布',
  ])
})

it('is granted as asked or until another day; of two people at once the second is told', async () => {
  const third = idOf(await ask())
  expect(saidOf(await grant(third, '2025-11-11'))).toBe('extension-after-closing')
  const both = await Promise.all([grant(third, '2025-10-22'), grant(third, '2025-10-22', ZHAO)])
  expect(both.map(saidOf).toSorted()).toEqual(['ask-settled', 'ok'])
  expect(saidOf(await decline(third, '请按期填报', ZHAO))).toBe('ask-settled')
  await world.settle()
  expect(await extensions()).toMatchObject([{ body: '510403-FGJ', subject: '', reason: '数据推迟发布' }])
  expect((await own()).asks[0]).toMatchObject({ state: 'granted', given: '2025-10-22' })
  expect((await notices('510403-FGJ')).at(-1)).toContain('全部事项延期至2025-10-22 18:00。原因：数据推迟发布')
})

it('is answered by an extension given without it, when that gives at least as much', async () => {
  const [near, far] = [await ask({ subject: 'XQ-145-T001', on: '2025-10-25' }), await ask({ on: '2025-10-30' })]
  expect([near.ok, far.ok]).toEqual([true, true])
  const input = wish({ on: '2025-10-26' })
  await extendDuty(world.prisma, { ...pressed(input, ZHAO, 'duty.extend'), body: 'Z-PX-LXB' })
  await world.settle()
  expect((await own()).asks.slice(0, 2).map(({ until, state }) => [until, state])).toEqual([
    ['2025-10-30', 'open'],
    ['2025-10-25', 'granted'],
  ])
})

it('hangs around no longer once all came in, nor is it granted then; and ends with its period', async () => {
  expect(await listed()).toHaveLength(1)
  const [open] = await listed()
  await world.sql(`UPDATE board.period SET closed = true WHERE period = '2025Q3'`)
  expect([(await states())[0], await listed(), (await own()).choices]).toEqual(['closed', [], []])
  await world.sql(`UPDATE board.period SET closed = false WHERE period = '2025Q3'`)
  world.say(buildTargetReport())
  await world.settle()
  expect([(await states())[0], await listed(), (await own()).choices]).toEqual(['reported', [], []])
  expect(await countOpenAsks(world.prisma, ['Z-PX'])).toEqual([])
  expect(saidOf(await grant(open ?? '', '2025-10-30'))).toBe('ask-nothing-owed')
  expect(saidOf(await ask({ on: '2025-10-31' }))).toBe('ask-nothing-owed')
})

it('leaves a trace of each deed', async () => {
  const deeds = await world.prisma.auditEntry.findMany({ where: { action: { startsWith: 'duty.' } } })
  expect(new Set(deeds.map(({ action }) => action))).toEqual(
    new Set(['duty.ask', 'duty.take-back', 'duty.decline', 'duty.extend']),
  )
})
