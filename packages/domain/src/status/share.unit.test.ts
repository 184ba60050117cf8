import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_RULE_SET } from './default-rules'
import { resolveTarget } from './resolve-target'
import { targetInput } from './testing/given'
import { TargetInput } from './types'

type Share = NonNullable<TargetInput['share']>
type Said = [value: string | null, unit: string | null, period?: Share['part']['figures'][number]['period']]
const source = { indicator: 'I-GDP', name: '地区生产总值', subject: 'PZH-T1', event: null }
const figures = (said: readonly Said[]) => said.map(([value, unit, period = '2025Q3']) => ({ period, value, unit }))

/** 占全省比重 from 2.1 % (2020) to 2.3 % (2025), asked for 2025Q3: 57 of 60 months are gone, 2.29 % is to be reached. */
const input = (part: readonly Said[], whole: readonly Said[], over: Partial<TargetInput> = {}): TargetInput =>
  targetInput({
    ...{ unit: '%', basis: 'ratio', baseline: { value: '2.1', year: 2020 }, period: '2025Q3' },
    target: { value: '2.3', high: null, year: 2025 },
    share: {
      basis: 'flow',
      part: { ...source, figures: figures(part) },
      whole: { name: '地区生产总值（全省）', figures: figures(whole) },
    },
    ...over,
  })
const judge = (given: TargetInput) => resolveTarget(TargetInput.parse(given), DEFAULT_RULE_SET)
const PROVINCE: Said[] = [['60133', '亿元']]
const falling = {
  ...{ comparator: 'le' as const, direction: 'down' as const, baseline: { value: '6', year: 2020 } },
  target: { value: '5', high: null, year: 2025 },
}
const services = { baseline: { value: '46.2', year: 2020 }, target: { value: '50', high: null, year: 2025 } }
const standing = { standing: true, baseline: null, target: { value: '2', high: null, year: 2025 } } as const

/** Each worked by hand: p = (share − 2.1) ÷ 0.2, r = p ÷ 0.95. */
const CASES: [string, TargetInput, string, (string | null)?][] = [
  ['1305 ÷ 60133 = 2.17019; p 0.35095; r 0.3694', input([['1305', '亿元']], PROVINCE), 'seriously-behind', '0.3694'],
  ['the same in 万元', input([['13050000', '万元']], PROVINCE), 'seriously-behind', '0.3694'],
  ['the same, the province in 万亿元', input([['1305', '亿元']], [['6.0133', '万亿元']]), 'seriously-behind', '0.3694'],
  ['1371 ÷ 60133 = 2.27995; p 0.89973; r 0.9471', input([['1371', '亿元']], PROVINCE), 'behind', '0.9471'],
  ['1372 ÷ 60133 = 2.28161; p 0.90804; r 0.9558', input([['1372', '亿元']], PROVINCE), 'on-track', '0.9558'],
  ['1383.058 is just below 2.3 %: p 1.0000; r 1.0526', input([['1383.058', '亿元']], PROVINCE), 'ahead', '1.0526'],
  ['1383.059 is 2.3 % exactly', input([['1383.059', '亿元']], PROVINCE), 'achieved', null],
  ['1200 ÷ 60133 = 1.99558, below the baseline', input([['1200', '亿元']], PROVINCE), 'regressing'],
  ['0 of it is 0 %, below the baseline', input([['0', '亿元']], PROVINCE), 'regressing'],
  [
    '本期无变化: what was said in June',
    input(
      [
        ['1372', '亿元', '2025Q2'],
        [null, '亿元'],
      ],
      PROVINCE,
    ),
    'on-track',
    '0.9558',
  ],
  [
    'the fourth quarter tells of the year',
    input([['1384', '亿元', '2025Q4']], [['60133', '亿元', '2025']], { period: '2025' }),
    'achieved',
  ],
  [
    '服务业 246 ÷ 510 = 48.23529; p 2.03529 ÷ 3.8 = 0.53560; r 0.5638',
    input([['246', '亿元']], [['510', '亿元']], services),
    'seriously-behind',
    '0.5638',
  ],
  [
    'falling: 55 ÷ 1000 = 5.5; p 0.5; r 0.5263',
    input([['55', '万吨']], [['1000', '万吨']], falling),
    'seriously-behind',
    '0.5263',
  ],
  ['a floor of 2 %, kept', input([['1305', '亿元']], PROVINCE, standing), 'met'],
  ['a floor of 2 %, broken: 1.99558', input([['1200', '亿元']], PROVINCE, standing), 'breached'],
  ['no baseline and not reached', input([['1305', '亿元']], PROVINCE, { baseline: null }), 'undeterminable'],
  ['nobody entered the province’s', input([['1305', '亿元']], []), 'undeterminable'],
  ['the province’s is of another period', input([['1305', '亿元']], [['60133', '亿元', '2025Q2']]), 'undeterminable'],
  ['the region did not report, and it is due', input([], PROVINCE), 'undeterminable'],
  ['the region did not report, and it is not due', input([], PROVINCE, { due: false }), 'not-due'],
  [
    '本期无变化 to nothing of this year',
    input(
      [
        ['1372', '亿元', '2024'],
        [null, '亿元'],
      ],
      PROVINCE,
    ),
    'undeterminable',
  ],
  ['the whole is 0', input([['1305', '亿元']], [['0', '亿元']]), 'undeterminable'],
  ['the whole is less than nothing', input([['1305', '亿元']], [['-5', '亿元']]), 'undeterminable'],
  ['money of people', input([['1305', '亿元']], [['8368', '万人']]), 'undeterminable'],
  ['nobody said in what the province counts', input([['1305', '亿元']], [['60133', null]]), 'undeterminable'],
  ['万元 typed as 亿元: more than all of it', input([['13050000', '亿元']], PROVINCE), 'undeterminable'],
]

