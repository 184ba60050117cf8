import { describe, expect, it } from 'vitest'
import { wanToYi } from '@lianxi/schema/figure-words'
import { grouped, groupedAsTyped, minuteOf, moneyInWords, remaining, secondOf, sinceOf, yiToWan } from './format'

describe('instants are shown in Asia/Shanghai', () => {
  it('crosses midnight', () => expect(minuteOf('2025-10-12T16:30:00.000Z')).toBe('2025-10-13 00:30'))
  it('reads stamps with microseconds', () => expect(secondOf('2025-10-12T10:00:04.000123Z')).toBe('18:00:04'))
  it('says the day of what was not today, and the year of what was not this year', () => {
    const at = (instant: string) => sinceOf(instant, '2025-10-12T10:05:00.000Z')
    expect(at('2025-10-12T10:00:04.000Z')).toBe('18:00:04')
    expect(at('2025-10-11T15:00:04.000Z')).toBe('10-11 23:00')
    expect(at('2024-10-12T10:00:04.000Z')).toBe('2024-10-12 18:00')
  })
})

describe('figures keep every digit', () => {
  it('groups a negative decimal', () => expect(grouped('-1234567.125')).toBe('−1,234,567.125'))
  it('groups what was typed only where it is a number', () =>
    expect(['82380', '13.9亿元', '2025-09-30', ''].map(groupedAsTyped)).toEqual([
      '82,380',
      '13.9亿元',
      '2025-09-30',
      '',
    ]))
  it('does not group short ones', () => expect(grouped('98.9')).toBe('98.9'))
  it('shows 万元 below one 亿', () => expect(moneyInWords(9_999)).toBe('9,999 万元'))
  it('shows 亿元 exactly', () => expect(moneyInWords(139_000)).toBe('13.9 亿元'))
})

describe('亿元 and 万元 are the same sum', () => {
  it.each([
    ['13.9', '139000'],
    ['0.0001', '1'],
    ['12', '120000'],
    ['1,234.5', '12345000'],
    ['１３．９', '139000'],
  ])('%s 亿元 is %s 万元', (yi, wanText) => expect(yiToWan(yi)).toBe(wanText))
  it('keeps what is finer than 万元 visible, so that the check refuses it', () =>
    expect(yiToWan('1.23456')).toBe('12345.6'))
  it('leaves words as they were typed', () => expect(yiToWan('约十亿')).toBe('约十亿'))
  it('comes back', () => expect(wanToYi(yiToWan('13.9'))).toBe('13.9'))
})

describe('what is left until the due moment', () => {
  it('counts whole days', () => expect(remaining('2025-10-15T10:00:00Z', '2025-10-12T10:00:00Z')).toBe('剩 3 天'))
  it('counts hours on the last day', () =>
    expect(remaining('2025-10-12T15:00:00Z', '2025-10-12T10:00:00Z')).toBe('剩 5 小时'))
  it('says when it is over', () =>
    expect(remaining('2025-10-10T10:00:00Z', '2025-10-12T10:00:00Z')).toBe('已逾期 2 天'))
})
