import { ResponsibilityInput, ResponsibilityView } from '@lianxi/schema/views/responsibility'
import { buildBodyListed } from '@lianxi/testkit/events-facts'
import { beforeAll, describe, expect, it } from 'vitest'
import { createBoardWorld, type World } from '../../testing/board-world'
import { readResponsibility } from './read'

const zone = 'Z-PX'
/** 攀枝花's office reports all but each tenth of these, which its statistics bureau does; a third of those came late. */
const ITEMS = 350 // beside the world’s own project, which is overdue
const [OFFICE, BUREAU] = ['510400-FGJ', '510400-TJJ'] as const
const period = '2025Q2'

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
  world.say(buildBodyListed({ code: BUREAU, region: '510400', name: '攀枝花市统计局', kind: 'department' }))
  await world.settle()
  const made = `generate_series(1, ${ITEMS}) n, LATERAL (SELECT 'PX-145-N' || lpad(n::text, 3, '0') AS subject,
    CASE WHEN n % 10 = 0 THEN '${BUREAU}' ELSE '${OFFICE}' END AS body) m`
  await world.sql(`INSERT INTO board.subject (zone, code, kind, plan, name, domain, visibility, doc, event_id, valid_from)
    SELECT s.zone, m.subject, s.kind, s.plan, '事项' || n, s.domain, s.visibility, s.doc, s.event_id, s.valid_from
    FROM ${made}, (SELECT * FROM board.subject WHERE code = 'XQ-145-T001') s`)
  await world.sql(`INSERT INTO board.item (zone, code, list, subject, kind, region, year, position, attribute, doc, event_id, valid_from)
    SELECT i.zone, 'L-' || m.subject, i.list, m.subject, i.kind, '510400', 2025, n, i.attribute,
      i.doc || jsonb_build_object('leadBody', m.body, 'coBodies', CASE WHEN n = 1 THEN '["${BUREAU}"]'::jsonb ELSE '[]' END),
      i.event_id, i.valid_from
    FROM ${made}, (SELECT * FROM board.item WHERE subject = 'XQ-145-T001' AND year = 2025 LIMIT 1) i`)
  await world.sql(`INSERT INTO board.duty (zone, subject, region, year, kind, body, frequency, items, event_id, valid_from)
    SELECT d.zone, m.subject, '510400', 2025, d.kind, m.body, 'quarter', ARRAY['L-' || m.subject], d.event_id, d.valid_from
    FROM ${made}, (SELECT * FROM board.duty WHERE subject = 'XQ-145-T001' AND year = 2025 LIMIT 1) d`)
  await world.sql(`INSERT INTO board.progress (zone, subject, region, period, kind, year, frequency, body, items, state, due_at,
      late, nil, confirmed, conflict, objections, reports, valid_from)
    SELECT '${zone}', m.subject, '510400', '${period}', 'target', 2025, 'quarter', m.body, ARRAY['L-' || m.subject],
      CASE WHEN n % 10 = 0 THEN 'reported' ELSE 'overdue' END, '2025-07-15T10:00:00Z', n % 30 = 0, false, false, false, '{}', 1, now()
    FROM ${made}`)
})

const read = async (
  asked: Partial<ResponsibilityInput>,
  { own = [], sight = null }: { own?: string[]; sight?: string[] | null } = {},
): Promise<ResponsibilityView> =>
  ResponsibilityView.parse(
    await readResponsibility(world.prisma, ResponsibilityInput.parse({ zone, year: 2025, period, ...asked }), {
      own,
      sight,
    }),
  )

