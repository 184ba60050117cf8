import { YearLists } from '@lianxi/schema/views/year-list'
import { beforeAll, expect, it } from 'vitest'
import { createBoardWorld, type World } from '../../testing/board-world'
import { readYearLists } from './all'

const zone = 'Z-PX'
const REGIONS = 20
const YEARS = [2021, 2022, 2023, 2024]
const nobody = { secretariat: [], regions: [] }

let world: World
/** Lists of 20 more regions over four years, two items each; all of them adopted. */
beforeAll(async () => {
  world = await createBoardWorld()
  await world.sql(
    `INSERT INTO board.fact (zone, kind, code, doc, event_id, valid_from)
     SELECT f.zone, f.kind, l.code, f.doc || jsonb_build_object('code', l.code, 'year', l.year, 'name', l.code), f.event_id, f.valid_from
     FROM board.fact f, (SELECT format('L-%s-%s', 520000 + r, y) AS code, y AS year
       FROM generate_series(1, ${REGIONS}) r, unnest($2::int[]) y) l
     WHERE f.zone = $1 AND f.kind = 'list' AND f.code = (SELECT min(code) FROM board.fact WHERE kind = 'list')`,
    [zone, YEARS],
  )
  await world.sql(
    `INSERT INTO board.item (zone, code, list, subject, kind, region, year, position, attribute, doc, event_id, valid_from)
     SELECT i.zone, l.code || '-' || n, l.code, i.subject, i.kind, substr(l.code, 3, 6), (l.doc->>'year')::int, n, i.attribute, i.doc,
       i.event_id, i.valid_from
     FROM board.fact l, generate_series(1, 2) n, (SELECT * FROM board.item WHERE zone = $1 LIMIT 1) i
     WHERE l.zone = $1 AND l.kind = 'list' AND l.code LIKE 'L-52%'`,
    [zone],
  )
})

const read = async (asked: object, ...viewer: [home?: string[]]): Promise<YearLists> =>
  YearLists.parse(await readYearLists(world.prisma, { zone, ...asked }, nobody, ...viewer))

it('shows the latest year of many lists and says how many the others have', async () => {
  const { lists, year, years, few } = await read({})
  expect({ year, few }).toEqual({ year: 2025, few: false })
  expect(new Set(lists.map((list) => list.year))).toEqual(new Set([2025]))
  expect(years.filter((one) => YEARS.includes(one.year))).toEqual(
    [2024, 2023, 2022, 2021].map((one) => ({ year: one, lists: REGIONS })),
  )
})

it('shows a chosen year, the viewer’s own region first, with items counted', async () => {
  const { lists, year } = await read({ year: 2023 }, ['520007'])
  expect(year).toBe(2023)
  expect(lists).toHaveLength(REGIONS)
  expect(lists.slice(0, 2).map(({ code }) => code)).toEqual(['L-520007-2023', 'L-520001-2023'])
  expect(lists.every(({ items, agreed }) => items === 2 && agreed === 2)).toBe(true)
})

it('shows all years of one region', async () => {
  const { lists, year, few, owners } = await read({ of: '520003' })
  expect({ year, few }).toEqual({ year: null, few: true })
  expect(lists.map(({ code }) => code)).toEqual([2024, 2023, 2022, 2021].map((one) => `L-520003-${one}`))
  expect(owners.length).toBeGreaterThan(REGIONS)
})

it('leaves nothing where no list is in that state', async () => {
  expect(await read({ phase: 'consulting' })).toMatchObject({ lists: [], years: [], few: true })
})
