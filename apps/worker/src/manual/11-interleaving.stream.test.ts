import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { buildPeriodClosed, buildPeriodFellDue } from '@lianxi/testkit/events-commitments'
import {
  buildProjectReport,
  buildReportConfirmed,
  buildReportReturned,
  buildTargetReport,
} from '@lianxi/testkit/events-reports'
import { describe, expect, test } from 'vitest'
import { backUp, restore } from '../testing/backup'
import { readBoard, readCells } from '../testing/board'
import { planOf, type Office } from '../testing/plan'
import { openWorld } from '../testing/world'

/** Everything that can happen to a few cells, on all four topics; `first` is the report the rest is about. */
const restOfTheStory = (office: Office, first: string): LianxiEvent[] => [
  ...planOf(office),
  buildReportReturned({ region: office.region, report: first }),
  buildTargetReport({
    ...office,
    replaces: first,
    revision: 2,
    correctionReason: '口径调整',
    content: { value: '161.2' },
  }),
  buildTargetReport({ ...office, period: '2025Q2' }),
  buildProjectReport({ ...office }),
  buildPeriodFellDue(),
  buildPeriodClosed(),
]

const permutations = <Item>(items: Item[]): Item[][] =>
  items.length < 2
    ? [items]
    : items.flatMap((item, at) => permutations(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]))

describe('11 · whatever order the topics are read in', () => {
  test('plan, meeting and region in all six orders give the same board', async () => {
    const world = await openWorld()
    const first = await world.sayAs({}, buildTargetReport({ ...world.office }))
    const ids = await world.say(...restOfTheStory(world.office, first))
    await world.say(buildReportConfirmed({ region: world.region, report: ids[11] ?? first }))
    const voices = [
      new Map([[world.plan, 12n]]),
      new Map([[world.meeting, 2n]]),
      new Map([
        [world.target, 3n],
        [world.project, 1n],
      ]),
    ]
    await backUp(world.pool)
    const boards: unknown[] = []
    for (const [run, order] of permutations(voices).entries()) {
      await restore(world.pool)
      for (const [step, ends] of order.entries()) {
        const consumer = world.startConsumer({
          group: `${world.group}-${run}-${step}`,
          filter: (name) => ends.has(name),
        })
        for (const [topic, end] of ends) await world.applied(topic, end)
        await consumer.stop()
      }
      boards.push(await readBoard(world.pool))
    }
    for (const board of boards) expect(board).toEqual(boards[0])
    expect(boards).toHaveLength(6)
    expect(await readCells(world.pool)).toMatchObject([
      { subject: 'XQ-145-P001', state: 'waiting' },
      { subject: 'XQ-145-T001', period: '2025Q2', state: 'waiting' },
      { subject: 'XQ-145-T001', period: '2025Q3', state: 'reported', value: '161.200000', reports: 2 },
    ])
  })
})
