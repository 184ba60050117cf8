import { expect, it } from 'vitest'
import { fieldWords } from './change-words'

const names = new Map([
  ['510400', '攀枝花市'],
  ['513400', '凉山州'],
])
const around = { placeOf: (code: string) => names.get(code) ?? code, unit: '万元' }

it.each([
  ['region', '510400', '攀枝花市'],
  ['regions', ['510400', '513400'], '攀枝花市、凉山州'],
  [
    'parts',
    [
      { region: '510400', sharePercent: '60' },
      { region: '513400', sharePercent: '40' },
    ],
    '攀枝花市 60%、凉山州 40%',
  ],
  ['value', '350000', '350,000 万元'],
  ['investmentWan', 350_000, '350,000'],
  ['yearly', [{ year: 2026, planWan: 12_000 }], '2026年 12,000 万元'],
  ['baseline', { value: '1200', year: 2025, note: null }, '1,200 万元（2025年）'],
  ['value', null, '（无）'],
  ['status', 'issued', '已印发'],
])('%s is said as people read it', (field, value, words) => expect(fieldWords(field, value, around)).toBe(words))
