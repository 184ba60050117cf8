import { Chasing } from '@lianxi/schema/views/chasing'
import { NoticeList } from '@lianxi/schema/views/notice'
import { DueList } from '@lianxi/schema/views/office'
import { OfficeAsks } from '@lianxi/schema/views/extension-ask'
import { DoneResult } from '@lianxi/schema/views/refusal'
import { SessionView } from '@lianxi/schema/views/session'
import { v4 } from 'uuid'
import { expect, it } from 'vitest'
import { call, createServerWorld, person } from './testing/server-world'

/** 延期 as people meet it: who gives it, who reads of it where, and what it changes. */
const { world, deps } = await createServerWorld()
const [secretariat, clerk, other] = [
  person('k', 'secretariat', null),
  person('a', 'reporter', '510403'),
  person('f', 'reporter', '513400'),
]
const PERIOD = { zone: 'Z-PX', period: '2025Q3' }
const office = { zone: 'Z-PX', region: '510403' }
const reason = '统计数据推迟发布'

const extend = (who: typeof clerk, change: object = {}) => {
  const input = { ...PERIOD, region: '510403', body: '510403-FGJ', subject: 'XQ-145-T001', on: '2025-10-20', reason }
  return call({ deps, person: who }, 'duty.extend', { ...input, idempotencyKey: v4(), ...change }, 'mutation')
}
const dueList = async (who: typeof clerk, region = '510403') =>
  DueList.parse(await call({ deps, person: who }, 'office.dueList', { ...office, region, period: '2025Q3' }, 'query'))
const notices = async (who: typeof clerk) => {
  const found = NoticeList.parse(await call({ deps, person: who }, 'notice.list', undefined, 'query'))
  return found.rows.map(({ text }) => text)
}
/** Notices are asked for by who somebody is in the database. */
const enrol = async (id: string, region: string) => {
  const body = `${region}-FGJ`
  await world.sql(`INSERT INTO "user" (id, name, email, updated_at) VALUES ($1, $1, $1 || '@users.invalid', now())`, [
    id,
  ])
  await world.sql(
    `INSERT INTO membership (id, user_id, zone, body, body_name, region, role)
     VALUES ('m-' || $1, $1, 'Z-PX', $2, $2, $3, 'reporter')`,
    [id, body, region],
  )
}

it('is given by the secretariat with a reason, which its office reads beside the new moment, and nobody else', async () => {
  await enrol('a', '510403')
  await enrol('f', '513400')
  const [before] = (await dueList(clerk)).rows
  expect(before?.dueAt).toBe('2025-10-15T10:00:00.000Z')
  await expect(extend(clerk)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(extend(secretariat, { reason: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect(await extend(secretariat, { on: '2025-10-14' })).toMatchObject({ refusal: { code: 'extension-not-later' } })
  expect(await extend(secretariat)).toMatchObject({ ok: true })
  await world.settle()
  const list = await dueList(clerk)
  expect(list.rows[0]?.dueAt).toBe('2025-10-20T10:00:00.000Z')
  expect(list.extensions).toMatchObject([{ reason, person: 'k', subject: { code: 'XQ-145-T001' } }])
  expect((await dueList(other, '513400')).extensions).toEqual([])
  expect((await notices(clerk)).join()).toContain(reason)
  expect(await notices(other)).toEqual([])
  const chasing = Chasing.parse(await call({ deps, person: secretariat }, 'duty.chasing', PERIOD, 'query'))
  const owed = chasing.bodies.find(({ body }) => body.code === '510403-FGJ')
  expect(owed?.items).toMatchObject([{ subject: 'XQ-145-T001', extended: true, dueAt: '2025-10-20T10:00:00.000Z' }])
  expect(chasing.extensions).toHaveLength(1)
})

const asking = (who: typeof clerk, change: object = {}) =>
  call(
    { deps, person: who },
    'duty.ask',
    {
      ...PERIOD,
      region: '510403',
      body: '510403-FGJ',
      subject: null,
      on: '2025-10-28',
      reason,
      idempotencyKey: v4(),
      ...change,
    },
    'mutation',
  )
const asks = async (who: typeof clerk) =>
  OfficeAsks.parse(await call({ deps, person: who }, 'duty.asks', { ...office, period: '2025Q3' }, 'query'))
const counted = async (who: typeof clerk) =>
  SessionView.parse(await call({ deps, person: who }, 'session.me', undefined, 'query')).asks

it('is asked for by the office, for its own body, and answered by the secretariat, whose menu says how many ask', async () => {
  const elsewhere = { ...clerk, memberships: clerk.memberships.map((one) => ({ ...one, body: '510403-JTJ' })) }
  expect(await asking(elsewhere)).toMatchObject({ ok: false, refusal: { code: 'not-your-body' } })
  await expect(asking(secretariat)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(asking(clerk, { reason: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const asked = DoneResult.parse(await asking(person('b', 'approver', '510403')))
  expect(asked.ok).toBe(true)
  const id = asked.ok ? asked.id : ''
  expect((await asks(clerk)).asks).toMatchObject([{ id, state: 'open', askedBy: 'b' }])
  expect((await asks(elsewhere)).asks).toEqual([])
  expect([await counted(secretariat), await counted(clerk)]).toEqual([[{ zone: 'Z-PX', open: 1 }], []])
  const answer = { zone: 'Z-PX', id, outcome: 'granted', on: '2025-10-29', idempotencyKey: v4() }
  expect(await call({ deps, person: secretariat }, 'duty.answerAsk', answer, 'mutation')).toMatchObject({ ok: true })
  expect(await counted(secretariat)).toEqual([])
  expect((await asks(person('c', 'coordinator', '510403'))).asks).toMatchObject([
    { state: 'granted', given: '2025-10-29' },
  ])
})
