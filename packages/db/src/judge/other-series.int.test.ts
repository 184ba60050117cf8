import { seriesCode } from '@lianxi/domain/plan-import/derived-code'
import { buildIndicatorListed, buildTargetListed } from '@lianxi/testkit/events-facts'
import { buildReportReturned, buildTargetReport } from '@lianxi/testkit/events-reports'
import { beforeAll, describe, expect, it } from 'vitest'
import { boardAt } from '../readers/base/board'
import { findLatestStamp } from '../readers/moment/stream-state'
import { findSubjectView } from '../readers/board/subject'
import { rebuildBoard } from '../rebuild/rebuild'
import { createJudgedWorld, figuresOf, type JudgedWorld, officeOf } from '../testing/judged-world'

/** 居民收入增速高于经济增速: the region's own growth of its product is the other series. */
const INCOME = 'XQ-145-T010'
const GROWTH = 'XQ-145-T011'
const [NAME, SCOPE] = ['地区生产总值增速', '经济增速']
const ELSEWHERE = 'PX-145-T012'

let world: JudgedWorld
/** The region's growth, corrected where it was reported before. */
let grow: (value: string) => string
beforeAll(async () => {
  world = await createJudgedWorld()
  grow = figuresOf(world, GROWTH)
  const growth = { basis: 'growth' as const, unit: '%', comparator: 'qualitative' as const, value: null }
  const relativeTo = { series: NAME, scope: SCOPE, operator: 'gt' as const }
  world.say(buildIndicatorListed({ code: 'I-GDP-GR', name: '地区生产总值年均增速', unit: '%', basis: 'growth' }))
  world.say(buildIndicatorListed({ code: 'I-GDP-GR2', name: '经济增长率', unit: '%', basis: 'growth' }))
  world.say(buildTargetListed({ code: INCOME, name: '居民收入增速', ...growth, indicator: null, relativeTo }))
  const aim = { ...growth, comparator: 'ge' as const, value: '5', indicator: 'I-GDP-GR' }
  world.say(buildTargetListed({ code: GROWTH, name: '经济增速', ...aim }))
  world.say(buildTargetListed({ code: ELSEWHERE, name: '经济增速', region: '510400', ...aim }))
  for (const subject of [INCOME, GROWTH]) world.owe(subject, '510403')
  world.owe(ELSEWHERE, '510400')
  world.say(buildTargetReport({ subject: INCOME, content: { value: '6.1' } }), officeOf('510403'))
  await world.judged()
})

async function incomeStatus() {
  const { status, sentence, given } = await world.statusOf(INCOME)
  return { status, sentence, relative: given.relative }
}
const state = (indicator: string | null) =>
  world.say({
    type: 'lianxi.series.source-stated.v1',
    data: {
      ...{ series: seriesCode(NAME, SCOPE), name: NAME, scope: SCOPE, indicator, reason: '各地已报' },
      ...{ decidedOn: '2025-10-12', decidedBy: '赵明远' },
    },
  })
const NO_REPORT = { indicator: 'I-GDP-GR', name: '地区生产总值年均增速', subject: null, event: null }

