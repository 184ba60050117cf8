import { regionTopic, zoneTopic } from '@lianxi/schema/topics'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { beforeAll, expect, it } from 'vitest'
import { createPool } from '../../pool'
import { createBoardWorld, type World } from '../../testing/board-world'
import { readStreamState } from './stream-state'

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
  // Of an item that nobody promised: it waits.
  world.say(buildTargetReport({ subject: 'XQ-145-T999' }))
  await world.settle()
  const admin = createPool(world.url('admin'), { max: 1 })
  const topics = [
    [regionTopic('510403', 'target'), '510403'],
    [regionTopic('510403', 'project'), '510403'],
    [regionTopic('510300', 'target'), '510300'],
    [zoneTopic('Z-PX', 'plan'), null],
    [zoneTopic('Z-CN', 'meeting'), null],
  ]
  for (const [topic, region] of topics)
    await admin.query(
      `INSERT INTO parked_message (topic, partition, "offset", region, reason, detail, headers, appended_at)
       VALUES ($1, 0, 900, $2, 'bad-header', '', '[]', clock())`,
      [topic, region],
    )
  await admin.end()
})

it('counts what waits and what lies parked for the zone that is looked at, and for the administrator all of it', async () => {
  const counts = await Promise.all(['Z-PX', 'Z-LEER', null].map((zone) => readStreamState(world.prisma, zone)))
  expect(counts.map(({ parked, waiting }) => [parked, waiting])).toEqual([
    [3, 1],
    [0, 0],
    [5, 1],
  ])
})
