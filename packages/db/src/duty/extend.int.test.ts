import type { ExtendDuty } from '@lianxi/schema/commands/extension'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { v4 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { writeDueEvents } from '../calendar/write-due-events'
import { runJudgeStep } from '../judge/run-judge'
import { createPool } from '../pool'
import { readChasing } from '../readers/duty/chasing'
import { findSubjectView } from '../readers/board/subject'
import { createBoardWorld, type World } from '../testing/board-world'
import { extendDuty } from './extend'

/** 2025Q3 is open until 10-15 18:00, closes on 11-10; 西区's office owes XQ-145-T001, 凉山州's and 攀枝花市's PX-145-P001. */
const world: World = await createBoardWorld()
const worker = createPool(world.url('worker_app'))
beforeAll(() => () => worker.end())

const extend = (change: Partial<ExtendDuty> = {}) => {
  const input: ExtendDuty = {
    ...{ zone: 'Z-PX', region: '510403', body: '510403-FGJ', subject: null, period: '2025Q3' },
    ...{ idempotencyKey: v4(), on: '2025-10-20', reason: '数据推迟发布', ...change },
  }
  const press = { userId: 'm', key: input.idempotencyKey, procedure: 'duty.extend', input }
  return extendDuty(world.prisma, { input, actor: { id: 'm', name: '李明' }, body: 'Z-PX-LXB', press })
}
const code = async (change: Partial<ExtendDuty>) => {
  const result = await extend(change)
  return result.ok ? 'ok' : result.refusal.code
}
const at = async (moment: string) => {
  await world.sql('UPDATE demo_clock SET moment = $1', [moment])
  await writeDueEvents(worker)
  await world.settle()
}
const cell = (region: string, subject: string) =>
  world.prisma.progress.findUniqueOrThrow({
    where: { zone_subject_region_period: { zone: 'Z-PX', subject, region, period: '2025Q3' } },
  })
/** How many subjects the judge looks at again. */
async function judged(): Promise<number> {
  let subjects = 0
  for (;;) {
    const step = await runJudgeStep(worker)
    if (step.kind !== 'judged') return subjects
    subjects += step.subjects
  }
}
const chased = (sight: Parameters<typeof readChasing>[2]) =>
  readChasing(world.prisma, { zone: 'Z-PX', period: '2025Q3' }, sight)
const ALL = { zone: true, regions: [], bodies: [] }

it('refuses what gives no time, comes too late or is nobody’s duty', async () => {
  expect(await code({ on: '2025-10-15' })).toBe('extension-not-later')
  expect(await code({ on: '2025-11-11' })).toBe('extension-after-closing')
  const late = await extend({ on: '2025-11-11' })
  expect(late.ok ? '' : late.refusal.message, 'says when it closes').toContain('关闭时间 2025-11-10')
  expect(await code({ body: '510403-JTJ' })).toBe('extension-no-duty')
  expect(await code({ subject: 'PX-145-P001' })).toBe('extension-no-duty')
  expect(await code({ period: '2025Q4' })).toBe('extension-period')
  expect(await code({ period: '2024Q1' })).toBe('extension-period')
})

it('moves the due moment of a body’s cells only, says why, and the page of the subject shows it', async () => {
  await judged()
  expect(await code({})).toBe('ok')
  await world.settle()
  expect(await judged()).toBe(1)
  expect((await cell('510403', 'XQ-145-T001')).dueAt?.toISOString()).toBe('2025-10-20T10:00:00.000Z')
  expect((await cell('510400', 'PX-145-P001')).dueAt?.toISOString()).toBe('2025-10-15T10:00:00.000Z')
  const view = await findSubjectView(world.prisma, 'Z-PX', 'XQ-145-T001', {
    sight: null,
    judge: () => ({ mayReturn: false, mayConfirm: false }),
  })
  expect(view?.extensions).toMatchObject([{ reason: '数据推迟发布', person: '李明', ended: false, subject: null }])
  expect(await code({ on: '2025-10-19' })).toBe('extension-not-later')
})

it('lets nothing fall due before its own moment, and then says so by an event', async () => {
  await at('2025-10-16T00:00:00.000Z')
  expect([(await cell('510403', 'XQ-145-T001')).state, (await cell('510400', 'PX-145-P001')).state]).toEqual([
    'pending',
    'overdue',
  ])
  await at('2025-10-20T10:00:00.000Z')
  await writeDueEvents(worker)
  expect((await cell('510403', 'XQ-145-T001')).state).toBe('overdue')
  const ends = await world.prisma.$queryRaw`
    SELECT count(*)::int AS n FROM outbox WHERE headers->>'ce_type' = 'lianxi.duty.extension-ended.v1'`
  expect(ends).toEqual([{ n: 1 }])
})

it('given once more, opens the way again; what comes before it is in time, what comes after is late and stays', async () => {
  expect(await code({ subject: 'XQ-145-T001', on: '2025-10-20' })).toBe('extension-not-later')
  expect(await code({ subject: 'XQ-145-T001', on: '2025-10-28' })).toBe('ok')
  await world.settle()
  expect((await cell('510403', 'XQ-145-T001')).state).toBe('pending')
  world.say(buildTargetReport({ submittedAt: '2025-10-27T00:00:00.000Z' }), { time: '2025-10-27T00:00:00.000Z' })
  await world.settle()
  expect(await cell('510403', 'XQ-145-T001')).toMatchObject({ state: 'reported', late: false })
  world.say(
    buildTargetReport({ subject: 'DQ-145-T002', region: '510402', body: '510402-FGJ', content: { value: '8000' } }),
    { source: '510402-FGJ', time: '2025-10-27T00:00:00.000Z' },
  )
  await world.settle()
  expect(await cell('510402', 'DQ-145-T002')).toMatchObject({ state: 'reported', late: true })
})

it('says how complete and how timely each body is, late apart from missing', async () => {
  const { rates } = await chased(ALL)
  expect(rates.map((one) => [one.body.code, one.reported, one.late, one.completion, one.timeliness])).toEqual([
    ['510400-FGJ', 0, 0, '0.0', '0.0'],
    ['510402-FGJ', 1, 1, '100.0', '0.0'],
    ['510403-FGJ', 1, 0, '100.0', '100.0'],
    ['513400-FGJ', 0, 0, '0.0', '0.0'],
  ])
  expect((await chased({ zone: false, regions: [], bodies: ['510403-FGJ'] })).rates).toHaveLength(1)
})

it('lists what is missing by body with days late, and telephones only for those who need them', async () => {
  await world.sql(
    `INSERT INTO "user" (id, name, email, phone, updated_at) VALUES ('u-1', '王芳', 'a@users.invalid', '0834-1234567', now())`,
  )
  await world.sql(
    `INSERT INTO membership (id, user_id, zone, body, body_name, region, role)
     VALUES ('m-1', 'u-1', 'Z-PX', '513400-FGJ', '凉山州发展和改革局', '513400', 'reporter')`,
  )
  const all = await chased(ALL)
  expect(all.bodies.map(({ body, items }) => [body.code, items.map(({ daysLate }) => daysLate)])).toEqual([
    ['510400-FGJ', [5]],
    ['513400-FGJ', [5]],
  ])
  expect(all.bodies[1]?.contacts).toEqual([{ name: '王芳', role: '填报人', phone: '0834-1234567' }])
  expect(all.bodies[1]?.text).toContain('1. 天然气管道工程（2025年三季度，截止2025-10-15 18:00，已逾期5天）')
  const own = await chased({ zone: false, regions: [], bodies: ['513400-FGJ'] })
  expect(own.bodies.map(({ body, contacts }) => [body.code, contacts[0]?.phone])).toEqual([['513400-FGJ', null]])
  expect(own.mayExtend).toBe(false)
  const region = await chased({ zone: false, regions: ['513400'], bodies: ['513400-FGJ'] })
  expect(region.bodies[0]?.contacts[0]?.phone).toBe('0834-1234567')
})