describe('a target compared with what its region reports itself', () => {
  it('waits for it by name, and never takes another region’s', async () => {
    expect(await incomeStatus()).toMatchObject({ status: 'undeterminable', relative: { figures: [] } })
    state('I-GDP-GR')
    const report = { subject: ELSEWHERE, region: '510400', body: '510400-FGJ', content: { value: '9' } }
    world.say(buildTargetReport(report), officeOf('510400'))
    await world.judged()
    expect(await incomeStatus()).toEqual({
      status: 'undeterminable',
      sentence:
        '本地区没有2025年三季度所报的“地区生产总值年均增速”，不能与“地区生产总值增速（经济增速）”比较，无法判定。',
      relative: { name: '地区生产总值增速（经济增速）', operator: 'gt', figures: [], reported: NO_REPORT },
    })
  })

  let met = ''
  it('is judged when it comes, with the figure and the report it is from', async () => {
    const event = grow('5.5')
    await world.judged()
    met = (await findLatestStamp(world.prisma)) ?? ''
    const said = await incomeStatus()
    expect(said).toMatchObject({
      status: 'met',
      relative: {
        figures: [{ period: '2025Q3', value: '5.5' }],
        reported: { ...NO_REPORT, subject: GROWTH, event },
      },
    })
    expect(said.sentence).toBe(
      '实际 6.1%，地区生产总值增速（经济增速） 5.5%，符合“高于”的要求（参照数取自本地区所报的“地区生产总值年均增速”）。',
    )
  })

  it('is judged again when it is corrected or returned, though nobody touched it; what was shown stays', async () => {
    const last = grow('6.4')
    await world.judged()
    expect((await incomeStatus()).status).toBe('breached')
    world.say(buildReportReturned({ subject: GROWTH, report: last }), { source: 'Z-PX-LXB' })
    await world.judged()
    expect(await incomeStatus()).toMatchObject({ status: 'undeterminable', relative: { reported: NO_REPORT } })
    grow('6')
    await world.judged()
    expect((await incomeStatus()).status).toBe('met')
    const judge = () => ({ mayReturn: false, mayConfirm: false })
    const at = (stamp: string) => findSubjectView(world.prisma, 'Z-PX', INCOME, { sight: null, judge }, boardAt(stamp))
    const shown = (await at(met))?.standing.find(({ period }) => period === '2025Q3')
    expect(shown?.sentence).toContain('5.5%，符合')
    expect(shown?.inputs).toContainEqual({
      name: '参照数',
      value: `地区生产总值增速（经济增速）：2025年三季度 5.5；取自本地区所报的“地区生产总值年均增速”（${GROWTH}）`,
    })
  })

  it('is not moved by what is reported of a later period', async () => {
    const later = { subject: GROWTH, period: '2025Q4' as const, content: { value: '1' } }
    world.say(buildTargetReport(later), officeOf('510403'))
    await world.judged()
    const before = await incomeStatus()
    expect(before.relative).toMatchObject({ figures: [{ period: '2025Q3', value: '6' }] })
  })

  it('follows an indicator that counts as another one, and what is entered once the source is taken back', async () => {
    const said = { reason: '同一指标', decidedOn: '2025-10-12', decidedBy: '赵明远' }
    state('I-GDP-GR2')
    await world.judged()
    expect((await incomeStatus()).status).toBe('undeterminable')
    world.say({ type: 'lianxi.indicator.merged.v1', data: { code: 'I-GDP-GR', into: 'I-GDP-GR2', ...said } })
    await world.judged()
    expect(await incomeStatus()).toMatchObject({ status: 'met', relative: { reported: { subject: GROWTH } } })
    grow('7')
    await world.judged()
    expect((await incomeStatus()).status).toBe('breached')
    const entered = { enteredBy: '赵明远', enteredOn: '2025-10-12', source: '公报', unit: '%', value: '4' }
    const series = { series: seriesCode(NAME, SCOPE), name: NAME, scope: SCOPE, period: '2025Q3' }
    world.say({ type: 'lianxi.series.value-entered.v1', data: { ...series, ...entered } })
    await world.judged()
    expect((await incomeStatus()).status).toBe('breached')
    state(null)
    await world.judged()
    expect(await incomeStatus()).toMatchObject({ status: 'met', relative: { figures: [{ value: '4' }] } })
    state('I-GDP-GR2')
    await world.judged()
  })

  it('is the same on a rebuilt board', async () => {
    const before = await incomeStatus()
    const swap = { url: world.url('migrator'), swap: true, signal: new AbortController().signal }
    expect(await rebuildBoard({ ...swap, onProgress: () => undefined })).toMatchObject({
      kind: 'compared',
      swapped: true,
    })
    expect(await world.judged()).toBe(0)
    expect(await incomeStatus()).toEqual(before)
  })
})
