import type { MeetingDeed } from '@lianxi/schema/commands/meeting'
import { ChangesInput } from '@lianxi/schema/views/changes'
import { MeetingFound, Meetings } from '@lianxi/schema/views/meeting'
import { buildDutyAssigned, buildItemListed } from '@lianxi/testkit/events-commitments'
import { buildPlanListed, buildTargetListed } from '@lianxi/testkit/events-facts'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { v4 } from 'uuid'
import { expect, it } from 'vitest'
import { type Board, boardAt, CURRENT } from '../readers/base/board'
import { readChanges } from '../readers/changes/read'
import { createChangeSets } from '../readers/changes/sets'
import { findMeeting, readMeetings } from '../readers/meeting/read'
import { findLatestStamp } from '../readers/moment/stream-state'
import { createJudgedWorld } from '../testing/judged-world'
import { sayOfMeeting } from './say'

/** 2025Q3 is open until 10-15; nothing was committed before 10-12. */
const world = await createJudgedWorld()
const zone = 'Z-PX'
const all = { sight: null, mayRecord: true }
const at = (moment: string) => world.sql('UPDATE demo_clock SET moment = $1', [moment])
const say = async (deed: MeetingDeed) => {
  const input = { zone, idempotencyKey: v4(), deed }
  const press = { userId: 's', key: input.idempotencyKey, procedure: 'meeting.say', input }
  const acting = { actor: { id: 's', name: '李明' }, body: 'Z-PX-LXB', press }
  const result = await sayOfMeeting(world.prisma, input, acting)
  expect(await sayOfMeeting(world.prisma, input, acting), 'pressed twice').toEqual(result)
  return result.ok ? 'ok' : result.refusal.code
}
const record = (change: Partial<Extract<MeetingDeed, { type: 'record' }>> = {}) =>
  say({
    ...{ type: 'record', code: null, seen: null, title: '联席会议第三次会议', heldAt: '2025-10-13T09:00' },
    ...{ place: '西昌', minutes: null, note: '', ...change },
  })
const register = async () => Meetings.parse(await readMeetings(world.prisma, zone, all)).meetings
const changes = async (board: Board = CURRENT) => {
  const asked = { sight: null, board, compared: null, heavy: world.prisma, sets: createChangeSets() }
  const found = await readChanges(world.prisma, ChangesInput.parse({ zone }), asked)
  return [found.comparedNote, found.rows.map(({ name, kinds }) => [name, ...kinds])]
}

it('is what the board is compared with from then on, in no board of before', async () => {
  await at('2025-10-14T00:00:00.000Z')
  const before = (await findLatestStamp(world.prisma)) ?? ''
  expect(await changes()).toEqual([null, []])
  expect(await record({ heldAt: '2025-10-14T09:00' })).toBe('day-in-future')
  expect(await record()).toBe('ok')
  expect(await record({ title: '另一次', heldAt: '2025-10-13T10:00' }), 'not on the board yet').toBe('meeting-changed')
  world.say(buildTargetReport(), { source: '510403-FGJ' })
  await world.judged()
  expect(await changes()).toMatchObject(['上次会议“联席会议第三次会议”', [['地区生产总值', 'reported']]])
  expect(await changes(boardAt(before))).toEqual([null, []])
  expect(await register()).toMatchObject([
    { code: 'Z-PX-HY-001', heldAt: '2025-10-13T01:00:00.000Z', person: '李明', previous: null, decided: null },
  ])
})

it('is put right and taken back by who saw it as it stands', async () => {
  expect(await record({ title: '又登记一次' })).toBe('meeting-same-time')
  const [first] = await register()
  const { code = '', seen = '' } = first ?? {}
  expect(await record({ code, seen, heldAt: '2025-10-13T10:00' })).toBe('ok')
  await world.settle()
  expect(await say({ type: 'strike', code, seen, reason: '延期' })).toBe('meeting-changed')
  const [second] = await register()
  expect(second?.heldAt).toBe('2025-10-13T02:00:00.000Z')
  expect(await say({ type: 'strike', code, seen: second?.seen ?? '', reason: '延期' })).toBe('ok')
  await world.settle()
  expect(await register()).toEqual([])
  expect((await changes())[0]).toBeNull()
  expect(await record(), 'its number is not given again').toBe('ok')
  await world.settle()
  expect((await register()).map((one) => one.code)).toEqual(['Z-PX-HY-002'])
})

it('shows what became of what it decided, to each as far as he sees the regions', async () => {
  const plan = 'PX-HY-3'
  const matter = {
    plan,
    indicator: null,
    unit: null,
    basis: 'flag',
    value: null,
    direction: null,
    region: zone,
  } as const
  const source = { plan, chapter: null, section: '议题二', box: null, line: 2 }
  const flag = { ...matter, name: '建立联合执法机制', code: 'PX-HY-3-K001', statedBodies: '攀枝花市发展和改革委员会' }
  const own = { source: 'Z-PX-LXB', time: '2025-10-14T00:00:00.000Z' }
  const told = [
    buildPlanListed({ code: plan, kind: 'minutes', name: '第三次会议纪要', region: null }),
    buildTargetListed({ ...flag, source }),
    buildTargetListed({ ...flag, code: 'PX-HY-3-K002', name: '共建消费帮扶专区', source: { ...source, line: 1 } }),
    ...['510400', '513400'].flatMap((region) => [
      buildItemListed({ code: `L-${region}-K001`, subject: 'PX-HY-3-K001', region, leadBody: `${region}-FGJ` }),
      buildDutyAssigned({ subject: 'PX-HY-3-K001', region, body: `${region}-FGJ`, items: [`L-${region}-K001`] }),
    ]),
  ]
  for (const event of told) world.say(event, own)
  await world.judged()
  expect(await record({ heldAt: '2025-10-13T11:00', minutes: 'XQ-145' })).toBe('meeting-minutes')
  expect(await record({ heldAt: '2025-10-13T11:00', minutes: plan })).toBe('ok')
  await world.settle()
  const [latest, earlier] = await register()
  expect(latest).toMatchObject({
    previous: earlier?.heldAt,
    minutes: { name: '第三次会议纪要' },
    decided: { matters: 2, listed: 1, done: 0, bad: 0 },
  })
  const see = async (sight: string[] | null) =>
    MeetingFound.parse(await findMeeting(world.prisma, zone, latest?.code ?? '', { sight, mayRecord: false }))
  expect((await see(null))?.matters).toMatchObject([
    { name: '共建消费帮扶专区', where: '议题二 第1行', items: [], elsewhere: 0 },
    {
      stated: '攀枝花市发展和改革委员会',
      items: [
        { region: { code: '510400' }, body: { code: '510400-FGJ' }, period: '2025Q3', state: 'pending' },
        { region: { code: '513400' } },
      ],
    },
  ])
  expect((await see(['513400']))?.matters[1]).toMatchObject({ items: [{ region: { code: '513400' } }], elsewhere: 1 })
  expect(await findMeeting(world.prisma, zone, 'Z-PX-HY-001', all), 'struck').toBeNull()
})
