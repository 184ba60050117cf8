import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { regionTopic, zoneTopic } from '@lianxi/schema/topics'
import { insertOutboxInTx } from '@lianxi/db/outbox/insert'
import { randomRegion, randomZone } from '@lianxi/testkit/codes'
import { buildRegionListed } from '@lianxi/testkit/events-facts'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { expect, test } from 'vitest'
import { readCells } from '../testing/board'
import { encodedBy } from '../testing/message'
import { planOf } from '../testing/plan'
import { askHealth, startProcess, untilReady } from '../testing/worker-process'
import { openWorld } from '../testing/world'

test('23 · a zone and its regions nobody has heard of come up while everything runs', async () => {
  const world = await openWorld()
  const [zone, region, later] = [randomZone(), randomRegion(), randomRegion()]
  const topics = [zoneTopic(zone, 'plan'), zoneTopic(zone, 'meeting')]
  const topicsOf = (code: string) => [regionTopic(code, 'target'), regionTopic(code, 'project')]
  const worker = startProcess(world, { owners: [zone, region, later], parts: ['consumer', 'relay', 'admin'] })
  world.endWith(async () => {
    await worker.stop()
    const made = await world.admin.listTopics()
    await world.admin.deleteTopics({
      topics: made.filter((name) => [zone, region, later].some((code) => name.includes(code))),
    })
  })
  await untilReady(worker)

  // The zone's first events wait in the outbox for a topic that does not exist; a region's report waits for its own.
  const say = (of: string, ...events: LianxiEvent[]) =>
    insertOutboxInTx(
      (sql, parameters) => world.pool.query(sql, parameters),
      events.map((event) => encodedBy({ zone, region: of, body: `${of}-FGJ` }, event)),
    )
  const report = (of: string) => buildTargetReport({ zone, region: of, body: `${of}-FGJ` })
  await say(region, ...planOf({ zone, region, body: `${region}-FGJ` }), report(region))
  await waitFor(
    'the report on the board',
    () => readCells(world.pool),
    ([cell]) => cell?.state === 'reported',
  )
  expect(await world.admin.listTopics()).toEqual(expect.arrayContaining([...topics, ...topicsOf(region)]))

  await say(later, buildRegionListed({ code: later, parent: region }), report(later))
  await waitFor(
    'the second region’s report',
    () => readCells(world.pool),
    (cells) => cells.length === 2,
  )
  expect(await world.admin.listTopics()).toEqual(expect.arrayContaining(topicsOf(later)))
  expect(await askHealth(worker, '/health')).toMatchObject({ status: 200, body: { complaints: [] } })
})
