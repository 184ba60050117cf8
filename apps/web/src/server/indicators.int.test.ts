import { buildIndicatorListed, buildTargetListed } from '@lianxi/testkit/events-facts'
import { IndicatorsView } from '@lianxi/schema/views/indicator'
import { SubjectView } from '@lianxi/schema/views/subject'
import { beforeAll, describe, expect, it } from 'vitest'
import { createServerWorld, person, type ServerWorld } from './testing/server-world'
import { code, talkTo } from './testing/talk'

const zone = 'Z-PX'
const secretariat = person('qin', 'secretariat', null)
const reporter = person('li', 'reporter', '510403')
const content = {
  ...{ name: '常住人口城镇化率', unit: '%', basis: 'stock', aggregate: 'weighted-mean', domain: '城镇化' },
  ...{
    frequency: 'year',
    releaseAfterDays: 120,
    releasedBy: '市统计局，年度公报',
    priceBasis: null,
    direction: 'up',
    weight: null,
    share: null,
  },
} as const

let server: ServerWorld
beforeAll(async () => {
  server = await createServerWorld()
  const said = { source: 'Z-PX-LXB', time: '2025-01-10T00:00:00.000Z' }
  const second = { code: 'I-GDP-2', name: '生产总值' }
  server.world.say(buildIndicatorListed(second), said)
  server.world.say(buildIndicatorListed({ code: 'I-GDP-T', name: '地区生产总值', unit: '万亿元' }), said)
  const aim = { code: 'PX-145-T009', name: '生产总值', region: '510400', indicator: 'I-GDP-2', value: '1300' }
  const compared = { series: '地区生产总值增速', scope: '全省平均', operator: 'gt' as const }
  server.world.say(buildTargetListed({ ...aim, relativeTo: compared }), said)
  await server.world.settle()
})

const { ask, tell } = talkTo(() => server)
const view = async (at: string | null = null) =>
  IndicatorsView.parse(await ask(secretariat, 'indicator.all', { zone, at }))
const seen = async (code: string) => (await view(code)).open?.seen ?? null
const keep = async (code: string | null, deed: object) =>
  tell(secretariat, 'indicator.keep', { zone, seen: code === null ? null : await seen(code), deed })
describe('indicators by page', () => {
  let urban = ''

  it('are created with unit, basis, aggregation and when they are released; others read them', async () => {
    const created = await keep(null, { type: 'put', code: null, content })
    urban = created.ok ? created.id : ''
    expect((await view(urban)).open?.line).toMatchObject({ ...content, code: urban, targets: 0, into: null })
    const read = IndicatorsView.parse(await ask(reporter, 'indicator.all', { zone, at: urban }))
    expect([read.mayKeep, read.open?.line.name]).toEqual([false, '常住人口城镇化率'])
    expect(code(await keep(null, { type: 'put', code: null, content }))).toBe('indicator-exists')
  })

  it('are changed on what was seen; unit and basis stay once targets use them', async () => {
    const before = await seen(urban)
    const release = { ...content, releaseAfterDays: 90 }
    expect(code(await keep(urban, { type: 'put', code: urban, content: release }))).toBe(urban)
    expect((await view(urban)).open?.line.releaseAfterDays).toBe(90)
    const stale = { zone, seen: before, deed: { type: 'put', code: urban, content } }
    expect(code(await tell(secretariat, 'indicator.keep', stale))).toBe('indicator-changed')
    const gdp = { ...content, name: '地区生产总值', unit: '万元', basis: 'flow' }
    expect(code(await keep('I-GDP', { type: 'put', code: 'I-GDP', content: gdp }))).toBe('indicator-in-use')
  })

  it('that mean the same are one: both names kept, targets of both counted, and it can be taken back', async () => {
    const reason = '两个规划用了两个名称'
    expect(code(await keep('I-GDP-2', { type: 'merge', code: 'I-GDP-2', into: 'I-GDP-T', reason }))).toBe(
      'indicator-unlike',
    )
    expect(code(await keep('I-GDP-2', { type: 'merge', code: 'I-GDP-2', into: 'I-GDP', reason }))).toBe('I-GDP-2')
    const { open } = await view('I-GDP')
    expect(open?.line).toMatchObject({ targets: 3, merged: [{ code: 'I-GDP-2', name: '生产总值' }] })
    expect(open?.targets.map((target) => target.code)).toEqual(['PX-145-T009', 'DQ-145-T002', 'XQ-145-T001'])
    const subject = SubjectView.parse(await ask(reporter, 'board.subject', { zone, subject: 'PX-145-T009' }))
    expect(subject.target?.indicator).toEqual({ code: 'I-GDP-2', name: '生产总值（即“地区生产总值”）' })
    expect(code(await keep('I-GDP', { type: 'merge', code: 'I-GDP', into: 'I-GDP-2', reason }))).toBe('indicator-one')
    expect(code(await keep('I-GDP-2', { type: 'separate', code: 'I-GDP-2', reason: '口径不同' }))).toBe('I-GDP-2')
    expect((await view('I-GDP')).open?.line).toMatchObject({ targets: 2, merged: [] })
  })

  it('the series a target is compared with waits for its figures, entered with their source', async () => {
    expect((await view()).series).toMatchObject([{ name: '地区生产总值增速', scope: '全省平均', values: [] }])
    const value = { period: '2025Q3', value: '5.5', unit: '%', source: '四川省统计局' }
    const entered = { zone, name: '地区生产总值增速', scope: '全省平均', ...value }
    await tell(secretariat, 'indicator.enterSeries', { ...entered, value: '5.4' })
    await tell(secretariat, 'indicator.enterSeries', entered)
    const [line] = (await view()).series
    expect(line?.targets.map((target) => target.code)).toEqual(['PX-145-T009'])
    expect(line?.values).toMatchObject([{ period: '2025Q3', value: '5.5', source: '四川省统计局', enteredBy: 'qin' }])
  })
})

