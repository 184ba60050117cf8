import { beforeAll, expect, it } from 'vitest'
import { createPool } from '../pool'
import { createBoardWorld, type World } from '../testing/board-world'
import { readNotices } from './read-notices'
import { writeParkedNotices } from './write-parked'

const world: World = await createBoardWorld()
const worker = createPool(world.url('worker_app'))
beforeAll(async () => {
  for (const [id, role] of [
    ['shen', 'coordinator'],
    ['wang', 'reporter'],
  ]) {
    await world.sql(`INSERT INTO "user" (id, name, email, updated_at) VALUES ($1, $1, $1 || '@users.invalid', now())`, [
      id,
    ])
    await world.sql(
      `INSERT INTO membership (id, user_id, zone, body, body_name, region, role)
       VALUES ($1, $1, 'Z-PX', '513400-FGJ', '单位', '513400', $2)`,
      [id, role],
    )
  }
  return () => worker.end()
})
const of = async (userId: string) => (await readNotices(world.prisma, userId)).rows

it('tells a region’s coordinator of what lies parked, once a day on which something was, and nobody else', async () => {
  const park = (offset: number, day: string) =>
    world.sql(
      `INSERT INTO parked_message (topic, partition, "offset", region, reason, detail, headers, appended_at, parked_at)
       VALUES ('lianxi.513400.target.v1', 0, $1, '513400', 'bad-header', '', '[]', $2, $2)`,
      [offset, `${day}T02:00:00Z`],
    )
  await park(901, '2025-10-11')
  await park(902, '2025-10-11')
  expect(await writeParkedNotices(worker)).toBe(1)
  await writeParkedNotices(worker)
  expect((await of('shen')).map(({ text, href }) => [text.slice(0, 20), href])).toEqual([
    ['本地系统直报的消息有 2 条未能入库，总', '/office/parked?region=513400'],
  ])
  expect(await of('wang')).toEqual([])
  await park(903, '2025-10-12')
  await writeParkedNotices(worker)
  expect(await of('shen')).toHaveLength(2)
})
