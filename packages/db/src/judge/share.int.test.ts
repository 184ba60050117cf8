import { previewOf } from '@lianxi/domain/judge/preview'
import { seriesCode } from '@lianxi/domain/plan-import/derived-code'
import { emptyEntry } from '@lianxi/schema/commands/entry'
import { buildIndicatorListed, buildTargetListed } from '@lianxi/testkit/events-facts'
import { buildReportReturned, buildTargetReport } from '@lianxi/testkit/events-reports'
import { beforeAll, describe, expect, it } from 'vitest'
import { boardAt } from '../readers/base/board'
import { readJudgings } from '../readers/status/judging'
import { findLatestStamp } from '../readers/moment/stream-state'
import { findSubjectView } from '../readers/board/subject'
import { createJudgedWorld, figuresOf, type JudgedWorld, officeOf } from '../testing/judged-world'

/** 地区生产总值占全省比重: the region reports its product (in 万元), the secretariat enters the province's (in 亿元). */
const SHARE = 'XQ-145-T010'
const PRODUCT = 'XQ-145-T011'
const ELSEWHERE = 'PX-145-T012'
const [NAME, SCOPE] = ['地区生产总值', '全省']
const percentage = { code: 'I-SHARE', name: '地区生产总值占全省比重', unit: '%', basis: 'ratio' as const }

let world: JudgedWorld
/** The region's product in 万元, corrected where it was reported before. */
let produce: (value: string) => string
beforeAll(async () => {
  world = await createJudgedWorld()
  produce = figuresOf(world, PRODUCT)
  world.say(buildIndicatorListed({ code: 'I-P' }))
  world.say(buildIndicatorListed({ ...percentage, aggregate: 'none' }))
  const aim = { comparator: 'ge' as const, value: '2.3', unit: '%', basis: 'ratio' as const, indicator: 'I-SHARE' }
  world.say(buildTargetListed({ code: SHARE, ...aim, baseline: { value: '2.1', year: 2020, note: null } }))
  const money = { value: '200', basis: 'flow' as const, indicator: 'I-P' }
  world.say(buildTargetListed({ code: PRODUCT, unit: '万元', ...money }))
  world.say(buildTargetListed({ code: ELSEWHERE, region: '510400', unit: '亿元', ...money }))
  for (const subject of [SHARE, PRODUCT]) world.owe(subject, '510403')
  world.owe(ELSEWHERE, '510400')
  await world.judged()
})

async function shareStatus() {
  const { given, ...said } = await world.statusOf(SHARE)
  return { ...said, share: given.share }
}
const workOut = (said: boolean) =>
  world.say(
    buildIndicatorListed({
      ...{ ...percentage, aggregate: 'none' },
      ...(said && { share: { part: 'I-P', series: NAME, scope: SCOPE } }),
    }),
  )
const enter = (value: string, unit: string | null) =>
  world.say({
    type: 'lianxi.series.value-entered.v1',
    data: {
      ...{ series: seriesCode(NAME, SCOPE), name: NAME, scope: SCOPE, period: '2025Q3', value, unit },
      ...{ source: '四川省统计局', enteredBy: '赵明远', enteredOn: '2025-10-20' },
    },
  })
let last = ''