describe('the source of a series', () => {
  const [name, scope] = ['地区生产总值增速', '全省平均']
  const line = async () => {
    const found = (await view()).series.find((one) => one.name === name)
    if (found === undefined) throw new Error('no series')
    return found
  }
  const state = async (indicator: string | null, change: object = {}) => {
    const said = { zone, name, scope, indicator, reason: '各地已报', seen: (await line()).seen, ...change }
    return code(await tell(secretariat, 'indicator.stateSource', said))
  }

  it('is stated by the secretariat, shown with who said it, and taken back; each on what was seen', async () => {
    const { fits, source } = await line()
    expect([source, fits.some((one) => one.code === 'I-GDP-T')]).toEqual([null, false])
    expect(fits).toContainEqual({ code: 'I-GDP', name: '地区生产总值' })
    expect(await state('I-GDP-T')).toBe('series-unlike')
    expect(await state('I-GDP', { reason: ' 各地已按季报送' })).toMatch(/^S-/)
    expect(await line()).toMatchObject({
      source: { indicator: { code: 'I-GDP', name: '地区生产总值' }, reason: '各地已按季报送', decidedBy: 'qin' },
    })
    expect(await state(null, { seen: null })).toBe('series-changed')
    expect(await state('I-GDP')).toBe('series-unchanged')
    expect(await state(null)).toMatch(/^S-/)
    expect(await line()).toMatchObject({ source: null, values: [{ value: '5.5' }] })
  })
})

describe('how a share comes about', () => {
  const share = { part: 'I-GDP', series: '地区生产总值', scope: '全省' }
  const ratio = {
    ...content,
    name: '地区生产总值占全省比重',
    unit: '%',
    basis: 'ratio',
    aggregate: 'none',
    share,
  } as const
  const put = (change: object, of: string | null = null) =>
    keep(of, { type: 'put', code: of, content: { ...ratio, ...change } })
  const enter = (value: object) =>
    tell(secretariat, 'indicator.enterSeries', {
      ...{ zone, name: '地区生产总值', scope: '全省', period: '2025Q3', value: '60133', unit: '亿元' },
      ...{ source: '四川省统计局', ...value },
    })

  it('is said with the indicator: of what is counted, never of growth, of itself or of what there is not', async () => {
    expect(code(await put({ share: { ...share, part: 'I-NONE' } }))).toBe('share-part')
    const growth = await keep(null, { type: 'put', code: null, content: { ...content, name: '增速', basis: 'growth' } })
    expect(code(await put({ share: { ...share, part: code(growth) } }))).toBe('share-part')
    const created = code(await put({ share: null }))
    expect(code(await put({ share: { ...share, part: created } }, created))).toBe('share-part')
    expect(code(await put({ share: { ...share, scope: ' 全省 ' } }, created))).toBe(created)
    expect((await view(created)).open?.line.share).toEqual(share)
    expect(code(await put({}, created))).toBe('indicator-unchanged')
  })

  it('makes the secretariat’s series: entered in any unit that converts, and no other', async () => {
    const indicator = (await view()).indicators.find(({ name }) => name === ratio.name)?.code ?? ''
    const aim = { code: 'PX-145-T019', name: ratio.name, region: '510400', unit: '%', basis: 'ratio' as const }
    const said = { source: 'Z-PX-LXB', time: '2025-01-10T00:00:00.000Z' }
    server.world.say(buildTargetListed({ ...aim, indicator, value: '2.3' }), said)
    await server.world.settle()
    const line = async () => (await view()).series.find(({ scope }) => scope === '全省')
    expect(await line()).toMatchObject({ unit: '亿元', targets: [{ code: 'PX-145-T019' }], values: [] })
    expect([code(await enter({ unit: '' })), code(await enter({ unit: '万人' }))]).toEqual([
      'series-unit',
      'series-unit',
    ])
    expect(code(await enter({ unit: '万亿元', value: '6.0133' }))).toMatch(/^S-/)
    expect((await line())?.values).toMatchObject([{ value: '6.0133', unit: '万亿元' }])
  })

  it('is left out of what is no percentage', async () => {
    const plain = code(await keep(null, { type: 'put', code: null, content: { ...content, name: '时点数', share } }))
    expect((await view(plain)).open?.line.share).toBeNull()
  })
})
