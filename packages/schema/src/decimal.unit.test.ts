import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CalendarDate, Decimal, Instant, Percent, text, Wan } from './decimal'

const accepts = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success

describe('a decimal', () => {
  test('any number of up to 15 digits before and 6 after the point is one, and stays as written', () => {
    const digits = fc.tuple(
      fc.constantFrom('', '-'),
      fc.bigInt({ min: 0n, max: 999_999_999_999_999n }),
      fc.option(fc.stringMatching(/^\d{1,6}$/), { nil: undefined }),
    )
    fc.assert(
      fc.property(digits, ([sign, whole, fraction]) => {
        const written = `${sign}${whole}${fraction === undefined ? '' : `.${fraction}`}`
        expect(Decimal.parse(written)).toBe(written)
      }),
    )
  })

  test.each([
    '',
    '1.',
    '.5',
    '01',
    '1e3',
    '1,000',
    '１２',
    '+1',
    '1.1234567',
    '1234567890123456',
    'NaN',
    ' 1',
    '1\n',
    '一百',
  ])('%j is none', (written) => expect(accepts(Decimal, written)).toBe(false))

  test('a float is none: numbers are written, not computed', () => expect(accepts(Decimal, 0.1)).toBe(false))
})

test('money is a whole number of 万元 from 0 on, small enough to be exact', () => {
  expect([0, 139_000, 999_999_999_999].every((sum) => accepts(Wan, sum))).toBe(true)
  expect([-1, 1.5, 1_000_000_000_000, '5', Number.NaN, Infinity].some((sum) => accepts(Wan, sum))).toBe(false)
})

test('a percentage is between 0 and 100 with at most two decimals', () => {
  expect(['0', '62.5', '99.99', '100', '100.00'].every((share) => accepts(Percent, share))).toBe(true)
  expect(['100.01', '101', '-1', '5.123', '%', ''].some((share) => accepts(Percent, share))).toBe(false)
})

test('an instant is in UTC and says so', () => {
  expect(accepts(Instant, '2025-10-12T10:00:00.000Z')).toBe(true)
  expect(
    ['2025-10-12T18:00:00+08:00', '2025-10-12 10:00', '2025-02-30T00:00:00Z'].some((at) => accepts(Instant, at)),
  ).toBe(false)
})

test('a calendar date exists', () => {
  expect(accepts(CalendarDate, '2024-02-29')).toBe(true)
  expect(['2025-02-29', '2025-13-01', '2025-1-1'].some((date) => accepts(CalendarDate, date))).toBe(false)
})

describe('text', () => {
  test('keeps lines, tabs and any script, as long as it is short enough', () => {
    expect(accepts(text(20), '第一行\n\t第二行 𠮷 é')).toBe(true)
    expect(accepts(text(3), '四个字长')).toBe(false)
  })

  test('refuses what PostgreSQL and Excel cannot hold', () => {
    const bad = fc.constantFrom('\u0000', '\u0007', '\u001b', '\u0085', '\ufffe', '\uffff', '\ud800')
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), bad, (before, char) => {
        expect(accepts(text(60), before + char)).toBe(false)
      }),
    )
  })
})
