import { tidy } from '@lianxi/office-files/plain-cell'
import { emptyEntry, type Entry, NOT_YET, TargetEntry } from '@lianxi/schema/commands/entry'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIELDS } from './read-field'
import { cellText, faultOfKept, typeCell, type TypedRow } from './typed-cell'

const row = (kind: Entry['kind']): TypedRow => ({ entry: emptyEntry(kind), kept: {} })
const typed = (field: string, text: string, unit: string | null = null, kind: Entry['kind'] = 'project') =>
  typeCell(row(kind), field, text, unit)

describe('a cell of the grid', () => {
  it.each([
    ['investedYearWan', '1,234', '1234'],
    ['investedYearWan', '１，２３４', '1234'],
    ['progressPercent', '68.5%', '68.5'],
    ['stage', ' 在建 ', '在建'],
    ['startedOn', '2025年9月3日', '2025-09-03'],
    ['milestones', '1. 主体封顶 2025.9.3\n2. 竣工：2025-09-30', '主体封顶 2025-09-03\n竣工 2025-09-30'],
    ['matters', '土地: 征地尚缺30亩\n电力接入', '土地：征地尚缺30亩\n其他：电力接入'],
    ['matters', '无', ''],
    ['nil', '是', '是'],
  ])('%s takes %j as %j', (field, text, shown) => {
    const after = typed(field, text)
    expect([cellText(after, field), after.kept]).toEqual([shown, {}])
  })

  it.each([
    ['investedYearWan', '—', '没有发生的填0'],
    ['investedYearWan', '13.9亿元', '系统不替您换算'],
    ['investedTotalWan', '无', '没有发生的填0'],
    ['progressPercent', '同上', '换了行序'],
    ['stage', '快好了', '请从'],
    ['milestones', '主体封顶', '应写作'],
    ['problems', '甲'.repeat(1001), '不超过1000字'],
    [
      'investedYearWan',
      '已完成投资一千二百万元，其中中央预算内资金三百万元，省级资金二百万元，其余自筹解决到位情况良好',
      '只填数',
    ],
  ])('%s keeps %j as typed and says why', (field, text, why) => {
    const before = typeCell(row('project'), field, field === 'stage' ? '在建' : '', null)
    const after = typeCell(before, field, text, null)
    expect(cellText(after, field)).toBe(text)
    expect(cellText({ ...after, kept: {} }, field), 'the field itself is empty').toBe('')
    expect(faultOfKept(after, field, null)).toContain(why)
    expect(typeCell(after, field, '', null).kept, 'emptied, nothing is kept').toEqual({})
  })

  it.each([
    ['2025年9月30日', '2025-09-30', '2025-09-30'],
    ['尚未完成', '未完成', NOT_YET],
    ['', '', undefined],
  ])('完成日期 takes %j as %j', (text, shown, doneOn) => {
    const after = typed('doneOn', text, null, 'target')
    expect([cellText(after, 'doneOn'), after.entry]).toEqual([shown, TargetEntry.parse({ kind: 'target', doneOn })])
    expect(faultOfKept(typed('doneOn', '快好了', null, 'target'), 'doneOn', null)).toContain('不是日期')
  })

  it('takes a percentage where the unit is one', () => {
    expect(cellText(typed('value', '7.9%', '%', 'target'), 'value')).toBe('7.9')
    expect(faultOfKept(typed('value', '7.9%', '亿元', 'target'), 'value', '亿元')).toContain('百分数')
  })

  it('a figure beside 本期无变化 waits until the mark is taken off', () => {
    const nil = typeCell(row('target'), 'nil', '是', null)
    const both = typeCell(nil, 'value', '5', null)
    expect(faultOfKept(both, 'value', null)).toContain('请删去其一')
    const free = typeCell(both, 'nil', '', null)
    expect([free.entry, free.kept]).toEqual([{ ...emptyEntry('target'), value: '5' }, {}])
  })

  const texts = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.stringMatching(/^[0-9０-９,，.%％—无是在建亿万元年月日\n -]{0,12}$/),
    fc.string({ minLength: 500, maxLength: 1200 }),
  )
  const fields = fc.constantFrom(...FIELDS.project)
  /** What a text says when nothing was lost of it: not a word that means nothing in a text cell. */
  const says = (text: string) => !/^([-—–―－_/／\\\s]*|无|没有|暂无|none|否)$/i.test(tidy(text))

  it('loses nothing that says something, and read again says the same', () => {
    fc.assert(
      fc.property(fields, texts, (field, text) => {
        const after = typed(field, text)
        const shown = cellText(after, field)
        // Lines that are only a number of a list say nothing: `1.`
        if (says(text) && !/^(\s*\d{1,2}[.、．)）]\s*)+$/.test(text)) expect(shown.trim()).not.toBe('')
        expect(typeCell(after, field, shown, null)).toEqual(after)
      }),
    )
  })

  it('leaves the other cells alone', () => {
    fc.assert(
      fc.property(fields, fields, texts, texts, (field, other, text, more) => {
        fc.pre(field !== other && field !== 'nil' && other !== 'nil')
        const one = typed(field, text)
        expect(cellText(typeCell(one, other, more, null), field)).toBe(cellText(one, field))
      }),
    )
  })
})
