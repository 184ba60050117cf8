import { zoneTopic } from '@lianxi/schema/topics'
import { newEventId, randomZone } from '@lianxi/testkit/codes'
import { buildPeriodFellDue } from '@lianxi/testkit/events-commitments'
import { buildReportReturned, buildTargetReport } from '@lianxi/testkit/events-reports'
import { describe, expect, test } from 'vitest'
import { topicFilter } from '../consumer/topic-watch'
import { readBoard, readCells, readParked } from '../testing/board'
import { encodedBy } from '../testing/message'
import { planOf } from '../testing/plan'
import { openWorld } from '../testing/world'

describe('27 · early is not poison', () => {
  test('a report of a subject, a region and a period nobody has listed yet waits, and takes its place when they come, in whatever order', async () => {
    const world = await openWorld()
    world.startConsumer()
    await world.say(buildTargetReport({ ...world.office }))
    await world.applied(world.target, 1n)
    expect(await readCells(world.pool)).toMatchObject([{ state: 'waiting', value: '160.500000' }])

    // The due moment before the opening, the duty before its item, the item before its list, the zone last of all.
    const plan = planOf(world.office).reverse()
    await world.say(buildPeriodFellDue(), ...plan)
    await world.applied(world.plan, BigInt(plan.length + 1))
    expect(await readCells(world.pool)).toMatchObject([{ state: 'reported', value: '160.500000', late: false }])
    const { fact, subject, item, duty, period } = await readBoard(world.pool)
    expect([fact, subject, item, duty, period].map((rows) => rows?.length)).toEqual([6, 1, 1, 1, 1])
    expect(await readParked(world.pool)).toEqual([])
  })

  test('a verdict that overtakes its report counts as soon as that report is there', async () => {
    const world = await openWorld()
    world.startConsumer()
    const report = newEventId()
    await world.say(...planOf(world.office), buildReportReturned({ region: world.region, report }))
    await world.applied(world.plan, 10n)
    await world.applied(world.meeting, 1n)
    expect(await readCells(world.pool)).toMatchObject([{ state: 'pending' }])

    await world.sayAs({ id: report }, buildTargetReport({ ...world.office }))
    await world.applied(world.target, 1n)
    expect(await readCells(world.pool)).toMatchObject([{ state: 'returned', event_id: report }])
    expect(await readParked(world.pool)).toEqual([])
  })

  test('a report to a zone that does not exist yet waits for the zone', async () => {
    const world = await openWorld()
    const zone = randomZone()
    const office = { ...world.office, zone }
    world.startConsumer({ filter: topicFilter([world.region, zone]) })
    await world.say(buildTargetReport(office))
    await world.applied(world.target, 1n)
    expect(await readCells(world.pool)).toMatchObject([{ state: 'waiting' }])

    const plan = zoneTopic(zone, 'plan')
    await world.create(plan)
    await world.sendRaw(plan, ...planOf(office).map((event) => encodedBy(office, event)))
    await world.applied(plan, 10n)
    expect(await readCells(world.pool)).toMatchObject([{ state: 'reported' }])
  })

  test('late is a flag, and so is after closing: both stand on the board with what they say', async () => {
    const world = await openWorld()
    world.startConsumer()
    const late = '2025-10-20T02:00:00.000Z'
    const closed = '2025-12-01T02:00:00.000Z'
    await world.say(...planOf(world.office))
    await world.applied(world.plan, 10n)
    const first = await world.sayAs({ time: late }, buildTargetReport({ ...world.office, submittedAt: late }))
    await world.applied(world.target, 1n)
    expect(await readCells(world.pool)).toMatchObject([{ state: 'reported', late: true }])

    const correction = { replaces: first, revision: 2, correctionReason: '口径调整', submittedAt: closed }
    await world.sayAs({ time: closed }, buildTargetReport({ ...world.office, ...correction }))
    await world.applied(world.target, 2n)
    const { rows } = await world.pool.query('SELECT objections FROM board.progress')
    expect(rows).toEqual([{ objections: ['after-closing'] }])
    expect(await readParked(world.pool)).toEqual([])
  })
})
