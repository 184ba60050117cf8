import { v4 } from 'uuid'

type Allowed = { office: { zone: string; region: string }; offices: readonly string[]; admin: readonly string[] }

const onParked = () => ({ idempotencyKey: v4(), selection: { ids: ['1'] } })

/** The access matrix of parked messages, written by hand: a sample of input and who gets through. */
export const parkedMatrix = ({ office, offices, admin }: Allowed) => ({
  'office.parked.list': { input: () => office, allowed: offices },
  'office.parked.count': { input: () => office, allowed: offices },
  'office.parked.message': { input: () => ({ ...office, id: '1' }), allowed: offices },
  'office.parked.payload': { input: () => ({ ...office, id: '1' }), allowed: offices },
  'office.parked.fetch': { input: () => office, allowed: offices },
  'admin.parked.list': { input: () => ({}), allowed: admin },
  'admin.parked.progress': { input: () => undefined, allowed: admin },
  'admin.parked.message': { input: () => ({ id: '1' }), allowed: admin },
  'admin.parked.payload': { input: () => ({ id: '1' }), allowed: admin },
  'admin.parked.retry': { input: onParked, allowed: admin },
  'admin.parked.discard': { input: () => ({ ...onParked(), reason: '测试' }), allowed: admin },
  'admin.parked.reopen': { input: onParked, allowed: admin },
  'admin.parked.resend': { input: () => ({ idempotencyKey: v4(), ids: ['1'] }), allowed: admin },
})
