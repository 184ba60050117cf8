import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { MeetingDeed } from '@lianxi/schema/commands/meeting'
import { decideMeeting, type KnownMeeting, lastBefore, type MeetingContext, nextMeetingCode } from './decide'

const CODE = 'Z-PX-HY-001'
const held: NonNullable<KnownMeeting['held']> = {
  ...{ code: CODE, title: '联席会议第三次会议', heldAt: '2025-07-20T01:00:00.000Z', place: '西昌', minutes: null },
  ...{ note: '', by: 'Z-PX-LXB', person: '秦明', on: '2025-07-21' },
}
const context: MeetingContext = {
  ...{ zone: 'Z-PX', meetings: [{ code: CODE, seen: 'e1', held }], documents: new Set(['PX-HY-1']), underWay: false },
  ...{ by: 'Z-PX-LXB', person: '李明', today: '2025-10-12', now: '2025-10-12T10:00:00.000Z' },
}
const record: MeetingDeed = {
  ...{ type: 'record', code: null, seen: null, title: ' 联席会议第四次会议 ', heldAt: '2025-10-12T09:00' },
  ...{ place: '攀枝花', minutes: null, note: '' },
}
const correct: MeetingDeed = { ...record, code: CODE, seen: 'e1', heldAt: '2025-07-20T10:00' }
const strike: MeetingDeed = { type: 'strike', code: CODE, seen: 'e1', reason: ' 延期 ' }
const said = (deed: MeetingDeed, change: Partial<MeetingContext> = {}) => {
  const decision = decideMeeting(deed, { ...context, ...change })
  return decision.ok ? decision.publish : decision.refusal.code
}

describe('the register of joint meetings', () => {
  it('records a meeting under the next number, at a minute in China', () => {
    expect(said(record)).toMatchObject({
      type: 'lianxi.meeting.held.v1',
      data: { code: 'Z-PX-HY-002', title: '联席会议第四次会议', heldAt: '2025-10-12T01:00:00.000Z', on: '2025-10-12' },
    })
    expect(said({ ...record, minutes: 'PX-HY-1' })).toMatchObject({ data: { minutes: 'PX-HY-1' } })
  })

  it('puts an entry right under its own number, and takes it back with a reason', () => {
    expect(said(correct)).toMatchObject({ data: { code: CODE, heldAt: '2025-07-20T02:00:00.000Z' } })
    expect(said(strike)).toMatchObject({ type: 'lianxi.meeting.struck.v1', data: { code: CODE, reason: '延期' } })
  })

  const unchanged: MeetingDeed = { ...correct, title: held.title, heldAt: '2025-07-20T09:00', place: '西昌' }
  it.each<[string, MeetingDeed, Partial<MeetingContext>?]>([
    ['meeting-changed', record, { underWay: true }],
    ['meeting-changed', { ...correct, seen: 'e0' }],
    ['meeting-changed', { ...strike, code: 'Z-PX-HY-009' }],
    ['meeting-changed', strike, { meetings: [{ code: CODE, seen: 'e1', held: null }] }],
    ['day-in-future', { ...record, heldAt: '2025-10-12T18:01' }],
    ['meeting-minutes', { ...record, minutes: 'XQ-145' }],
    ['meeting-same-time', { ...record, heldAt: '2025-07-20T09:00' }],
    ['meeting-unchanged', unchanged],
  ])('refuses in words: %s', (code, deed, change) => expect(said(deed, change)).toBe(code))

  it('gives no number twice, also of what was struck', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 1_200 })), (numbers) => {
        const codes = numbers.map((one) => `Z-PX-HY-${String(one).padStart(3, '0')}`)
        expect(codes).not.toContain(nextMeetingCode('Z-PX', codes))
      }),
    ))

  it('compares with the last that had begun', () => {
    const at = (...moments: string[]) => moments.map((heldAt) => ({ heldAt }))
    const now = new Date('2025-10-12T10:00:00.000Z')
    const all = at('2025-07-20T01:00:00.000Z', '2025-10-12T10:00:00.000Z', '2025-10-12T10:01:00.000Z')
    expect(lastBefore(all, now)).toEqual({ heldAt: '2025-10-12T10:00:00.000Z' })
    expect(lastBefore(all.slice(2), now)).toBeUndefined()
  })
})
