import { describe, expect, it } from 'vitest'
import { handoverReminders, type OpenHandover } from './handover-reminders'

const handover: OpenHandover = {
  ...{ zone: 'Z-PX', code: 'PX-145-P001-J01', subject: 'PX-145-P001', name: '天然气管道', what: '管沟和用地手续' },
  ...{ dueOn: '2025-10-15', secretariat: 'Z-PX-LXB' },
  giver: { name: '凉山州', office: '513400-FGW' },
  receiver: { name: '攀枝花市', office: '510400-FGW' },
}
const days = { before: [3, 1], after: [1, 7] }
const said = (now: string, change: Partial<OpenHandover> = {}) =>
  handoverReminders([{ ...handover, ...change }], days, now).map(({ body, dedupeKey }) => {
    const [, kind, , , , day] = dedupeKey.split(':')
    return `${kind ?? ''} ${day ?? ''} ${body}`
  })

describe('a reminder of a handover', () => {
  it('goes to giver and receiver before the agreed day, which is still in time, and to the secretariat only after it', () => {
    expect(said('2025-10-12T15:59:59.998Z')).toEqual([])
    expect(said('2025-10-12T16:00:00.000Z')).toEqual(['due-soon 3 513400-FGW', 'due-soon 3 510400-FGW'])
    expect(said('2025-10-15T15:00:00.000Z')).toEqual(['due-soon 1 513400-FGW', 'due-soon 1 510400-FGW'])
    const late = ['overdue 1 513400-FGW', 'overdue 1 510400-FGW', 'overdue 1 Z-PX-LXB']
    expect(said('2025-10-15T16:00:00.000Z')).toEqual(late)
    expect(said('2025-10-22T16:00:00.000Z')).toHaveLength(3)
  })

  it('is not given long afterwards, nor to whom nobody listed', () => {
    expect(said('2025-12-01T00:00:00.000Z')).toEqual([])
    expect(said('2025-10-14T16:00:00.000Z', { receiver: { name: '攀枝花市', office: null } })).toHaveLength(1)
  })

  it('is another one when another day was agreed, and says who hands over what', () => {
    const keys = ['2025-10-15', '2025-10-16'].map(
      (dueOn) => handoverReminders([{ ...handover, dueOn }], days, '2025-10-14T17:00:00.000Z')[0]?.dedupeKey,
    )
    expect(new Set(keys).size).toBe(2)
    const [one] = handoverReminders([handover], days, '2025-10-14T17:00:00.000Z')
    expect(one?.text).toBe('衔接节点将于2025-10-15到期：凉山州向攀枝花市移交“管沟和用地手续”（天然气管道）。')
  })
})
