import type { OverrideStatus } from '@lianxi/schema/commands/status'
import { EVENTS } from '@lianxi/schema/events/registry'
import { expect, it } from 'vitest'
import {
  decideAnswer,
  decideObjection,
  decideObjectionWithdrawal,
  decideOverride,
  decideWithdrawal,
  type SaidCell,
} from './decide-said'

const EVENT = '01999d11-9800-7000-8000-000000000001'
const place = {
  ...{ zone: 'Z-PX', subject: 'XQ-145-T001', region: '510403', period: '2025Q3' },
  idempotencyKey: 'b2c8a5f0-5d0c-4a53-9d07-0c3f2b1a4e55',
}
const cell: SaidCell = {
  ...{
    kind: 'target',
    basis: 'flow',
    computed: 'behind',
    override: null,
    objection: null,
    eventId: EVENT,
    reportedLater: [],
  },
}
const context = {
  ...{ underWay: false, now: '2025-10-16T01:00:00.000Z', today: '2025-10-16', by: 'Z-PX-LXB', person: '李明' },
}
const told = (decided: ReturnType<typeof decideOverride>) =>
  decided.ok ? decided.publish.map(({ type }) => type) : [decided.refusal.code, decided.refusal.field]
const set: OverrideStatus = { ...place, onwards: false, status: 'on-track', until: null, reason: ' 推迟发布 ' }
const standing = {
  ...{ event: EVENT, status: 'met' as const, period: '2025Q3', onwards: false, endsAt: null },
  ...{ reason: '', person: '', on: '2025-10-01' },
}

it('sets another status than the rules say, for a time, one at a time', () => {
  const decide = (change: Partial<OverrideStatus>, of: SaidCell | undefined = cell, underWay = false) =>
    told(decideOverride({ ...set, ...change }, { ...context, cell: of, underWay }))
  expect(decide({})).toEqual(['lianxi.status.overridden.v1'])
  expect(told(decideOverride(set, { ...context, cell: undefined }))).toEqual(['status-none', null])
  expect(decide({}, cell, true)).toEqual(['status-under-way', null])
  expect(decide({ status: 'behind' })).toEqual(['override-same', 'status'])
  expect(decide({}, { ...cell, override: standing })).toEqual(['override-standing', 'status'])
  expect(decide({ until: '2025-10-15' })).toEqual(['override-past', 'until'])
  expect(decide({ until: '2025-10-16' })).toEqual(['lianxi.status.overridden.v1'])
  expect(decide({ onwards: true }, { ...cell, reportedLater: ['2025Q4'] })).toEqual(['override-reported', 'until'])
  expect(decide({ onwards: true, until: '2025-12-31' }, { ...cell, reportedLater: ['2025Q4'] })).toHaveLength(1)
})

it('says by hand only what the kind of item can be, whoever sends it', () => {
  const decide = (basis: SaidCell['basis'], status: OverrideStatus['status']) =>
    told(decideOverride({ ...set, status }, { ...context, cell: { ...cell, basis } }))
  for (const [basis, status] of [
    ['project', 'met'],
    ['project', 'regressing'],
    ['flow', 'breached'],
    ['standing', 'ahead'],
    ['flag', 'ahead'],
  ] as const)
    expect(decide(basis, status)).toEqual(['override-unlike', 'status'])
  expect(decide('standing', 'met')).toEqual(['lianxi.status.overridden.v1'])
  const objection = { event: EVENT, body: '510403-FGJ', answer: null }
  const answer = { ...place, objection: EVENT, outcome: 'overridden' as const, reason: '按口径' }
  const answered = { ...answer, override: { status: 'met' as const, until: null } }
  expect(told(decideAnswer(answered, { ...context, cell: { ...cell, objection } }))).toEqual([
    ...['override-unlike', 'override.status'],
  ])
})

it('names the report it was made on, and ends when its last day in China is over', () => {
  const decided = decideOverride({ ...set, until: '2025-12-31' }, { ...context, cell })
  if (!decided.ok) throw new Error(decided.refusal.code)
  expect(decided.publish[0]?.data).toMatchObject({
    ...{ report: EVENT, endsAt: '2025-12-31T16:00:00.000Z', reason: '推迟发布', by: 'Z-PX-LXB', on: '2025-10-16' },
  })
})

it('takes back what was seen, under the period it was given for', () => {
  const withdraw = { ...place, period: '2025Q4', override: EVENT, reason: '已发布' }
  const decided = decideWithdrawal(withdraw, { ...context, cell: { ...cell, override: standing } })
  expect(decided).toMatchObject({ publish: [{ data: { override: EVENT, period: '2025Q3' } }] })
  expect(told(decideWithdrawal(withdraw, { ...context, cell }))).toEqual(['override-gone', null])
})

