import { type Cell, EMPTY } from '@lianxi/office-files/plain-cell'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDay, readFigure, readWords } from './read-cell'

const cell = (text: string, more: Partial<Cell> = {}): Cell => ({ ...EMPTY, kind: 'text', text, ...more })
const money = (text: string, more: Partial<Cell> = {}) => readFigure(cell(text, more), { percent: false, money: true })
const whyOf = (read: { ok: true } | { ok: false; why: string }) => (read.ok ? '' : read.why)

describe('a figure', () => {
  it.each([
    ['1,234.5', '1234.5'],
    ['１，２３４', '1234'],
    [' 6 500 ', '6500'],
    ['-3', '-3'],
    ['0', '0'],
  ])('%s is %s', (text, said) => expect(money(text)).toEqual({ ok: true, said }))

  it.each([
    ['—', '没有发生的填0'],
    ['/', '没有发生的填0'],
    ['无', '没有发生的填0'],
    ['同上', '换了行序'],
    ['13.9亿', '自行换算'],
    ['1.2亿元', '自行换算'],
    ['500万元', '单位是万元'],
  ])('%s is refused with what to do', (text, why) => expect(whyOf(money(text))).toContain(why))

  it('is not taken from a merged cell, an error value, a date, or a percentage where the unit is another', () => {
    expect(whyOf(money('5', { mergedFrom: 'B4' }))).toContain('合并单元格B4')
    expect(whyOf(money('单元格显示错误值 #REF!', { kind: 'fault' }))).toContain('#REF!')
    expect(whyOf(money('2025-09-01', { kind: 'date' }))).toContain('日期')
    expect(whyOf(money('7.7', { kind: 'number', percent: true }))).toContain('百分数')
    const share = readFigure(cell('62.5', { kind: 'number', percent: true }), { percent: true, money: false })
    expect(share).toEqual({ ok: true, said: '62.5' })
  })

  it('however it is grouped or widened, says the same', () => {
    const wide = (text: string) => text.replace(/[0-9.,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), fc.boolean(), fc.boolean(), (value, grouped, full) => {
        const plain = grouped ? value.toLocaleString('en-US') : String(value)
        expect(money(full ? wide(plain) : plain)).toEqual({ ok: true, said: String(value) })
      }),
    )
  })
})

describe('a day', () => {
  it.each(['2025-9-3', '2025.9.3', '2025/09/03', '2025年9月3日', '２０２５－０９－０３', '45903'])('%s', (text) =>
    expect(readDay(cell(text))).toEqual({ ok: true, said: '2025-09-03' }),
  )
  it.each(['明年', '9月3日', '12345'])('%s is none', (text) =>
    expect(whyOf(readDay(cell(text)))).toContain('2025-09-30'),
  )
  it.each(['2025-13-01', '2025-02-30', '2025年6月31日'])('there is no %s', (text) =>
    expect(whyOf(readDay(cell(text)))).toContain('没有这一天'),
  )
  it('of any serial is the day Excel shows for it', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10)
        const serial = Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000)
        expect(readDay(cell(String(serial), { kind: 'number' }))).toEqual({ ok: true, said: day })
      }),
    )
  })
})

it('words keep what was typed, also what looks like a formula; 同上 and what is too long are refused', () => {
  expect(readWords(cell('=HYPERLINK("x")'), 100)).toEqual({ ok: true, said: '=HYPERLINK("x")' })
  expect(readWords(cell('——'), 100)).toEqual({ ok: true, said: '' })
  expect(whyOf(readWords(cell('同上'), 100))).toContain('请写明内容')
  expect(whyOf(readWords(cell('长'.repeat(101)), 100))).toContain('现有101字')
})
