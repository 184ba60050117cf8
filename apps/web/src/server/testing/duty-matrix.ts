import { v4 } from 'uuid'

/** The duties' and the notices' rows of the access matrix; `everybody`: with a login. */
export function dutyMatrix({ inZone, everybody }: Record<'inZone' | 'everybody', readonly string[]>) {
  const chasers = inZone.filter((who) => !['responder', 'leader', 'oversight'].includes(who))
  const owed = { zone: 'Z-PX', body: '510403-FGJ', period: '2019Q1' }
  const secretariat = ['secretariat']
  const office = inZone.filter((who) => who.endsWith(' own'))
  return {
    'duty.chasing': { input: () => ({ zone: 'Z-PX' }), allowed: chasers },
    'duty.extend': {
      input: () => ({
        ...{ ...owed, region: '510403', subject: null, idempotencyKey: v4() },
        ...{ on: '2025-10-20', reason: '数据推迟发布' },
      }),
      allowed: secretariat,
    },
    'duty.withdrawExtension': {
      input: () => ({
        ...{ ...owed, region: '510403', subject: null, idempotencyKey: v4() },
        ...{ dueAt: '2025-10-20T10:00:00.000Z', reason: '单位选择有误' },
      }),
      allowed: secretariat,
    },
    'duty.asks': { input: () => ({ zone: 'Z-PX', region: '510403', period: '2025Q3' }), allowed: office },
    'duty.ask': {
      input: () => ({
        ...{ ...owed, region: '510403', subject: null, idempotencyKey: v4() },
        ...{ on: '2025-10-20', reason: '数据推迟发布' },
      }),
      allowed: office,
    },
    'duty.takeBackAsk': {
      input: () => ({ zone: 'Z-PX', region: '510403', id: v4(), idempotencyKey: v4() }),
      allowed: office,
    },
    'duty.answerAsk': {
      input: () => ({ zone: 'Z-PX', id: v4(), idempotencyKey: v4(), outcome: 'declined', reason: '请按期填报' }),
      allowed: secretariat,
    },
    'duty.remind': { input: () => ({ ...owed, idempotencyKey: v4() }), allowed: secretariat },
    'admin.hooks.list': { input: () => undefined, allowed: ['admin'] },
    'admin.hooks.add': {
      input: () => ({
        ...{ zone: 'Z-PX', body: '510499-FGJ', url: 'https://hook.example.org/', secret: 'a'.repeat(64) },
        idempotencyKey: v4(),
      }),
      allowed: ['admin'],
    },
    'admin.hooks.end': { input: () => ({ id: v4(), idempotencyKey: v4() }), allowed: ['admin'] },
    'notice.list': { input: () => undefined, allowed: everybody },
    'notice.read': { input: () => ({ ids: null }), allowed: everybody },
    'notice.setEmail': { input: () => ({ email: null }), allowed: everybody },
  }
}
