import { catalogueEvents } from '@lianxi/catalog/events/catalogue-events'
import { getCatalogue } from '@lianxi/catalog/load'
import { readMechanism } from '@lianxi/db/readers/year-list/mechanism'
import { createBoardWorld } from '@lianxi/db/testing/board-world'
import { expect, it } from 'vitest'
import { switchOnZone } from './switch-on'
import { zoneOffices } from './zone-offices'

it('switches 川南 on by what the catalogue says of it, once', async () => {
  const world = await createBoardWorld()
  for (const event of catalogueEvents(getCatalogue())
    .find(({ zone }) => zone === 'Z-CN')
    ?.events.slice(0, 200) ?? []) {
    world.say(event, { zone: 'Z-CN', source: 'Z-CN-LXB', time: '2025-01-10T00:00:00.000Z' })
  }
  await world.settle()
  const wanted = zoneOffices('Z-CN')
  if (wanted === undefined) throw new Error('川南 is in the catalogue')
  expect(await switchOnZone(world.prisma, wanted)).toEqual({ regions: 4, accounts: 13 })
  await world.settle()
  expect(await switchOnZone(world.prisma, wanted)).toEqual({ regions: 0, accounts: 0 })
  const offices = await world.prisma.$queryRaw<{ name: string }[]>`
    SELECT doc->>'name' AS name FROM board.fact
    WHERE zone = 'Z-CN' AND kind = 'body' AND doc->>'kind' = 'coordinating-office' ORDER BY code`
  expect(offices.map(({ name }) => name.slice(0, 2))).toEqual(['自贡', '泸州', '内江', '宜宾'])
  expect((await readMechanism(world.prisma, 'Z-CN')).responsible).toHaveLength(4)
  expect(zoneOffices('Z-NONE')).toBeUndefined()
})
