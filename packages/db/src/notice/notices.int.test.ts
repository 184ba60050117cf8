import type { Role } from '@lianxi/schema/vocabulary'
import { v4 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { extendDuty } from '../duty/extend'
import { remindBody } from '../duty/remind'
import { createPool } from '../pool'
import { readChasing } from '../readers/duty/chasing'
import { createBoardWorld, type World } from '../testing/board-world'
import { type Delivery, deliverNext, MAX_ATTEMPTS, type Outcome } from './deliver'
import { addHookInTx, endHookInTx, readHooks } from './hooks'
import { markRead, readNotices } from './read-notices'
import { routeNotices } from './route'
import { writeReminders } from './write-reminders'

/** At 2025-10-12 18:00 in China, three days before 2025Q3 is due. */
const world: World = await createBoardWorld()
const worker = createPool(world.url('worker_app'))
const DAYS = { before: [3, 1], after: [1] }
const LIANGSHAN = '513400-FGJ'

async function join(id: string, body: string, role: Role, email: string | null = null) {
  await world.sql(
    `INSERT INTO "user" (id, name, email, notice_email, updated_at) VALUES ($1, $1, $1 || '@users.invalid', $2, now())`,
    [id, email],
  )
  await world.sql(
    `INSERT INTO membership (id, user_id, zone, body, body_name, region, role) VALUES ($1, $1, 'Z-PX', $2, '单位', $3, $4)`,
    [id, body, body.slice(0, 6), role],
  )
}
beforeAll(async () => {
  await join('wang', LIANGSHAN, 'reporter', 'wang@example.org')
  await join('zhou', LIANGSHAN, 'approver', 'zhou@example.org')
  await join('he', '510403-FGJ', 'reporter')
  return () => worker.end()
})
const kinds = async (userId: string) => (await readNotices(world.prisma, userId)).rows.map(({ kind }) => kind)
const count = async (sql: string) =>
  Number((await worker.query<{ n: string }>(`SELECT count(*) AS n ${sql}`)).rows[0]?.n)

it('reminds each body once, however many workers look, and shows it to those it is for', async () => {
  await Promise.all([writeReminders(worker, DAYS), writeReminders(worker, DAYS), writeReminders(worker, DAYS)])
  await writeReminders(worker, DAYS)
  expect(await count(`FROM notice WHERE kind = 'due-soon'`)).toBe(4)
  expect(await kinds('wang')).toEqual(['due-soon'])
  expect(await kinds('zhou')).toEqual([])
  const [notice] = (await readNotices(world.prisma, 'he')).rows
  expect(notice).toMatchObject({ text: '2025年三季度填报将于2025-10-15 18:00截止，还有1项尚未报送。', read: false })
})

it('tells of an extension with its reason, and of a reminder by hand; the 催报 list says when', async () => {
  const press = (key: string, input: object) => ({ userId: 'm', key, procedure: 'p', input })
  const actor = { id: 'm', name: '李明' }
  const extension = {
    ...{ zone: 'Z-PX', region: '513400', body: LIANGSHAN, subject: null, period: '2025Q3' },
    ...{ idempotencyKey: v4(), on: '2025-10-20', reason: '数据推迟发布' },
  }
  await extendDuty(world.prisma, {
    ...{ input: extension, actor, body: 'Z-PX-LXB', press: press(extension.idempotencyKey, extension) },
  })
  const input = { zone: 'Z-PX', body: LIANGSHAN, period: '2025Q3', idempotencyKey: v4() }
  const chasing = { input, actor, press: press(input.idempotencyKey, input) }
  expect(await remindBody(world.prisma, chasing)).toMatchObject({ ok: true })
  expect(await remindBody(world.prisma, chasing)).toMatchObject({ ok: true })
  expect((await kinds('zhou')).toSorted()).toEqual(['chased', 'extended'])
  const list = await readChasing(world.prisma, { zone: 'Z-PX' }, { zone: true, regions: [], bodies: [] })
  const at = '2025-10-12T10:00:00.000Z'
  expect(list.bodies.find(({ body }) => body.code === LIANGSHAN)).toMatchObject({
    lastReminderAt: at,
    lastChasedAt: at,
  })
  expect(list.bodies.find(({ body }) => body.code === '510403-FGJ')).toMatchObject({
    ...{ lastReminderAt: at, lastChasedAt: null },
  })
  const again = async (userId: string) => {
    const more = { ...input, idempotencyKey: v4() }
    return remindBody(world.prisma, { input: more, actor, press: { ...press(more.idempotencyKey, more), userId } })
  }
  expect(await again('n'), 'the same of anybody, minutes later').toMatchObject({
    ok: false,
    refusal: { code: 'chased-just-now', message: expect.stringContaining('上次催报 2025-10-12 18:00') as string },
  })
  const none = { ...input, body: '510499-FGJ', idempotencyKey: v4() }
  const refused = await remindBody(world.prisma, { ...chasing, input: none, press: press(none.idempotencyKey, none) })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'nothing-owed' } })
})

