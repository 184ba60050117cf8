import type { ExtendDuty } from '@lianxi/schema/commands/extension'
import { describe, expect, it } from 'vitest'
import { askStateOf, decideAsk, decideExtension, type ExtendContext } from './extend'

const period = { opensAt: '2025-10-01T00:00:00.000Z', dueAt: '2025-10-15T10:00:00.000Z' }
const context: ExtendContext & { missing: boolean } = {
  period: { ...period, closesAt: '2025-11-10T10:00:00.000Z', closed: false },
  ...{ dueAt: '2025-10-18T10:00:00.000Z', owes: true, missing: true, now: '2025-10-19T00:00:00.000Z' },
}
const wish = (on: string): ExtendDuty => ({
  ...{ zone: 'Z-PX', region: '510403', body: '510403-FGJ', subject: null, period: '2025Q3', on },
  ...{ reason: '数据推迟发布', idempotencyKey: '0199d7a0-0000-7000-8000-000000000001' },
})
const codes = (on: string, change: Partial<typeof context> = {}) => {
  const now = { ...context, ...change }
  return [decideExtension(wish(on), now, '李明'), decideAsk(wish(on), now)].map((one) =>
    one.ok ? 'ok' : one.refusal.code,
  )
}

describe('more time', () => {
  it('is refused to who asks for it exactly where it could not be given', () => {
    expect(codes('2025-10-22')).toEqual(['ok', 'ok'])
    expect(codes('2025-10-18')).toEqual(['extension-not-later', 'extension-not-later'])
    expect(codes('2025-10-18', { dueAt: null })).toEqual(['extension-past', 'extension-past'])
    expect(codes('2025-11-11')).toEqual(['extension-after-closing', 'extension-after-closing'])
    expect(codes('2025-10-22', { owes: false })).toEqual(['extension-no-duty', 'extension-no-duty'])
    expect(codes('2025-10-22', { period: null })).toEqual(['extension-period', 'extension-period'])
  })

  it('is not asked for where all came in, though it may still be given', () => {
    expect(codes('2025-10-22', { missing: false })).toEqual(['ok', 'ask-nothing-owed'])
  })
})

it('an open ask ends with its period, and when all came in; what somebody answered stays answered', () => {
  const open = { closed: false, missing: true }
  expect(askStateOf('open', open)).toBe('open')
  expect(askStateOf('open', { ...open, missing: false })).toBe('reported')
  expect(askStateOf('open', { closed: true, missing: true })).toBe('closed')
  expect(askStateOf('declined', { closed: true, missing: false })).toBe('declined')
})
