import type { Period } from '@lianxi/schema/period'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type OtherCell, otherFigures, shareFigures, type ShareSeries } from './other-series'

const cell = (change: Partial<OtherCell> = {}): OtherCell => ({
  ...{ subject: 'PX-T2', region: '510403', unit: '%', event: 'e1', period: '2025Q3', state: 'reported', nil: false },
  ...{ value: '5.5', ...change },
})
const given = { region: '510403', period: '2025Q3' as Period, unit: '%' }
const reported = (...cells: OtherCell[]) =>
  otherFigures(
    { entered: [{ period: '2025Q3', value: '9', unit: '%' }], reported: { indicator: 'I', name: '增速', cells } },
    given,
  )
const source = { indicator: 'I', name: '增速' }
const nobody = { figures: [], reported: { ...source, subject: null, event: null } }

describe('the other series', () => {
  test('is what was entered until the period, while nobody said that it is reported', () => {
    const entered = [
      { period: '2025Q3' as const, value: '9', unit: '%' },
      { period: '2025Q4' as const, value: '8', unit: '%' },
    ]
    expect(otherFigures({ entered, reported: null }, given)).toEqual({
      figures: [{ period: '2025Q3', value: '9' }],
    })
  })

  test('is what the region itself reported of the same period, with the report it is from', () => {
    expect(reported(cell(), cell({ region: '510400', value: '7', event: 'e2' }))).toEqual({
      figures: [{ period: '2025Q3', value: '5.5' }],
      reported: { ...source, subject: 'PX-T2', event: 'e1' },
    })
  })

  test('is none where it was not reported for the period, was returned, or is counted in another unit', () => {
    expect(reported(cell({ period: '2025Q2' }))).toEqual(nobody)
    expect(reported(cell({ state: 'returned' }))).toEqual(nobody)
    expect(reported(cell({ state: 'pending', value: null, event: null }))).toEqual(nobody)
    expect(reported(cell({ unit: '亿元' }))).toEqual(nobody)
    expect(reported(cell({ unit: null })).figures).toHaveLength(1)
  })

  test('of two targets of the indicator one speaks, with what it said before for 本期无变化', () => {
    const [first, other] = [cell({ subject: 'A-T1', nil: true, value: null, event: 'e3' }), cell({ value: '6' })]
    expect(reported(other, first, cell({ subject: 'A-T1', period: '2025Q2', value: '5' }))).toEqual({
      figures: [
        { period: '2025Q2', value: '5' },
        { period: '2025Q3', value: null },
      ],
      reported: { ...source, subject: 'A-T1', event: 'e3' },
    })
  })

  const cells = fc.array(
    fc.record({
      ...{ subject: fc.constantFrom('A-T1', 'B-T1'), region: fc.constantFrom('510403', '510400') },
      ...{
        unit: fc.constantFrom('%', null, '亿元'),
        period: fc.constantFrom<Period[]>('2025Q2', '2025Q3', '2025-09', '2025Q4'),
      },
      ...{ state: fc.constantFrom<OtherCell['state'][]>('reported', 'returned', 'pending', 'waiting') },
      ...{ nil: fc.boolean(), value: fc.constantFrom('1', '2'), event: fc.uuid() },
    }),
  )

  test('is never invented, never another region’s or a later period’s, and no order of cells matters', () => {
    fc.assert(
      fc.property(cells, (all) => {
        const found = reported(...all)
        const { subject, event } = found.reported ?? nobody.reported
        expect(found.figures.length > 0).toBe(event !== null)
        for (const { period, value } of found.figures) {
          expect(['2025Q2', '2025Q3', '2025-09']).toContain(period)
          const from = all.filter((one) => one.subject === subject && one.region === '510403' && one.period === period)
          expect(from.some((one) => (one.nil ? null : one.value) === value && one.state !== 'returned')).toBe(true)
        }
        const others = all.filter(({ region, period }) => region !== '510403' || period === '2025Q4')
        expect(reported(...all.filter((one) => !others.includes(one)))).toEqual(found)
      }),
    )
  })
})

describe('what a share is worked out from', () => {
  const own = (change: Partial<OtherCell> = {}) => cell({ unit: '亿元', value: '1305', ...change })
  const series = (cells: OtherCell[], whole: Partial<ShareSeries['whole']> = {}): ShareSeries => ({
    part: { indicator: 'I-GDP', name: '地区生产总值', basis: 'flow', unit: '亿元', cells },
    whole: {
      ...{ name: '地区生产总值（全省）', reported: null, ...whole },
      entered: [
        { period: '2025Q3', value: '60133', unit: '亿元' },
        { period: '2025Q4', value: '80000', unit: '亿元' },
      ],
    },
  })
  const place = { region: '510403', period: '2025Q3' as Period }

  test('is the region’s own report with its unit, and what was entered until the period', () => {
    const others = [own({ region: '510400', value: '9' }), own({ period: '2025Q4', value: '8' })]
    expect(shareFigures(series([...others, own({ unit: '万元', value: '13050000' })]), place)).toEqual({
      basis: 'flow',
      part: {
        ...{ indicator: 'I-GDP', name: '地区生产总值', subject: 'PX-T2', event: 'e1' },
        figures: [{ period: '2025Q3', value: '13050000', unit: '万元' }],
      },
      whole: {
        name: '地区生产总值（全省）',
        figures: [{ period: '2025Q3', value: '60133', unit: '亿元' }],
      },
    })
  })

  test('is none where it was returned or is counted in what does not convert', () => {
    for (const change of [{ state: 'returned' as const }, { unit: '%' }, { unit: null }]) {
      expect(shareFigures(series([own(change)]), place).part).toMatchObject({ subject: null, event: null, figures: [] })
    }
  })

  test('is the region’s own report on both sides where the secretariat said so', () => {
    const whole = { indicator: 'I-ALL', name: '全部', cells: [own({ subject: 'PX-T9', value: '2000', event: 'e9' })] }
    expect(shareFigures(series([own()], { reported: whole }), place).whole).toEqual({
      name: '地区生产总值（全省）',
      figures: [{ period: '2025Q3', value: '2000', unit: '亿元' }],
      reported: { indicator: 'I-ALL', name: '全部', subject: 'PX-T9', event: 'e9' },
    })
  })
})
