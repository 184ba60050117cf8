import { buildItemListed } from '@lianxi/testkit/events-commitments'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { ChangesInput } from '@lianxi/schema/views/changes'
import { beforeAll, expect, it } from 'vitest'
import { createBoardWorld, type World } from '../../testing/board-world'
import { boardAt, CURRENT } from '../base/board'
import { readChanges } from './read'
import { createChangeSets } from './sets'
import { findLatestStamp } from '../moment/stream-state'

const STATUS = `(zone, subject, region, period, kind, year, frequency, status, computed, method, rule_set, sentence, detail, digest`
const judged = (status: string) =>
  `'Z-PX', 'XQ-145-T001', '510403', '2025Q3', 'target', 2025, 'quarter', '${status}', '${status}', 'share', 0, '', '{}', ''`

let world: World
/** Each look goes on from the one before, as the web's do. */
const sets = createChangeSets()
const stamp = async () => (await findLatestStamp(world.prisma)) ?? ''
const changes = (since: string, input: Record<string, unknown> = {}) =>
  readChanges(world.prisma, ChangesInput.parse({ zone: 'Z-PX', ...input }), {
    ...{ sight: null, board: CURRENT, compared: boardAt(since), heavy: world.prisma },
    sets,
  })

beforeAll(async () => {
  world = await createBoardWorld()
})

it('names a status that became better or worse, also where nothing was reported, and a new report', async () => {
  const listed = await stamp()
  world.say(buildTargetReport({ content: { value: '160.5' } }))
  await world.settle()
  const reported = await stamp()
  expect((await changes(reported)).total).toBe(0)
  expect((await changes(listed)).total).toBe(1)
  // As the judge writes: the earlier status ends at the stamp of the later one.
  await world.sql(`UPDATE board_clock SET last_stamp = last_stamp + interval '2 seconds'`)
  const judgedAt = await stamp()
  await world.sql(`INSERT INTO status_history ${STATUS}, valid) VALUES (${judged('on-track')},
    tstzrange('${reported}', '${judgedAt}'))`)
  await world.sql(`INSERT INTO status ${STATUS}, valid_from) VALUES (${judged('behind')}, '${judgedAt}')`)

  const after = await changes(reported)
  expect(after.rows).toMatchObject([{ kinds: ['worse'], before: { status: 'on-track' }, after: { status: 'behind' } }])
  expect(after.counts).toEqual({ worse: 1 })
  const all = await changes(listed)
  expect(all.rows).toMatchObject([{ kinds: ['reported'], before: { status: null }, after: { status: 'behind' } }])
  expect((await changes(listed, { change: 'worse' })).total).toBe(0)
  expect((await changes(judgedAt)).total).toBe(0)

  // The line is of the day it was judged, also when the judge has said the same in other words since.
  const [at, reportedAt] = [judgedAt, reported].map((one) => `${one.slice(0, 23)}Z`)
  expect(after.rows).toMatchObject([{ at }])
  expect(all.rows).toMatchObject([{ at: reportedAt }])
  await world.sql(`UPDATE board_clock SET last_stamp = last_stamp + interval '2 seconds'`)
  const reworded = await stamp()
  await world.sql(`INSERT INTO status_history ${STATUS}, valid) VALUES (${judged('behind')},
    tstzrange('${judgedAt}', '${reworded}'))`)
  await world.sql(`UPDATE status SET valid_from = '${reworded}'`)
  expect((await changes(reported)).rows).toMatchObject([{ kinds: ['worse'], at }])
})

it('goes on from what it found only as long as no plan said anything', async () => {
  const listed = await stamp()
  expect((await changes(listed)).total).toBe(0)
  world.say(buildItemListed())
  await world.settle()
  expect((await changes(listed)).rows).toMatchObject([{ kinds: ['item-listed'] }])
})
