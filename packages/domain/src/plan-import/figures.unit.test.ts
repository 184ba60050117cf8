import { describe, expect, it } from 'vitest'
import { read, row, said, sheet, targets, type Written } from './testing/given'

describe('figures', () => {
  const value = (written: Written, change: Parameters<typeof row>[1] = {}) => {
    const result = read([targets(row('甲', { 单位: '%', 指标口径: '比重/率', 目标值: written, ...change }))])
    const [data] = result.changes.flatMap(({ event }) => (event.type === 'lianxi.target.listed.v1' ? [event.data] : []))
    return [
      data?.comparator,
      data?.value,
      data?.valueHigh,
      said(result)
        .map((one) => one.slice(0, 1))
        .join(''),
    ]
  }
  it.each<[Written, unknown[]]>([
    [{ kind: 'number', text: '7.7', percent: true }, ['eq', '7.7', null, '']],
    [0.077, ['eq', '0.077', null, '疑']],
    ['７．７％', ['eq', '7.7', null, '']],
    ['≥95', ['ge', '95', null, '']],
    ['4%以内', ['le', '4', null, '']],
    ['约30', ['approx', '30', null, '']],
    ['3-5', ['range', '3', '5', '']],
    [null, ['qualitative', null, null, '']],
  ])('%j', (written, expected) => {
    expect(value(written)).toEqual(expected)
  })

  it('takes the unit of the indicator, converting money exactly', () => {
    const result = read([targets(row('地区生产总值', { 单位: '万元', 指标口径: null, 目标值: 38_000_000 }))])
    expect(said(result).join()).toContain('请填指标口径')
    const file = sheet(
      '目标',
      ['目标名称', '指标', '领域', '单位', '目标值'],
      ['地区生产总值', 'I-GDP', '综合经济', '万元', 38_000_000],
    )
    const [change] = read([file]).changes
    expect(change?.event.data).toMatchObject({ unit: '亿元', value: '3800', basis: 'flow', indicator: 'I-GDP' })
  })

  it('reads years from the heads: baseline, target, single years below a common head', () => {
    const group: Written[] = ['各年目标', { kind: 'text', text: '各年目标', mergedFrom: 'F1' }]
    const down = (text: string, at: string): Written => ({ kind: 'text', text, mergedFrom: at })
    const file = sheet(
      '目标',
      ['目标任务', '领域', '单位', '指标口径', '2025年基期', ...group, '2030年目标值'],
      [
        down('目标任务', 'A1'),
        down('领域', 'B1'),
        down('单位', 'C1'),
        down('指标口径', 'D1'),
        down('2025年基期', 'E1'),
        '2026',
        '2027',
        down('2030年目标值', 'H1'),
      ],
      ['常住人口', '公共服务', '万人', '时点', 118, 119, 120, 125],
    )
    const result = read([file])
    const [change] = result.changes
    expect([said(result), change?.event.data]).toMatchObject([
      [],
      {
        ...{ value: '125', targetYear: 2030, baseline: { value: '118', year: 2025 } },
        yearly: [
          { year: 2026, value: '119' },
          { year: 2027, value: '120' },
        ],
      },
    ])
  })

  it('万元 and 亿元: the head, a column, the cell; without any it is not taken; mixed ones are doubted', () => {
    const wan = (head: string, cells: Written[]) => {
      const result = read([
        sheet('项目', ['项目名称', '领域', head], ...cells.map((cell, n) => [`项目${n}`, '能源', cell])),
      ])
      const found = result.changes.map(({ event }) =>
        event.type === 'lianxi.project.listed.v1' ? event.data.investmentWan : null,
      )
      return [
        found,
        said(result)
          .map((one) => one.slice(0, 1))
          .join(''),
      ]
    }
    expect(wan('总投资（亿元）', [12.5, '3万元'])).toEqual([[125_000, 3], ''])
    expect(wan('总投资(万元)', [12.5])).toEqual([[null], '错'])
    expect(wan('总投资', [12])).toEqual([[null], '错'])
    expect(wan('总投资（亿元）', [3, 4, 5, 6, 70_000])).toEqual([[30_000, 40_000, 50_000, 60_000, 700_000_000], '疑'])
  })
})
