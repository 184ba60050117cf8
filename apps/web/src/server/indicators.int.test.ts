import { buildIndicatorListed, buildTargetListed } from '@lianxi/testkit/events-facts'
import { Asked } from '@lianxi/schema/views/baseline'
import { IndicatorsView } from '@lianxi/schema/views/indicator'
import { DoneResult } from '@lianxi/schema/views/result'
import { SubjectView } from '@lianxi/schema/views/subject'
import { ListSubjects } from '@lianxi/schema/views/year-list'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { call, createServerWorld, person, type ServerWorld } from './testing/server-world'

const zone = 'Z-PX'
const secretariat = person('qin', 'secretariat', null)
const reporter = person('li', 'reporter', '510403')
const other = person('wang', 'reporter', '510402')
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

type Who = ReturnType<typeof person>
const ask = (who: Who, path: string, input: unknown): Promise<unknown> =>
  call({ deps: server.deps, person: who }, path, input, 'query')
const tell = async (who: Who, path: string, input: object): Promise<DoneResult> => {
  const answer: unknown = await call(
    { deps: server.deps, person: who },
    path,
    { ...input, idempotencyKey: v4() },
    'mutation',
  )
  await server.world.settle()
  return DoneResult.parse(answer)
}
const view = async (at: string | null = null) =>
  IndicatorsView.parse(await ask(secretariat, 'indicator.all', { zone, at }))
const seen = async (code: string) => (await view(code)).open?.seen ?? null
const keep = async (code: string | null, deed: object) =>
  tell(secretariat, 'indicator.keep', { zone, seen: code === null ? null : await seen(code), deed })
const code = (result: DoneResult) => (result.ok ? result.id : result.refusal.code)

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

describe('what a plan leaves open is asked once', () => {
  const about = { zone, region: '510403', subject: 'XQ-145-T001', asked: 'baseline' }
  const open = async (region: string) => {
    const { statements } = Asked.parse(await ask(reporter, 'baseline.asked', { zone, region }))
    return statements.filter(({ state }) => state === 'asked' || state === 'refused').map(({ subject }) => subject)
  }
  const statementOf = async () => {
    const { statements } = Asked.parse(await ask(secretariat, 'baseline.asked', { zone, subject: 'XQ-145-T001' }))
    return statements[0]
  }
  const stated = { value: '150', year: 2020, source: '2020年统计公报', note: '' }

  it('of a whole zone page by page, what was stated before what is still asked, with the counts of all', async () => {
    const paged = async (page: number) => Asked.parse(await ask(secretariat, 'baseline.asked', { zone, page }))
    const all = Asked.parse(await ask(secretariat, 'baseline.asked', { zone }))
    const first = await paged(1)
    expect(first.statements.map(({ subject }) => subject)).toEqual(all.statements.map(({ subject }) => subject))
    expect([first.counts, (await paged(2)).statements]).toEqual([{ stated: 0, open: 2, accepted: 0 }, []])
    const own = Asked.parse(await ask(reporter, 'baseline.asked', { zone, region: '510403' }))
    expect([own.statements.length, own.counts.open]).toEqual([1, 1])
  })

  it('of the body that reports the target; nobody else answers for it', async () => {
    expect([await open('510403'), await open('510402')]).toEqual([['XQ-145-T001'], ['DQ-145-T002']])
    await expect(tell(other, 'baseline.state', { ...about, ...stated })).rejects.toThrow()
    const unasked = { ...about, ...stated, subject: 'PX-145-T009' }
    expect(code(await tell(reporter, 'baseline.state', unasked))).toBe('baseline-not-asked')
    expect(code(await tell(reporter, 'baseline.state', { ...about, ...stated, year: 2025 }))).toBe('baseline-year')
  })

  it('is off its list once stated, and comes back with the reason when it was not accepted', async () => {
    expect(code(await tell(reporter, 'baseline.state', { ...about, ...stated, value: '149' }))).toBe('XQ-145-T001')
    expect([await open('510403'), (await statementOf())?.state]).toEqual([[], 'stated'])
    const { statements, counts } = Asked.parse(await ask(secretariat, 'baseline.asked', { zone, page: 1 }))
    expect([statements[0]?.subject, counts.stated]).toEqual(['XQ-145-T001', 1])
    expect(code(await tell(reporter, 'baseline.state', { ...about, ...stated }))).toBe('baseline-stated')
    const statement = (await statementOf())?.said?.statement ?? ''
    const judged = { ...about, statement, accept: false, reason: '' }
    expect(code(await tell(secretariat, 'baseline.judge', judged))).toBe('reason-required')
    expect(code(await tell(secretariat, 'baseline.judge', { ...judged, reason: '请用年鉴核定数' }))).toBe('XQ-145-T001')
    expect(await open('510403')).toEqual(['XQ-145-T001'])
    expect((await statementOf())?.judged?.reason).toBe('请用年鉴核定数')
  })

  it('is accepted as it was said, shown with who said it, never asked again, and the list’s suggestion uses it', async () => {
    await tell(reporter, 'baseline.state', { ...about, ...stated })
    const statement = (await statementOf())?.said?.statement ?? ''
    const judged = { ...about, statement, accept: true, reason: '' }
    expect(code(await tell(secretariat, 'baseline.judge', judged))).toBe('XQ-145-T001')
    expect(await statementOf()).toMatchObject({
      ...{ state: 'accepted', said: { ...stated, statedBy: 'li' } },
      judged: { decidedBy: 'qin', reason: null },
    })
    expect(await open('510403')).toEqual([])
    expect(code(await tell(reporter, 'baseline.state', { ...about, ...stated }))).toBe('baseline-accepted')
    const year = { zone, region: '510403', year: 2023, name: '西区2023年清单', copyOf: null }
    const coordinator = person('zhao', 'coordinator', '510403')
    const list = code(await tell(coordinator, 'yearList.create', year))
    const { subjects } = ListSubjects.parse(
      await ask(coordinator, 'yearList.subjects', { zone, list, q: 'XQ-145-T001' }),
    )
    expect(subjects[0]).toMatchObject({
      suggestion: {
        target: {
          baseline: { year: 2020, value: '150', origin: 'stated' },
          yearValue: { year: 2023, value: '191', origin: 'derived' },
        },
      },
      arithmetic: '150（2020年）+ (218.4 − 150) × 3/5 ≈ 191，在2020年与2025年之间按直线推算',
    })
  })
})
