import { decide } from '@lianxi/domain/report/decide'
import { v4 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { remindBody } from '../../duty/remind'
import { handleReport } from '../../report/handle-report'
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

const entry = {
  ...{ kind: 'target' as const, nil: false, value: '160.5', figureSource: '区统计局' },
  ...{ note: '', problems: '', nextStep: '' },
}
const submitted = (subject: string, region: string) =>
  handleReport(
    world.prisma,
    {
      key: { zone: 'Z-PX', region, subject, period: '2025Q3' },
      command: { type: 'submit', entry, correctionReason: null, warningReasons: [] },
      actor: { id: 'wang', name: '王填报', bodies: [`${region}-FGJ`] },
      expectedVersion: 0,
      press: { userId: 'wang', key: v4(), procedure: 'report.nil', input: subject },
    },
    decide,
  )

it('says of what waits for the body’s own approver that it does, in numbers, item by item and in the message', async () => {
  expect(await submitted('XQ-145-T001', '510403')).toMatchObject({ ok: true })
  const { owing, bodies } = await readChasing(world.prisma, PERIOD, ALL)
  expect(owing.map(({ body, missing, awaiting }) => [body.code, missing, awaiting])).toEqual([
    ['510400-FGJ', 1, 0],
    ['510402-FGJ', 1, 0],
    ['510403-FGJ', 1, 1],
    ['513400-FGJ', 1, 0],
  ])
  const one = bodies.find(({ body }) => body.code === '510403-FGJ')
  expect(one?.items).toMatchObject([{ state: 'pending', awaiting: true }])
  expect(one?.text).toContain('以下1项已填报，待本单位审核，请审核人及时审核报送。')
  const late = await readChasing(world.prisma, { ...PERIOD, show: 'overdue' }, ALL)
  expect(late.owing).toEqual([])
})

it('reminds a body of all it owes, in whatever regions, and says how much of it only waits for approval', async () => {
  await world.sql(`UPDATE board.progress SET body = '510403-FGJ' WHERE region = '510402' AND period = '2025Q3'`)
  const input = { zone: 'Z-PX', body: '510403-FGJ', period: '2025Q3', idempotencyKey: v4() }
  const press = { userId: 'm', key: input.idempotencyKey, procedure: 'duty.remind', input }
  expect(await remindBody(world.prisma, { input, actor: { id: 'm', name: '李明' }, press })).toMatchObject({ ok: true })
  const [notice] = await world.prisma.notice.findMany({ where: { kind: 'chased' } })
  expect(notice).toMatchObject({ href: '/office?period=2025Q3' })
  expect(notice?.text).toContain('还有2项尚未报送，其中1项已填报，待本单位审核，请审核人及时审核，请及时填报')
  await world.sql(`UPDATE board.progress SET body = '510402-FGJ' WHERE region = '510402' AND period = '2025Q3'`)
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
