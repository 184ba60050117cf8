import { buildProjectReport, buildTargetReport } from '@lianxi/testkit/events-reports'
import { describe, expect, test } from 'vitest'
import { readParked } from '../testing/board'
import { encodedBy } from '../testing/message'
import { planOf } from '../testing/plan'
import { openWorld, type World } from '../testing/world'

type Change = Parameters<typeof buildTargetReport>[0]
const report = (world: World, period: string, value: string, change: Change = {}) =>
  buildTargetReport({ ...world.office, period, content: { value }, ...change })

async function said(world: World, period: string) {
  const { rows } = await world.pool.query<{ value: string; objections: string[]; findings: unknown }>(
    `SELECT trim_scale(value)::text AS value, objections, findings FROM board.progress WHERE period = $1`,
    [period],
  )
  return rows[0]
}

/** The web lets nobody submit what the checks refuse; a region's own system can send it all the same. */
describe('21 · a direct publisher is checked like the form', () => {
  test('a year-to-date figure that falls is on the board, objected to in words; with a reason it is not', async () => {
    const world = await openWorld()
    world.startConsumer()
    await world.say(...planOf(world.office), report(world, '2025Q2', '201.6'))
    const [falling = ''] = await world.say(report(world, '2025Q3', '160.5'))
    await world.applied(world.plan, 10n)
    await world.applied(world.target, 2n)
    const message = '此指标按当年累计填报，2025年二季度已报 201.6 亿元，本期不应减少；确需减少的，请填写更正原因。'
    expect(await said(world, '2025Q3')).toEqual({
      value: '160.5',
      objections: ['year-to-date-falls'],
      findings: [{ level: 'error', code: 'year-to-date-falls', message }],
    })
    const change = { revision: 2, replaces: falling, correctionReason: '二季度误报' }
    await world.say(report(world, '2025Q3', '160.5', change))
    await world.applied(world.target, 3n)
    expect(await said(world, '2025Q3')).toEqual({ value: '160.5', objections: [], findings: null })
  })

  test('a jump nobody explained is shown, not objected to; what the message alone proves wrong is parked', async () => {
    const world = await openWorld()
    world.startConsumer()
    await world.say(...planOf(world.office), report(world, '2025Q3', '2184000'))
    const good = encodedBy(world.office, buildProjectReport({ ...world.office }))
    const bad = { ...good, value: good.value.replace('"investedTotalWan":48000', '"investedTotalWan":1') }
    await world.sendRaw(world.project, bad)
    await world.applied(world.plan, 10n)
    await world.applied(world.target, 1n)
    await world.applied(world.project, 1n)
    expect(await said(world, '2025Q3')).toMatchObject({
      objections: [],
      findings: [{ level: 'warning', code: 'unit-jump' }],
    })
    expect(await readParked(world.pool)).toEqual([{ topic: world.project, offset: '0', reason: 'bad-data' }])
  })
})
