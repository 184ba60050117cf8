import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { RuleSetAdopted } from './rule-set'

const FIXTURE = new URL('../../fixtures/lianxi.rule-set.adopted.v1/01-first.json', import.meta.url)
const given = z.object({ data: RuleSetAdopted }).parse(JSON.parse(readFileSync(FIXTURE, 'utf8'))).data

const refusals = (rules: object): string[] =>
  RuleSetAdopted.safeParse({ ...given, rules: { ...given.rules, ...rules } }).error?.issues.map(
    ({ message }) => message,
  ) ?? []

test('the first rule set is taken', () => expect(refusals({})).toEqual([]))

test('limits out of order are refused, and the sentence says the order', () => {
  const order = '的三个界限须从高到低：快于预期 > 基本符合预期 > 滞后'
  expect(refusals({ ratio: { ahead: '0.95', onTrack: '1.05', behind: '0.6' } })).toEqual([`比值${order}`])
  expect(refusals({ points: { ahead: '5', onTrack: '-15', behind: '-5' } })).toEqual([`百分点差${order}`])
  expect(refusals({ growth: { ahead: '0.5', onTrack: '0.5', behind: '-1.5' } })).toEqual([`增速差${order}`])
})

test('limits are compared as decimals, not as text and not as floats', () => {
  expect(refusals({ points: { ahead: '10', onTrack: '9', behind: '-10' } })).toEqual([])
  expect(refusals({ growth: { ahead: '-0.3', onTrack: '-0.31', behind: '-10' } })).toEqual([])
  expect(
    refusals({ ratio: { ahead: '999999999999999.000002', onTrack: '999999999999999.000001', behind: '0' } }),
  ).toEqual([])
})

test('what is no number is said once, at its own field, and throws nowhere', () => {
  const word = ['应为数字，整数部分不超过15位，小数不超过6位']
  expect(refusals({ ratio: { ahead: 'abc', onTrack: '0.95', behind: '0.6' } })).toEqual(word)
  expect(refusals({ compoundUn: { onTrack: '0.95', behind: 'abc' } })).toEqual(word)
  expect([refusals({ tolerancePercent: 'abc' }), refusals({ smallestExpected: '1e3' })]).toEqual([word, word])
})

test('a compound limit at or below zero is refused: below zero is moving backwards', () => {
  expect(refusals({ compoundUn: { onTrack: '0.95', behind: '0' } })).toHaveLength(1)
  expect(refusals({ compoundOpenSdg: { onTrack: '0.5', behind: '0.6' } })).toHaveLength(1)
})

test.each(['-1', '20.000001'])('a tolerance of %s %% is refused', (tolerancePercent) =>
  expect(refusals({ tolerancePercent })).toEqual(['容差应在 0% 至 20% 之间']),
)

test.each(['0', '0.6'])('a smallest expected share of %s is refused', (smallestExpected) =>
  expect(refusals({ smallestExpected })).toEqual(['改用百分点的界限应大于 0、不超过 0.5']),
)

test.each(['reason', 'adoptedBy', 'decidedBy'])('a blank %s is refused', (field) =>
  expect(RuleSetAdopted.safeParse({ ...given, [field]: ' ' }).success).toBe(false),
)