describe('a share that is worked out', () => {
  test.each(CASES)('%s', (_worked, given, status, measure) => {
    const said = judge(given)
    expect(said.status, said.sentence).toBe(status)
    if (measure !== undefined)
      expect(said.measure === null ? null : Number(said.measure.value).toFixed(4)).toBe(measure)
  })

  test.each([
    [
      input([['1305', '亿元']], PROVINCE),
      '占比 = 地区生产总值 1,305 亿元 ÷ 地区生产总值（全省） 60,133 亿元 = 2.1702%，目标 2.3%；按路径到2025年三季度应为 2.29%（应完成 95.0%），实际 2.1702%（35.1%），比值 0.37，低于 0.6。',
    ],
    [input([['1305', '亿元']], []), '缺少2025年三季度的“地区生产总值（全省）”，不能计算占比，无法判定。'],
    [
      input([], []),
      '本地区没有2025年三季度所报的“地区生产总值”，缺少2025年三季度的“地区生产总值（全省）”，不能计算占比，无法判定。',
    ],
    [input([['1305', '亿元']], [['0', '亿元']]), '地区生产总值（全省） 0 亿元不是正数，不能作占比的分母，无法判定。'],
    [
      input([['1305', '亿元']], [['8368', '万人']]),
      '地区生产总值 1,305 亿元与地区生产总值（全省） 8,368 万人的单位不能换算，不能计算占比，无法判定。',
    ],
    [
      input([['1305', '万亿元']], PROVINCE),
      '占比 = 地区生产总值 1,305 万亿元 ÷ 地区生产总值（全省） 60,133 亿元 = 21,701.8941%，超过全部，请核对两个数及其单位，无法判定。',
    ],
  ])('says all of it in one sentence', (given, sentence) => {
    expect(judge(given).sentence).toBe(sentence)
  })

  test.each([
    ['2.2', ''],
    ['2.17', ''],
    ['2.18', '（本地区所报占比 2.18%，与此不符，未采用）'],
    ['3', '（本地区所报占比 3%，与此不符，未采用）'],
  ])('says where the percentage the region reports, %s, is another one, and does not judge by it', (value, words) => {
    const { status, sentence } = judge(input([['1305', '亿元']], PROVINCE, { figures: [{ period: '2025Q3', value }] }))
    expect(status).toBe('seriously-behind')
    expect(sentence).toContain(`= 2.1702%${words}，目标`)
  })

  test('names what is missing and keeps every input and the version of the rules', () => {
    const given = input([['1305', '亿元']], [])
    expect(judge(given)).toMatchObject({
      ...{ missing: 'other-series', ruleSet: 0, actual: null, measure: null },
      inputs: { kind: 'target', given: { share: given.share } },
    })
    const { actual } = judge(input([['1305', '亿元']], PROVINCE))
    expect(actual).toBe('2.170189413467')
  })

  test('is not said of a percentage the region reports where nobody said how it comes about', () => {
    const { share: _none, ...plain } = input([], [])
    expect(judge({ ...plain, figures: [{ period: '2025Q3', value: '2.2816' }] })).toMatchObject({ status: 'on-track' })
  })
})

