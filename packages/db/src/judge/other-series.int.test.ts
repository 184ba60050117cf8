import { seriesCode } from '@lianxi/domain/plan-import/derived-code'
import { buildDutyAssigned, buildItemListed } from '@lianxi/testkit/events-commitments'
import { buildIndicatorListed, buildTargetListed } from '@lianxi/testkit/events-facts'
import { buildReportReturned, buildTargetReport } from '@lianxi/testkit/events-reports'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createPool } from '../pool'
import { boardAt } from '../readers/base/board'
import { findLatestStamp } from '../readers/moment/stream-state'
import { findSubjectView } from '../readers/board/subject'
import { rebuildBoard } from '../rebuild/rebuild'
import { createBoardWorld, type World } from '../testing/board-world'
import { runJudgeStep } from './run-judge'

/** 居民收入增速高于经济增速: the region's own growth of its product is the other series. */
const INCOME = 'XQ-145-T010'
const GROWTH = 'XQ-145-T011'
const [NAME, SCOPE] = ['地区生产总值增速', '经济增速']
const ELSEWHERE = 'PX-145-T012'
const office = (region: string) => ({ source: `${region}-FGJ`, time: '2025-10-10T00:00:00.000Z' })

let world: World
let worker: ReturnType<typeof createPool>
beforeAll(async () => {
  world = await createBoardWorld()
  worker = createPool(world.url('worker_app'), { max: 2 })
  const growth = { basis: 'growth' as const, unit: '%', comparator: 'qualitative' as const, value: null }
  const relativeTo = { series: NAME, scope: SCOPE, operator: 'gt' as const }
  world.say(buildIndicatorListed({ code: 'I-GDP-GR', name: '地区生产总值年均增速', unit: '%', basis: 'growth' }))
  world.say(buildIndicatorListed({ code: 'I-GDP-GR2', name: '经济增长率', unit: '%', basis: 'growth' }))
  world.say(buildTargetListed({ code: INCOME, name: '居民收入增速', ...growth, indicator: null, relativeTo }))
  const aim = { ...growth, comparator: 'ge' as const, value: '5', indicator: 'I-GDP-GR' }
  world.say(buildTargetListed({ code: GROWTH, name: '经济增速', ...aim }))
  world.say(buildTargetListed({ code: ELSEWHERE, name: '经济增速', region: '510400', ...aim }))
  for (const [subject, region] of [
    [INCOME, '510403'],
    [GROWTH, '510403'],
    [ELSEWHERE, '510400'],
  ] as const) {
    const item = `L-${subject}`
    const target = { baseline: null, yearValue: null, path: [] }
    world.say(buildItemListed({ code: item, subject, region, leadBody: `${region}-FGJ`, target }))
    world.say(buildDutyAssigned({ subject, region, body: `${region}-FGJ`, items: [item] }))
  }
  world.say(buildTargetReport({ subject: INCOME, content: { value: '6.1' } }), office('510403'))
  await judged()
  return () => worker.end()
})

/** Carries all to the board and judges it; how many statuses changed. */
async function judged(): Promise<number> {
  await world.settle()
  for (let changed = 0; ;) {
    const step = await runJudgeStep(worker)
    if (step.kind === 'idle') return changed
    if (step.kind === 'judged') changed += step.changed
  }
}
const Row = z.object({
  ...{ status: z.string(), sentence: z.string() },
  detail: z.object({ inputs: z.object({ given: z.looseObject({ relative: z.unknown() }) }) }),
})
async function incomeStatus() {
  const { rows } = await worker.query<Record<string, unknown>>(
    `SELECT status, sentence, detail FROM status WHERE subject = $1 AND period = '2025Q3'`,
    [INCOME],
  )
  const { status, sentence, detail } = Row.parse(rows[0])
  return { status, sentence, relative: detail.inputs.given.relative }
}
const state = (indicator: string | null) =>
  world.say({
    type: 'lianxi.series.source-stated.v1',
    data: {
      ...{ series: seriesCode(NAME, SCOPE), name: NAME, scope: SCOPE, indicator, reason: '各地已报' },
      ...{ decidedOn: '2025-10-12', decidedBy: '赵明远' },
    },
  })
let reports = 0
let last = ''
/** The region's growth, corrected where it was reported before. */
function grow(value: string) {
  reports += 1
  const again = reports === 1 ? {} : { revision: reports, replaces: last, correctionReason: '核定' }
  last = world.say(buildTargetReport({ subject: GROWTH, ...again, content: { value } }), office('510403')).id
  return last
}
const NO_REPORT = { indicator: 'I-GDP-GR', name: '地区生产总值年均增速', subject: null, event: null }

describe('a target compared with what its region reports itself', () => {
  it('waits for it by name, and never takes another region’s', async () => {
    expect(await incomeStatus()).toMatchObject({ status: 'undeterminable', relative: { figures: [] } })
    state('I-GDP-GR')
    const report = { subject: ELSEWHERE, region: '510400', body: '510400-FGJ', content: { value: '9' } }
    world.say(buildTargetReport(report), office('510400'))
    await judged()
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
    await judged()
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
    grow('6.4')
    await judged()
    expect((await incomeStatus()).status).toBe('breached')
    world.say(buildReportReturned({ subject: GROWTH, report: last }), { source: 'Z-PX-LXB' })
    await judged()
    expect(await incomeStatus()).toMatchObject({ status: 'undeterminable', relative: { reported: NO_REPORT } })
    grow('6')
    await judged()
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
    world.say(buildTargetReport(later), office('510403'))
    await judged()
    const before = await incomeStatus()
    expect(before.relative).toMatchObject({ figures: [{ period: '2025Q3', value: '6' }] })
  })

  it('follows an indicator that counts as another one, and what is entered once the source is taken back', async () => {
    const said = { reason: '同一指标', decidedOn: '2025-10-12', decidedBy: '赵明远' }
    state('I-GDP-GR2')
    await judged()
    expect((await incomeStatus()).status).toBe('undeterminable')
    world.say({ type: 'lianxi.indicator.merged.v1', data: { code: 'I-GDP-GR', into: 'I-GDP-GR2', ...said } })
    await judged()
    expect(await incomeStatus()).toMatchObject({ status: 'met', relative: { reported: { subject: GROWTH } } })
    grow('7')
    await judged()
    expect((await incomeStatus()).status).toBe('breached')
    const entered = { enteredBy: '赵明远', enteredOn: '2025-10-12', source: '公报', unit: '%', value: '4' }
    const series = { series: seriesCode(NAME, SCOPE), name: NAME, scope: SCOPE, period: '2025Q3' }
    world.say({ type: 'lianxi.series.value-entered.v1', data: { ...series, ...entered } })
    await judged()
    expect((await incomeStatus()).status).toBe('breached')
    state(null)
    await judged()
    expect(await incomeStatus()).toMatchObject({ status: 'met', relative: { figures: [{ value: '4' }] } })
    state('I-GDP-GR2')
    await judged()
  })

  it('is the same on a rebuilt board', async () => {
    const before = await incomeStatus()
    const swap = { url: world.url('migrator'), swap: true, signal: new AbortController().signal }
    expect(await rebuildBoard({ ...swap, onProgress: () => undefined })).toMatchObject({
      kind: 'compared',
      swapped: true,
    })
    expect(await judged()).toBe(0)
    expect(await incomeStatus()).toEqual(before)
  })
})
