import { v4 } from 'uuid'

type Allowed = { everybody: readonly string[]; drafters: readonly string[]; speakers: readonly string[] }

const onList = { zone: 'Z-PX', list: 'L-NONE' }
const pressedList = () => ({ ...onList, idempotencyKey: v4() })
const pressedItem = () => ({ ...pressedList(), item: 'L-NONE-1', expectedVersion: 1 })
const rule = { frequency: 'quarter', opensAfterDays: 1, dueAfterDays: 15, closesAfterDays: 75, dueTime: '18:00' }
const item = {
  ...{ subject: 'XQ-145-T001', kind: 'target', region: '510403', attribute: 'key', visibility: 'public' },
  ...{ body: '510403-FGJ', leadBody: '510403-FGJ', coBodies: [], leader: '', person: '', measures: '' },
  ...{ deadline: '2025-12-31', frequency: 'quarter', project: null },
  target: { baseline: null, yearValue: null, path: [] },
}

/** The part about yearly lists of the access matrix, written by hand: a sample of input and who gets through. */
export const listMatrix = ({ everybody, drafters, speakers }: Allowed) => ({
  'yearList.all': { input: () => ({ zone: 'Z-PX' }), allowed: everybody },
  'yearList.mechanism': { input: () => ({ zone: 'Z-PX' }), allowed: everybody },
  'yearList.responsibility': { input: () => ({ zone: 'Z-PX', year: null }), allowed: everybody },
  'yearList.one': { input: () => onList, allowed: everybody },
  'yearList.subjects': { input: () => ({ ...onList, q: '康养' }), allowed: drafters },
  'yearList.create': {
    input: () => ({ zone: 'Z-PX', region: null, idempotencyKey: v4(), year: 2019, name: '清单', copyOf: 'L-NONE' }),
    allowed: drafters,
  },
  'yearList.change': {
    input: () => ({ ...pressedList(), expectedVersion: 1, name: '清单', calendar: [rule], wholes: [] }),
    allowed: drafters,
  },
  'yearList.putItem': { input: () => ({ ...pressedItem(), content: item }), allowed: drafters },
  'yearList.plan': { input: () => onList, allowed: drafters },
  'yearList.takeItems': {
    input: () => ({
      ...{ ...pressedList(), expectedVersion: 1, attribute: 'key', leader: '', frequency: null },
      taken: [{ subject: 'XQ-145-T001', region: '510403', figure: { value: null, planWan: null } }],
    }),
    allowed: drafters,
  },
  'yearList.removeItem': { input: pressedItem, allowed: drafters },
  'yearList.delete': { input: () => ({ ...pressedList(), expectedVersion: 1, reason: '' }), allowed: drafters },
  'yearList.openConsultation': { input: () => ({ ...pressedList(), expectedVersion: 1 }), allowed: drafters },
  'yearList.settle': { input: () => ({ ...pressedItem(), how: 'keep', reason: '经协商' }), allowed: drafters },
  'yearList.adopt': {
    input: () => ({ ...pressedList(), expectedVersion: 1, basis: '会议', on: '2025-01-01' }),
    allowed: drafters,
  },
  'yearList.revise': {
    input: () => ({ ...pressedItem(), content: item, reason: '调整', basis: '会议', on: '2025-01-01' }),
    allowed: drafters,
  },
  'yearList.accept': {
    input: () => ({ ...pressedList(), region: '510403', items: [{ item: 'L-NONE-1', expectedVersion: 1 }] }),
    allowed: speakers,
  },
  'yearList.object': {
    input: () => ({ ...pressedItem(), region: '510403', kind: 'asked', reason: '口径', proposal: null }),
    allowed: speakers,
  },
  'yearList.assign': {
    input: () => ({
      ...{ ...pressedList(), region: '510403', items: [{ item: 'L-NONE-1', expectedVersion: 1 }] },
      ...{ body: '510403-FGJ', reports: false, person: null },
    }),
    allowed: speakers,
  },
})