describe('who has what, in a zone of many duties', () => {
  it('begins with the places: what their bodies report, and how it came in', async () => {
    const { bodies, counted, persons, period: shown, opened, wholeZone } = await read({})
    expect([wholeZone, (await read({}, { sight: ['510403'] })).wholeZone]).toEqual([true, false])
    expect({ bodies, persons, opened }).toEqual({ bodies: [], persons: [], opened: null })
    expect(shown.period).toBe(period)
    expect(counted?.bodies).toBeNull()
    const city = counted?.places?.find(({ code }) => code === '510400')
    expect(city).toMatchObject({ parent: null, bodies: 2, filed: { due: 351, inTime: 24, late: 11, overdue: 316 } })
    expect(counted?.places?.find(({ code }) => code === '510403')).toMatchObject({ parent: '510400' })
    // In the order of the codes, and what belongs to no region first: nobody is ranked.
    const codes = counted?.places?.map(({ code }) => code).filter((code) => code !== zone)
    expect(codes).toEqual([...(codes ?? [])].sort())
  })

  it('shows the viewer’s own body at once, a page of it, with each period’s state', async () => {
    const { bodies, pageSize } = await read({}, { own: [OFFICE], sight: ['510400'] })
    expect(bodies).toMatchObject([{ body: { code: OFFICE }, own: true }])
    expect(bodies[0]?.total).toBeGreaterThanOrEqual(315)
    expect(bodies[0]?.items).toHaveLength(pageSize)
    expect(bodies[0]?.items.find(({ name }) => name === '事项1')?.due).toMatchObject([{ period, state: 'overdue' }])
  })

  it('counts nothing of regions the viewer does not see', async () => {
    const { counted } = await read({}, { sight: ['513400'] })
    const filed = new Map(counted?.places?.map((place) => [place.code, place.filed]))
    expect(filed.get('510400')).toBeNull()
    expect(filed.get('513400')).not.toBeNull()
  })

  it('opens a place: its bodies with what they carry', async () => {
    const { bodies, counted } = await read({ region: '510400' })
    expect(bodies).toEqual([])
    expect(counted?.places).toBeNull()
    const bureau = counted?.bodies?.find(({ body }) => body.code === BUREAU)
    expect(bureau).toMatchObject({ reports: 35, leads: 35, shares: 1 })
    expect(bureau?.filed).toEqual({ due: 35, inTime: 24, late: 11, overdue: 0 })
  })

  it('opens a place of few items with all of them', async () => {
    const { bodies, counted } = await read({ region: '510403' })
    expect(counted).toBeNull()
    expect(bodies.length).toBeGreaterThan(0)
    expect(bodies.every(({ items, total }) => items.length === total)).toBe(true)
  })

  it('opens a body page by page, every item once', async () => {
    const first = await read({ body: OFFICE })
    const second = await read({ body: OFFICE, page: 2 })
    const codes = [first, second].flatMap(
      ({ bodies }) => bodies[0]?.items.map(({ subject, region }) => subject + region.code) ?? [],
    )
    expect(codes).toHaveLength(first.bodies[0]?.total ?? 0)
    expect(new Set(codes).size).toBe(codes.length)
    const shared = (await read({ body: BUREAU })).bodies[0]?.items.find(({ name }) => name === '事项1')
    expect(shared).toMatchObject({ roles: ['shares'], due: null })
  })

  it('leaves of a body what it has not reported for the period, chosen before it is cut into pages', async () => {
    const all = await read({ body: OFFICE })
    expect(all.opened).toEqual({ items: all.bodies[0]?.total, missing: 316 })
    const [first, second] = [
      await read({ body: OFFICE, show: 'missing' }),
      await read({ body: OFFICE, show: 'missing', page: 2 }),
    ]
    expect(first.opened).toEqual(all.opened)
    expect(first.bodies[0]).toMatchObject({ total: 316 })
    const missing = [first, second].flatMap(({ bodies }) => bodies[0]?.items ?? [])
    expect(missing).toHaveLength(316)
    expect(missing.every(({ due }) => due?.some((one) => one.period === period && one.state !== 'reported'))).toBe(true)
  })

  it('leaves nothing of a body that reported all of it', async () => {
    const { bodies, opened, persons } = await read({ body: BUREAU, show: 'missing' })
    expect({ opened, persons }).toEqual({ opened: { items: 36, missing: 0 }, persons: [] })
    expect(bodies).toMatchObject([{ body: { code: BUREAU }, items: [], total: 0 }])
  })

  it('says nothing of what is missing where the viewer does not see it', async () => {
    const { bodies, opened } = await read({ body: OFFICE, show: 'missing' }, { sight: ['513400'] })
    expect(opened).toBeNull()
    expect(bodies[0]?.total).toBeGreaterThanOrEqual(315)
  })
})