describe('a share that is worked out from what the region reports and what the secretariat enters', () => {
  it('is the percentage the region reports while nobody said how it comes about', async () => {
    world.say(buildTargetReport({ subject: SHARE, content: { value: '2.29' } }), officeOf('510403'))
    await world.judged()
    expect(await shareStatus()).toMatchObject({ status: 'on-track', share: undefined })
  })

  it('has no status while a side is missing, and says which; another region’s product is not its own', async () => {
    workOut(true)
    const elsewhere = { subject: ELSEWHERE, region: '510400', body: '510400-FGJ', content: { value: '1305' } }
    world.say(buildTargetReport(elsewhere), officeOf('510400'))
    await world.judged()
    expect(['undeterminable', 'not-due']).toContain((await shareStatus()).status)
    last = produce('13050000')
    await world.judged()
    expect(await shareStatus()).toMatchObject({
      ...{ status: 'undeterminable', sentence: '缺少2025年三季度的“地区生产总值（全省）”，不能计算占比，无法判定。' },
      share: { part: { subject: PRODUCT }, whole: { figures: [] } },
    })
  })

  let before = ''
  it('is judged once the province’s is entered, in whatever unit, with both figures and the report kept', async () => {
    enter('60133', '亿元')
    await world.judged()
    before = (await findLatestStamp(world.prisma)) ?? ''
    const said = await shareStatus()
    expect(said).toEqual({
      status: 'seriously-behind',
      sentence:
        '占比 = 地区生产总值 13,050,000 万元 ÷ 地区生产总值（全省） 60,133 亿元 = 2.1702%（本地区所报占比 2.29%，与此不符，未采用），目标 2.3%；按路径到2025年三季度应为 2.29%（应完成 95.0%），实际 2.1702%（35.1%），比值 0.37，低于 0.6。',
      ruleSet: 0,
      share: {
        basis: 'flow',
        part: {
          ...{ indicator: 'I-P', name: '地区生产总值', subject: PRODUCT, event: last },
          figures: [{ period: '2025Q3', value: '13050000', unit: '万元' }],
        },
        whole: { name: '地区生产总值（全省）', figures: [{ period: '2025Q3', value: '60133', unit: '亿元' }] },
      },
    })
  })

  it('is judged again when either side changes; a past moment shows what was said then, and both sides', async () => {
    enter('5.6', '万亿元')
    await world.judged()
    expect((await shareStatus()).status).toBe('achieved')
    last = produce('12600000')
    await world.judged()
    expect((await shareStatus()).sentence).toContain('12,600,000 万元 ÷ 地区生产总值（全省） 5.6 万亿元 = 2.25%')
    world.say(buildReportReturned({ subject: PRODUCT, report: last }), { source: 'Z-PX-LXB' })
    await world.judged()
    expect(await shareStatus()).toMatchObject({ share: { part: { subject: null, event: null, figures: [] } } })
    const judge = () => ({ mayReturn: false, mayConfirm: false })
    const view = await findSubjectView(world.prisma, 'Z-PX', SHARE, { sight: null, judge }, boardAt(before))
    const shown = view?.standing.find(({ period }) => period === '2025Q3')
    expect(shown?.sentence).toContain('= 2.1702%（本地区所报占比 2.29%，与此不符，未采用），目标 2.3%')
    const [course] = view?.courses ?? []
    expect(course?.measured).toBe('share')
    expect(course?.points.find(({ period }) => period === '2025Q3')).toMatchObject({ value: '2.170189413467' })
    expect(shown?.inputs).toEqual(
      expect.arrayContaining([
        {
          name: '分子',
          value: `地区生产总值：2025年三季度 13,050,000 万元；取自本地区所报的“地区生产总值”（${PRODUCT}）`,
        },
        { name: '分母', value: '地区生产总值（全省）：2025年三季度 60,133 亿元；录入' },
      ]),
    )
  })

  it('is what the office’s form says too, whatever percentage is typed there', async () => {
    last = produce('13050000')
    enter('60133', '亿元')
    await world.judged()
    const of = await readJudgings(world.prisma, { zone: 'Z-PX', region: '510403' }, [SHARE])
    const judging = of({ subject: SHARE, period: '2025Q3' })
    if (judging === null) throw new Error('nothing to judge by')
    const entry = { ...emptyEntry('target'), value: '2.4' }
    const { status } = await shareStatus()
    const shown = previewOf(judging, entry, false)
    expect(shown).toMatchObject({ status, inputs: { given: { share: { part: { event: last } } } } })
    expect(shown?.sentence).toContain('= 2.1702%（本地区所报占比 2.4%，与此不符，未采用），目标')
  })

  it('follows a merged indicator, and the percentage reported counts again once nobody says how it comes about', async () => {
    world.say(buildIndicatorListed({ ...percentage, code: 'I-SHARE-2', aggregate: 'none' }))
    const share = { part: 'I-P', series: NAME, scope: SCOPE }
    workOut(false)
    await world.judged()
    expect(await shareStatus()).toMatchObject({ status: 'on-track', share: undefined })
    world.say(buildIndicatorListed({ ...percentage, code: 'I-SHARE-2', aggregate: 'none', share }))
    const said = { reason: '同一指标', decidedOn: '2025-10-12', decidedBy: '赵明远' }
    world.say({ type: 'lianxi.indicator.merged.v1', data: { code: 'I-SHARE', into: 'I-SHARE-2', ...said } })
    await world.judged()
    expect(await shareStatus()).toMatchObject({ status: 'seriously-behind', share: { part: { event: last } } })
  })
})
