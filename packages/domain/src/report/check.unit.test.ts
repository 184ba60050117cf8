import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOT_YET, type TargetEntry } from '@lianxi/schema/commands/entry'
import type { Neighbours } from '@lianxi/schema/views/check-context'
import { checkEntry } from './check'
import { entryOf, nilEntry, readEntry } from './read-entry'
import { check, entry, past, project, projectCheck } from './testing/given'

const codes = (value: string, context = check(), reason: string | null = null) =>
  checkEntry(entry({ value }), context, reason).map((finding) => finding.code)

describe('checks of a target figure', () => {
  it.each([
    ['', 'value-missing'],
    ['十二', 'value-not-number'],
    ['1e5', 'value-not-number'],
    ['1234567890123456', 'value-not-number'],
    ['-3', 'value-negative'],
    ['200', 'year-to-date-falls'],
    ['2184000', 'unit-jump'],
    ['218,4', 'value-not-number'],
    ['21 84', 'value-not-number'],
    ['2,1845', 'value-not-number'],
  ])('%s → %s', (value, code) => expect(codes(value)).toEqual([code]))

  it('takes figures as people write them', () => {
    expect(codes(' ２，１８４．５０ ')).toEqual([])
    expect(readEntry(entry({ value: '+2,184.50' })).content).toMatchObject({ value: '2184.5' })
    expect(readEntry(entry({ value: '1 234 567' })).content).toMatchObject({ value: '1234567' })
    expect(readEntry(entry({ value: '007.50' })).content).toMatchObject({ value: '7.5' })
    expect(readEntry(entry({ value: '1200' })).content).toMatchObject({ value: '1200' })
  })

  it('lets a year-to-date figure fall with a reason, and start anew with the year', () => {
    expect(codes('200', check(), '上期误报')).toEqual([])
    expect(codes('60', check({ period: '2026Q1' }))).toEqual([])
  })

  it('knows ranges of units and bases', () => {
    expect(codes('3.5', check({ basis: 'stock', unit: '家', history: [] }))).toEqual(['value-not-whole'])
    expect(codes('101', check({ basis: 'ratio', unit: '%', targetValue: null, history: [] }))).toEqual([
      'ratio-over-hundred',
    ])
    expect(codes('-101', check({ basis: 'growth', unit: '%', history: [] }))).toEqual(['value-range'])
  })

  it('notices what leaves the subject’s own history', () => {
    const history = ['2024Q1', '2024Q2', '2024Q3', '2024Q4', '2025Q1'].map((period, i) => past(period, `${60 + i}`))
    const stock = check({ basis: 'stock', targetValue: '70', history })
    expect(codes('66', stock)).toEqual([])
    expect(codes('96', stock)).toEqual(['outlier'])
    const [found] = checkEntry(entry({ value: '96' }), stock, null)
    expect(found?.message).toBe(
      '本事项上次（2025年一季度）所报为 64 亿元，历次每期通常增加 1 亿元，相差很大，请核对；无误的，请说明原因。',
    )
  })

  it('does not call far from its history what only repeats the last figure', () => {
    const falling = ['2024Q1', '2024Q2', '2024Q3', '2024Q4', '2025Q1'].map((period, i) => past(period, `${4 - i}`))
    const down = check({ basis: 'stock', unit: '个', targetValue: '0', history: falling })
    expect(codes('0', down)).toEqual([])
    expect(codes('9', down)).toEqual(['outlier'])
  })

  it('notices what is far from the year’s path, unless last year went the same way', () => {
    const listed = { yearValue: '260', history: [past('2025Q1', '20')] }
    expect(codes('150', check(listed))).toEqual([])
    expect(codes('90', check(listed))).toEqual(['off-path'])
    expect(codes('90', check({ ...listed, yearValue: null }))).toEqual([])
    expect(codes('90', check({ ...listed, history: [past('2024Q3', '80'), past('2025Q1', '20')] }))).toEqual([])
    const stock = { basis: 'stock', unit: '公里', yearValue: '120', baseline: '100' } as const
    expect(codes('110', check({ ...stock, history: [] }))).toEqual([])
    expect(codes('141', check({ ...stock, history: [] }))).toEqual(['off-path'])
    expect(codes('79', check({ ...stock, history: [] }))).toEqual(['off-path'])
  })

  it('holds a figure against what others said of the same thing', () => {
    const nobody = { same: [], parts: [], whole: null, place: 'part' } as const
    const under = (neighbours: Partial<Neighbours>) =>
      codes('218.4', check({ neighbours: { ...nobody, parts: [], same: [], ...neighbours } }))
    expect(under({})).toEqual([])
    expect(under({ same: [{ name: '地区生产总值（市规划）', value: '218.40' }] })).toEqual([])
    expect(under({ same: [{ name: '地区生产总值（市规划）', value: '219' }] })).toEqual(['reported-elsewhere'])
    const parts = [{ name: '东区', figure: '300' }]
    expect(under({ parts, whole: { name: '攀枝花市', figure: '900' } })).toEqual([])
    expect(under({ parts, whole: { name: '攀枝花市', figure: '500' } })).toEqual(['parts-over-whole'])
    expect(under({ parts })).toEqual([])
    expect(under({ parts, place: 'whole' })).toEqual(['parts-over-whole'])
  })

  it('asks why a second report of the period is made', () => {
    expect(codes('218.4', check({ correction: true }))).toEqual(['correction-reason'])
    expect(codes('218.4', check({ correction: true }), '误录')).toEqual([])
  })

  it('takes 本期无变化 only where something stands', () => {
    const nil = nilEntry('target')
    expect(checkEntry(nil, check(), null)).toEqual([])
    expect(checkEntry(nil, check({ history: [] }), null)[0]?.code).toBe('nil-first')
    expect(checkEntry(nil, check({ period: '2026Q1' }), null)[0]?.code).toBe('nil-new-year')
  })
})

