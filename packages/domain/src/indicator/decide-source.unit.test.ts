import type { StateSeriesSource } from '@lianxi/schema/commands/indicator'
import { SeriesSourceStated } from '@lianxi/schema/events/indicators'
import type { IndicatorListed } from '@lianxi/schema/events/facts'
import { expect, it } from 'vitest'
import { decideSeriesSource, type SourceContext } from './decide-source'

const listed = (code: string, unit: string): [string, IndicatorListed] => [
  code,
  { code, name: code, unit, basis: 'growth', aggregate: 'none', domain: '综合经济' },
]
const target = { name: '居民收入增速', unit: '%', indicator: 'I-INCOME' }
const context = (change: Partial<SourceContext> = {}): SourceContext => ({
  indicators: new Map([
    listed('I-GDP-GR', '%'),
    listed('I-GDP', '亿元'),
    listed('I-INCOME', '%'),
    listed('I-OLD', '%'),
  ]),
  merged: new Map([['I-OLD', 'I-GDP-GR']]),
  ...{ by: '赵明远', today: '2025-10-13', compared: [target], stated: undefined, underWay: false, ...change },
})
const command = (change: Partial<StateSeriesSource> = {}): StateSeriesSource => ({
  ...{ zone: 'Z-PX', idempotencyKey: 'b8f2a4de-5f53-4f0f-9d7e-1c2a3b4c5d6e', seen: null },
  ...{ name: ' 地区生产总值增速', scope: '经济增速', indicator: 'I-GDP-GR', reason: '各地已报', ...change },
})
const decided = (asked: Partial<StateSeriesSource>, given: Partial<SourceContext> = {}) =>
  decideSeriesSource(command(asked), context(given))
const codeOf = (...given: Parameters<typeof decided>) => {
  const decision = decided(...given)
  return decision.ok ? 'ok' : decision.refusal.code
}
const EVENT = '0199d041-9800-7063-8a3e-5f0c9d210063'

it('says whose reports a series is, as an event that may be published', () => {
  const decision = decided({})
  if (!decision.ok) throw new Error(decision.refusal.message)
  const stated = SeriesSourceStated.parse(decision.publish.data)
  expect(stated).toMatchObject({ name: '地区生产总值增速', indicator: 'I-GDP-GR', decidedBy: '赵明远' })
  const before = { doc: stated, event: EVENT }
  expect(codeOf({ indicator: null, seen: EVENT }, { stated: before })).toBe('ok')
  expect(codeOf({ seen: EVENT }, { stated: before })).toBe('series-unchanged')
  expect(codeOf({ indicator: null }, { stated: before })).toBe('series-changed')
})

it.each<[string, string, Partial<StateSeriesSource>, Partial<SourceContext>]>([
  ['series-changed', 'one that is on its way', {}, { underWay: true }],
  ['series-changed', 'one the person saw that nobody said', { seen: EVENT }, {}],
  ['series-unknown', 'a series no target names', {}, { compared: [] }],
  ['series-unchanged', 'taking back what nobody said', { indicator: null }, {}],
  ['indicator-unknown', 'an indicator there is not', { indicator: 'I-NONE' }, {}],
  ['indicator-merged', 'an indicator that counts as another', { indicator: 'I-OLD' }, {}],
  ['series-unlike', 'an indicator counted in another unit', { indicator: 'I-GDP' }, {}],
  ['series-self', 'the very indicator that is compared', { indicator: 'I-INCOME' }, {}],
])('%s: %s', (code, _what, asked, given) => expect(codeOf(asked, given)).toBe(code))
