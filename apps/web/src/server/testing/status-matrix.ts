import { v4 } from 'uuid'

type Allowed = { secretariat: readonly string[]; speakers: readonly string[] }

const EVENT = '0199d7a0-0000-7000-8000-000000000001'
const cell = () => ({
  ...{ zone: 'Z-PX', region: '510403', subject: 'XQ-145-T999', period: '2025Q3' },
  idempotencyKey: v4(),
})

/** The part about people's words beside the reports of the access matrix, written by hand. */
export const statusMatrix = ({ secretariat, speakers }: Allowed) => ({
  'status.override': {
    input: () => ({ ...cell(), onwards: false, status: 'on-track', until: null, reason: '推迟发布' }),
    allowed: secretariat,
  },
  'crossRegion.say': {
    input: () => ({
      ...{ zone: 'Z-PX', subject: 'XQ-145-T999', idempotencyKey: v4() },
      deed: { type: 'settle', period: '2025Q3', what: ['stage'], seen: '[]', note: '以所报为准' },
    }),
    allowed: secretariat,
  },
  'status.withdraw': { input: () => ({ ...cell(), override: EVENT, reason: '已发布' }), allowed: secretariat },
  'status.object': { input: () => ({ ...cell(), status: 'behind', text: '数据未含补报' }), allowed: speakers },
  'status.withdrawObjection': {
    input: () => ({ ...cell(), objection: EVENT, reason: '已核对' }),
    allowed: speakers,
  },
  'status.answer': {
    input: () => ({ ...cell(), objection: EVENT, outcome: 'maintained', reason: '按口径', override: null }),
    allowed: secretariat,
  },
})
