import { expect, test } from 'vitest'
import type { AdoptRules } from '@lianxi/schema/commands/rule-set'
import { RuleSetAdopted } from '@lianxi/schema/events/rule-set'
import { type AdoptionContext, decideAdoption } from './adopt-rules'
import { DEFAULT_RULE_SET } from './default-rules'
import { DEFAULT_THRESHOLDS } from '../report/thresholds'

const stricter = { ...DEFAULT_RULE_SET.rules, ratio: { ahead: '1.1', onTrack: '0.98', behind: '0.7' } }
const command: AdoptRules = {
  ...{ zone: 'Z-PX', idempotencyKey: 'b8f2a4de-5f53-4f0f-9d7e-1c2a3b4c5d6e', expectedVersion: 0 },
  ...{
    effectiveFrom: '2025-07-01',
    rules: stricter,
    checks: DEFAULT_THRESHOLDS,
    reason: '提高要求',
    adoptedBy: '联席办〔2025〕3号',
  },
}
const none: AdoptionContext = { adopted: [], underWay: false, decidedBy: '何志强' }
const code = (decision: ReturnType<typeof decideAdoption>) => (decision.ok ? 'adopted' : decision.refusal.code)

test('the first adoption is version 1, and an event that may be published', () => {
  const decision = decideAdoption(command, none)
  if (!decision.ok) throw new Error(decision.refusal.message)
  expect(RuleSetAdopted.parse(decision.event.data)).toMatchObject({ version: 1, rules: stricter, decidedBy: '何志强' })
})

const first: RuleSetAdopted = {
  ...{ zone: 'Z-PX', version: 1, effectiveFrom: '2025-07-01', rules: stricter },
  ...{ reason: '提高要求', adoptedBy: '会议', decidedBy: '何志强' },
}

test('rules adopted over a version the person did not see are refused, as are those while others are on their way', () => {
  expect(code(decideAdoption(command, { ...none, adopted: [first] }))).toBe('rules-not-current')
  expect(code(decideAdoption(command, { ...none, underWay: true }))).toBe('rules-not-current')
})

test('the same rules from the same day are refused; from another day they are not', () => {
  const again = { ...command, expectedVersion: 1 }
  const known = { ...none, adopted: [first] }
  expect(code(decideAdoption(again, known))).toBe('rules-unchanged')
  expect(code(decideAdoption({ ...again, effectiveFrom: '2025-10-01' }, known))).toBe('adopted')
  expect(code(decideAdoption({ ...command, rules: DEFAULT_RULE_SET.rules }, none))).toBe('rules-unchanged')
})