it('marks only one’s own as read', async () => {
  const [first] = (await readNotices(world.prisma, 'wang')).rows
  expect(await markRead(world.prisma, 'he', first === undefined ? [] : [first.id])).toBe(1)
  expect(await markRead(world.prisma, 'wang', first === undefined ? [] : [first.id])).toBe(2)
  expect(await markRead(world.prisma, 'wang', null)).toBe(0)
  expect((await readNotices(world.prisma, 'zhou')).unread).toBe(2)
})

it('routes a notice once: by mail to the roles it is for, to the hooks of its body; nothing without a way', async () => {
  const { prisma } = world
  const hook = { zone: 'Z-PX', url: 'https://hook.example.org/', secret: 's'.repeat(64) }
  expect(await prisma.$transaction((tx) => addHookInTx(tx, { ...hook, body: 'NOBODY' }, 'admin'))).toMatchObject({
    ok: false,
  })
  const other = await prisma.$transaction((tx) => addHookInTx(tx, { ...hook, body: LIANGSHAN }, 'admin'))
  if (!other.ok) throw new Error(other.code)
  await prisma.$transaction((tx) => endHookInTx(tx, other.id))
  await prisma.$transaction((tx) => addHookInTx(tx, { ...hook, body: LIANGSHAN }, 'admin'))
  while ((await routeNotices(worker, true)) > 0);
  // wang: reminder, extension, 催报; zhou: extension, 催报; the hook: all three.
  expect(await count(`FROM notice_delivery WHERE channel = 'mail' AND target = 'wang@example.org'`)).toBe(3)
  expect(await count(`FROM notice_delivery WHERE channel = 'mail' AND target = 'zhou@example.org'`)).toBe(2)
  expect(await count(`FROM notice_delivery WHERE channel = 'hook'`)).toBe(3)
  expect(await count('FROM notice_delivery')).toBe(8)
  expect(await routeNotices(worker, true)).toBe(0)
  expect(await readHooks(prisma)).toMatchObject([{ body: { code: LIANGSHAN }, waiting: 3, lastError: null }])
})

it('delivers each once, counts an attempt before it is made, and gives up what is refused or fails too often', async () => {
  const seen: string[] = []
  const answer = (outcome: Outcome) => (delivery: Delivery) => {
    seen.push(delivery.id)
    return Promise.resolve(outcome)
  }
  // Killed while sending: the attempt is counted, nothing is marked, and it comes again with the same id.
  await expect(deliverNext(worker, () => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
  expect(await count('FROM notice_delivery WHERE attempts = 1 AND delivered_at IS NULL')).toBe(1)
  while (await deliverNext(worker, answer({ kind: 'delivered' })));
  expect(new Set(seen).size).toBe(7)
  expect(await deliverNext(worker, answer({ kind: 'delivered' }))).toBe(false)
  const again = `UPDATE notice_delivery SET next_attempt_at = now() - interval '1 second' WHERE delivered_at IS NULL`
  for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt += 1) {
    await world.sql(again)
    expect(await deliverNext(worker, answer({ kind: 'failed', error: '421' }))).toBe(true)
  }
  await world.sql(again)
  expect(await deliverNext(worker, answer({ kind: 'delivered' }))).toBe(false)
  expect(await count(`FROM notice_delivery WHERE failed_at IS NOT NULL AND last_error = '421'`)).toBe(1)
  expect(new Set(seen).size).toBe(8)
})

it('reminds of what was returned as of what never came, as a reminder by hand does', async () => {
  const reminders = () => count(`FROM notice WHERE kind = 'due-soon' AND body = '510403-FGJ'`)
  const before = await reminders()
  await world.sql(`UPDATE board.progress SET state = 'returned' WHERE body = '510403-FGJ' AND period = '2025Q3'`)
  await writeReminders(worker, { before: [5], after: [] })
  expect(await reminders()).toBe(before + 1)
})
