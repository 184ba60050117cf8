import { expect, it } from 'vitest'
import { decideWithdrawal, type WithdrawContext } from './withdraw'

const at = (day: number) => `2025-10-${day}T10:00:00.000Z`
const standing: WithdrawContext = { standing: at(25), before: at(15), underWay: false, now: at(12) }
const code = (change: Partial<WithdrawContext> = {}) => {
  const command = {
    ...{ zone: 'Z-PX', region: '510403', body: '510403-FGJ', subject: null, period: '2025Q3', dueAt: at(25) },
    ...{ reason: '单位选择有误', idempotencyKey: '0199d7a0-0000-7000-8000-000000000001' },
  }
  const decision = decideWithdrawal(command, { ...standing, ...change }, '李明')
  return decision.ok ? 'ok' : decision.refusal.code
}

it('an extension is taken back as it was seen, and only while neither its moment nor the one before it has come', () => {
  expect(code()).toBe('ok')
  expect(code({ now: at(14) })).toBe('ok')
  expect(code({ now: at(15) })).toBe('extension-relied-on')
  expect(code({ now: at(15), before: at(20) })).toBe('ok')
  expect(code({ now: at(25), before: at(20) })).toBe('extension-over')
  expect(code({ standing: at(28) })).toBe('extension-gone')
  expect(code({ standing: null })).toBe('extension-gone')
  expect(code({ underWay: true })).toBe('extension-under-way')
})