const LADDER = ['regressing', 'seriously-behind', 'behind', 'on-track', 'ahead', 'achieved']
const rung = (given: TargetInput): number => LADDER.indexOf(judge(given).status)
const cents = (most: number, least = 0) => fc.integer({ min: least, max: most }).map((n) => (n / 100).toFixed(2))
const WHOLE: Said[] = [['100', '亿元']]
const wide = { baseline: { value: '20', year: 2020 }, target: { value: '60', high: null, year: 2025 } }

describe('whatever the figures', () => {
  test('it is what the percentage would be if it were reported', () => {
    fc.assert(
      fc.property(cents(10_000), (said) => {
        const { share: _none, ...plain } = input([], [], wide)
        const reported = judge({ ...plain, figures: [{ period: '2025Q3', value: said }] })
        const { status, measure, expected, actual } = judge(input([[said, '亿元']], WHOLE, wide))
        expect({ status, measure, expected, actual }).toEqual({
          ...{ status: reported.status, measure: reported.measure },
          ...{ expected: reported.expected, actual: reported.actual },
        })
      }),
    )
  })

  test('more of its own is never worse, more of the province’s never better', () => {
    fc.assert(
      fc.property(cents(10_000), cents(10_000), cents(30_000, 10_000), cents(30_000, 10_000), (a, b, c, d) => {
        const [less, more] = Number(a) < Number(b) ? [a, b] : [b, a]
        const [small, big] = Number(c) < Number(d) ? [c, d] : [d, c]
        const at = (own: string, all: string) => rung(input([[own, '亿元']], [[all, '亿元']], wide))
        expect(at(less, small)).toBeGreaterThanOrEqual(0)
        expect(at(more, small)).toBeGreaterThanOrEqual(at(less, small))
        expect(at(less, big)).toBeLessThanOrEqual(at(less, small))
      }),
    )
  })

  test('the unit of neither side matters', () => {
    const scale = { 亿元: '', 万元: '0000', 元: '00000000' }
    const unit = fc.constantFrom('亿元' as const, '万元' as const, '元' as const)
    fc.assert(
      fc.property(fc.nat(2_000), fc.integer({ min: 1, max: 90_000 }), unit, unit, (own, all, one, other) => {
        const { inputs: _one, sentence: _plain, ...plain } = judge(input([[`${own}`, '亿元']], [[`${all}`, '亿元']]))
        const scaled = input([[own === 0 ? '0' : `${own}${scale[one]}`, one]], [[`${all}${scale[other]}`, other]])
        const { inputs: _other, sentence: _scaled, ...said } = judge(scaled)
        expect(said).toEqual(plain)
      }),
    )
  })

  test('it never throws and never says NaN or Infinity, and nothing is judged on a side that is missing', () => {
    const value = fc.option(fc.constantFrom('0', '-1', '0.000001', '2.3', '100', '60133', '999999999'))
    const side = fc.array(fc.tuple(value, fc.constantFrom('亿元', '万元', '%', null)), { maxLength: 2 })
    const aim = fc.constantFrom({}, wide, falling, { baseline: null }, { target: null }, standing)
    fc.assert(
      fc.property(side, side, aim, fc.boolean(), (part, whole, over, due) => {
        const said = judge(input(part, whole, { ...over, due }))
        expect(JSON.stringify(said)).not.toMatch(/NaN|Infinity/)
        if (part.length > 0 && whole.length > 0) return
        expect(['undeterminable', 'not-due']).toContain(said.status)
      }),
    )
  })
})