describe('whether a qualitative target is done', () => {
  const flag = check({ basis: 'flag', unit: null, qualitative: true, targetValue: null, history: [] })
  const found = (changed: Partial<TargetEntry>, context = flag) =>
    checkEntry(entry({ value: '', ...changed }), context, null).map(({ code, field }) => `${code} ${field ?? ''}`)

  it('is asked instead of a figure, and 本期无变化 needs none before it', () => {
    expect(found({})).toEqual(['done-missing doneOn'])
    expect(found({ doneOn: NOT_YET })).toEqual([])
    expect(found({ doneOn: '2025-09-30' })).toEqual([])
    expect(checkEntry(nilEntry('target'), flag, null)).toEqual([])
  })

  it('is a day within the period, and nobody’s whose target has a number', () => {
    expect(found({ doneOn: '2025-10-01' })).toEqual(['done-after-period doneOn'])
    // In the middle of a year that is reported on: what has not come is not done, today is.
    const year = { ...flag, period: '2025' }
    expect(found({ doneOn: '2025-10-12' }, year)).toEqual([])
    expect(found({ doneOn: '2025-10-13' }, year)).toEqual(['done-in-future doneOn'])
    expect(found({ doneOn: '2025-10-13' }, { ...year, saidAt: '2025-10-12T16:00:00.000Z' })).toEqual([])
    expect(found({ doneOn: '2025-9-31' })).toEqual(['done-date doneOn'])
    expect(found({ value: '218.4', doneOn: '2025-09-30' }, check())).toEqual(['done-not-asked doneOn'])
  })

  it('comes back from the report as it was typed', () => {
    for (const doneOn of ['2025-09-30', NOT_YET]) {
      const read = readEntry(entry({ value: '', doneOn }))
      expect(entryOf(read)).toEqual(entry({ value: '', doneOn }))
    }
    expect(entryOf(readEntry(entry()))).not.toHaveProperty('doneOn')
  })
})

describe('every entry', () => {
  const anyText = fc.string({ maxLength: 40 })
  it('is checked without an exception, and each finding is a sentence that ends', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, fc.boolean(), (a, b, c, nil) => {
        const findings = [
          ...checkEntry(entry({ value: a, nil }), check(), null),
          ...checkEntry(
            project({ investedYearWan: a, investedTotalWan: b, progressPercent: c, nil }),
            projectCheck,
            null,
          ),
        ]
        for (const finding of findings) expect(finding.message).toMatch(/[。]$/)
      }),
    )
  })

  it('read once and written back reads the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 0, max: 999_999 }), (whole, fraction) => {
        const once = readEntry(entry({ value: `${whole}.${String(fraction).padStart(6, '0')}` }))
        expect(readEntry(entryOf(once))).toEqual(once)
      }),
    )
  })

  it('a year-to-date figure below the last one of the year is never accepted without a reason', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1000 }), (value, less) => {
        const context = check({ targetValue: null, history: [past('2025Q2', `${value + less}`)] })
        expect(codes(`${value}`, context)).toContain('year-to-date-falls')
      }),
    )
  })
})
