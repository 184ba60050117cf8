import { beforeAll, expect, it } from 'vitest'
import { createBoardWorld, type World } from '../../testing/board-world'
import { readChasing } from './chasing'
import { readRates } from './filing-rates'

/** 2025Q3: 西区, 东区 and 攀枝花市 (their city) and 凉山州 owe something. */
const world: World = await createBoardWorld()
beforeAll(() => world.settle())
const ALL = { zone: true, regions: [], bodies: [] }
const PERIOD = { zone: 'Z-PX', period: '2025Q3' } as const
const codes = (bodies: readonly { body: { code: string } }[]) => bodies.map(({ body }) => body.code)

it('names the city a body’s region lies in, and narrows to a city with what lies in it, or to one body', async () => {
  const all = await readChasing(world.prisma, PERIOD, ALL)
  expect(codes(all.bodies)).toEqual(codes(all.owing))
  expect(all.bodies.map(({ items, missing }) => items.length === missing)).not.toContain(false)
  expect(all.owing.map(({ region, city }) => [region.code, city.code])).toEqual([
    ['510400', '510400'],
    ['510402', '510400'],
    ['510403', '510400'],
    ['513400', '513400'],
  ])
  const city = await readChasing(world.prisma, { ...PERIOD, region: '510400' }, ALL)
  expect(codes(city.bodies)).toEqual(['510400-FGJ', '510402-FGJ', '510403-FGJ'])
  expect(city.regions.map(({ code }) => code)).toEqual(all.regions.map(({ code }) => code))
  const county = await readChasing(world.prisma, { ...PERIOD, region: '510403' }, ALL)
  expect([codes(county.bodies), codes(county.rates)]).toEqual([['510403-FGJ'], ['510403-FGJ']])
  const body = await readChasing(world.prisma, { ...PERIOD, body: '513400-FGJ' }, ALL)
  expect(codes(body.bodies)).toEqual(['513400-FGJ'])
  const own = { zone: false, regions: [], bodies: ['513400-FGJ'] }
  expect((await readChasing(world.prisma, { ...PERIOD, body: '510403-FGJ' }, own)).owing).toEqual([])
})

it('says of more than a page has room for how much each body owes, and opens one, or all for a file', async () => {
  const many = async () =>
    (await readRates(world.prisma, 'Z-PX', '2025Q3')).map((rates) => ({ ...rates, due: rates.due + 250 }))
  const read = (input: object) => readChasing(world.prisma, { ...PERIOD, ...input }, ALL, many)
  const wide = await read({})
  expect([wide.bodies, wide.owing.length]).toEqual([[], 4])
  expect((await read({ region: '510403' })).bodies).toHaveLength(1)
  expect((await read({ body: '510400-FGJ' })).bodies[0]?.items.length).toBeGreaterThan(0)
  expect(codes((await read({ whole: true })).bodies)).toEqual(codes(wide.owing))
})