it('objects to what was seen, on the topic of the subject’s kind', () => {
  const object = { ...place, status: 'behind' as const, text: ' 未含补报 ' }
  const decide = (of: SaidCell | undefined, mayObject = true) =>
    told(decideObjection(object, { ...context, cell: of, mayObject, by: '510403-FGJ' }))
  expect(decide(cell)).toEqual(['lianxi.target.status-objected.v1'])
  expect(decide({ ...cell, kind: 'project' })).toEqual(['lianxi.project.status-objected.v1'])
  expect(decide(cell, false)).toEqual(['objection-not-yours', null])
  expect(decide({ ...cell, computed: 'met' })).toEqual(['status-other', null])
  const objection = { event: EVENT, body: '510403-FGJ', answer: null }
  expect(decide({ ...cell, objection })).toEqual(['objection-standing', null])
  const notDue = { ...place, status: 'not-due' as const, text: '未到期' }
  expect(
    told(decideObjection(notDue, { ...context, cell: { ...cell, computed: 'not-due' }, mayObject: true })),
  ).toEqual(['objection-not-due', null])
})

it('answers once; accepted with an override, both are said at once and keep their contracts', () => {
  const objection = { event: EVENT, body: '510403-FGJ', answer: null }
  const command = { ...place, objection: EVENT, outcome: 'maintained' as const, reason: '按口径', override: null }
  const decide = (change: object, of: SaidCell = { ...cell, objection }) =>
    decideAnswer({ ...command, ...change }, { ...context, cell: of })
  expect(told(decide({}))).toEqual(['lianxi.status.objection-answered.v1'])
  expect(told(decide({ outcome: 'correction' }))).toEqual(['lianxi.status.objection-answered.v1'])
  expect(told(decide({ outcome: 'overridden' }))).toEqual(['override-missing', 'override.status'])
  const accepted = decide({ outcome: 'overridden', override: { status: 'on-track', until: null } })
  expect(told(accepted)).toEqual(['lianxi.status.objection-answered.v1', 'lianxi.status.overridden.v1'])
  for (const { type, data } of accepted.ok ? accepted.publish : [])
    expect(EVENTS[type].schema.safeParse(data).error).toBeUndefined()
  expect(told(decide({ outcome: 'overridden', override: { status: 'behind', until: null } }))).toEqual([
    ...['override-same', 'override.status'],
  ])
  const answer = { outcome: 'maintained' as const, reason: '', person: '', on: '2025-10-16' }
  expect(told(decide({}, { ...cell, objection: { ...objection, answer } }))).toEqual(['objection-answered', null])
  expect(told(decide({}, cell))).toEqual(['objection-gone', null])
})

it('objects to the override that was seen, and to nothing else that stands there', () => {
  const object = { ...place, status: 'behind' as const, override: EVENT, text: '与公报不符' }
  const decide = (of: SaidCell) => decideObjection(object, { ...context, cell: of, mayObject: true })
  const under = { ...cell, override: standing }
  expect(decide(under)).toMatchObject({ publish: [{ data: { override: EVENT, status: 'behind' } }] })
  expect(told(decide(cell))).toEqual(['override-gone', null])
  const objection = { event: EVENT, body: '510403-FGJ', answer: null }
  expect(told(decide({ ...under, objection }))).toHaveLength(1)
  expect(told(decide({ ...under, objection: { ...objection, override: EVENT } }))).toEqual(['objection-standing', null])
})

it('answers an objection to an override by keeping it or taking it back', () => {
  const objection = { event: EVENT, body: '510403-FGJ', answer: null, override: EVENT }
  const command = { ...place, objection: EVENT, reason: '属实', override: null }
  const decide = (outcome: 'maintained' | 'withdrawn' | 'overridden' | 'correction', of: Partial<SaidCell> = {}) =>
    told(decideAnswer({ ...command, outcome }, { ...context, cell: { ...cell, override: standing, objection, ...of } }))
  const answered = 'lianxi.status.objection-answered.v1'
  expect(decide('maintained')).toEqual([answered])
  expect(decide('withdrawn')).toEqual([answered, 'lianxi.status.override-withdrawn.v1'])
  expect(decide('overridden')).toEqual(['objection-outcome', 'outcome'])
  expect(decide('correction')).toEqual(['objection-outcome', 'outcome'])
  const { override: _override, ...toComputed } = objection
  expect(decide('withdrawn', { objection: toComputed })).toEqual(['objection-outcome', 'outcome'])
})

it('takes back exactly the objection that was seen, by who said it, while nobody has answered', () => {
  const objection = { event: EVENT, body: '510403-FGJ', answer: null }
  const command = { ...place, objection: EVENT, reason: ' 已更正 ' }
  const decide = (of: Partial<SaidCell>, mayWithdraw = true) =>
    decideObjectionWithdrawal(command, { ...context, cell: { ...cell, objection, ...of }, mayWithdraw })
  const decided = decide({})
  expect(told(decided)).toEqual(['lianxi.target.objection-withdrawn.v1'])
  expect(decided).toMatchObject({ publish: [{ data: { objection: EVENT, reason: '已更正' } }] })
  expect(told(decide({ kind: 'project' }))).toEqual(['lianxi.project.objection-withdrawn.v1'])
  expect(told(decide({}, false))).toEqual(['objection-others', null])
  expect(told(decide({ objection: null }))).toEqual(['objection-gone', null])
  const answer = { outcome: 'maintained' as const, reason: '', person: '', on: '2025-10-16' }
  expect(told(decide({ objection: { ...objection, answer } }))).toEqual(['objection-answered', null])
})
