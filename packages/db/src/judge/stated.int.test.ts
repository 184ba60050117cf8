import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { beforeAll, expect, it } from 'vitest'
import { createJudgedWorld, type JudgedWorld, officeOf } from '../testing/judged-world'

/** What a plan leaves open, from its statement to the status that rests on it. */
let world: JudgedWorld
const SHARE = 'XQ-145-T003'
const FASTER = 'XQ-145-T004'
beforeAll(async () => {
  world = await createJudgedWorld()
  const share = { code: SHARE, name: '城镇化率', basis: 'stock' as const, unit: '%', value: '70', indicator: null }
  world.say(buildTargetListed(share))
  const compared = { series: '地区生产总值增速', scope: '全省平均', operator: 'gt' as const }
  const growth = { basis: 'growth' as const, unit: '%', comparator: 'qualitative' as const, value: null }
  world.say(buildTargetListed({ code: FASTER, name: '增速高于全省', ...growth, relativeTo: compared }))
  for (const subject of [SHARE, FASTER]) world.owe(subject, '510403')
  world.say(buildTargetReport({ subject: SHARE, content: { value: '69' } }), officeOf('510403'))
  world.say(buildTargetReport({ subject: FASTER, content: { value: '6.1' } }), officeOf('510403'))
})

/** What the status was judged by. */
async function givenOf(subject: string) {
  await world.judged()
  return (await world.statusOf(subject)).given
}

const stated = {
  ...{ subject: SHARE, region: '510403', asked: 'baseline' as const, value: '50', year: 2020, source: '年鉴' },
  ...{ body: '510403-FGJ', statedBy: '李静' },
}

it('a baseline counts once it is accepted, not when it is stated', async () => {
  expect((await givenOf(SHARE)).baseline).toBeNull()
  const office = { source: '510403-FGJ', time: '2025-10-11T00:00:00.000Z' }
  const said = { type: 'lianxi.target.baseline-stated.v1' as const, data: { zone: 'Z-PX', ...stated, note: '' } }
  const { id } = world.say(said, office)
  expect((await givenOf(SHARE)).baseline).toBeNull()
  const judged = { ...stated, statement: id, decidedBy: '赵明远', decidedOn: '2025-10-12' }
  world.say({ type: 'lianxi.baseline.refused.v1', data: { ...judged, reason: '请用核定数' } })
  expect((await givenOf(SHARE)).baseline).toBeNull()
  world.say({ type: 'lianxi.baseline.accepted.v1', data: judged })
  expect((await givenOf(SHARE)).baseline).toEqual({ value: '50', year: 2020 })
})

it('a target compared with another series is judged when that series has its figure', async () => {
  const other = { name: '地区生产总值增速（全省平均）', operator: 'gt' }
  expect((await givenOf(FASTER)).relative).toEqual({ ...other, figures: [] })
  const entered = { enteredBy: '赵明远', enteredOn: '2025-10-12', source: '省统计局', unit: '%', series: 'S-1' }
  const series = { ...entered, name: '地区生产总值增速', scope: '全省平均', period: '2025Q3' }
  for (const value of ['5.5', '6.4']) {
    world.say({ type: 'lianxi.series.value-entered.v1', data: { ...series, value } })
    expect((await givenOf(FASTER)).relative).toEqual({ ...other, figures: [{ period: '2025Q3', value }] })
  }
})
