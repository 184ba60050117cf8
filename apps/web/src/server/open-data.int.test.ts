import { buildItemListed, buildListAdopted, buildPeriodFellDue } from '@lianxi/testkit/events-commitments'
import {
  buildIndicatorListed,
  buildPlanListed,
  buildProjectListed,
  buildTargetListed,
} from '@lianxi/testkit/events-facts'
import { buildProjectReport, buildReportConfirmed, buildTargetReport } from '@lianxi/testkit/events-reports'
import { OPEN_FIELDS, OpenRow } from '@lianxi/schema/views/open-data'
import { PublicPage, PublicZone } from '@lianxi/schema/views/public'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openFile } from './open-data'
import { openTag } from './open-tag'
import { openReleased } from './released'
import { call, createServerWorld, type ServerWorld } from './testing/server-world'

const ZONE = 'Z-PX'
/** Whatever people write for each other; it must never come out. */
const SECRET = '内部勿传13800000000'
const PEOPLE = { reportedBy: SECRET, approvedBy: SECRET, warnings: [{ code: 'x', message: SECRET, reason: SECRET }] }
const REMARKS = { problems: SECRET, nextStep: SECRET }

let server: ServerWorld
const ask = (input: object = {}) =>
  call({ deps: server.deps, person: null }, 'public.page', { zone: ZONE, ...input }, 'query')
const page = async (input: object = {}) => PublicPage.parse(await ask(input))
const codes = async (input: object = {}) =>
  (await page(input)).items.map(({ subject, region }) => `${subject} ${region.code}`)

async function file(name: 'items.csv' | 'items.json', filters: object = {}): Promise<string> {
  const released = await openReleased(server.deps, ZONE)
  if (released === undefined) throw new Error('no zone')
  const parts = []
  for await (const part of openFile(name, { db: server.deps.prisma, released, filters })) parts.push(part)
  return parts.join('')
}

async function tagNow(filters: object = {}) {
  const released = await openReleased(server.deps, ZONE)
  if (released === undefined) throw new Error('no zone')
  return { stamp: released.stamp, tag: await openTag(server.deps, { db: server.deps.prisma, released, filters }) }
}

beforeAll(async () => {
  server = await createServerWorld()
  const { world } = server
  const plan = (event: Parameters<typeof world.say>[0]) => world.say(event, { source: 'Z-PX-LXB' })
  const shut = (subject: string, change: object = {}) =>
    plan(buildItemListed({ code: `L-${subject}`, subject, visibility: 'public', order: 20, ...change }))
  // Each of these has one lock of its own.
  plan(buildPlanListed({ code: 'XQ-CY', status: 'draft' }))
  plan(buildTargetListed({ code: 'XQ-CY-T001', plan: 'XQ-CY' }))
  shut('XQ-CY-T001')
  plan(buildTargetListed({ code: 'XQ-145-T002', visibility: 'internal' }))
  shut('XQ-145-T002')
  plan(buildTargetListed({ code: 'XQ-145-T003' }))
  shut('XQ-145-T003', { visibility: 'internal' })
  plan(buildTargetListed({ code: 'XQ-145-T004' }))
  shut('XQ-145-T004', { list: 'L-DRAFT' })
  plan(buildListAdopted({ code: 'L-NEXT', adoptedOn: '2025-10-13' }))
  plan(buildTargetListed({ code: 'XQ-145-T005' }))
  shut('XQ-145-T005', { list: 'L-NEXT' })
  // 凉山州 keeps its part inside; the list of another year would show it.
  plan(
    buildItemListed({
      code: 'L-513400-IN',
      subject: 'PX-145-P001',
      kind: 'project',
      region: '513400',
      visibility: 'internal',
    }),
  )
  plan(buildIndicatorListed({ code: 'I-LATE', releaseAfterDays: 200 }))
  plan(buildTargetListed({ code: 'XQ-145-T006', name: '=1+1', indicator: 'I-LATE', basis: 'stock', value: '-0.3' }))
  shut('XQ-145-T006')
  plan(buildProjectListed({ code: 'XQ-145-P001' }))
  const at = { time: '2025-07-10T01:00:00.000Z' }
  const q2 = { period: '2025Q2', submittedAt: at.time, ...PEOPLE }
  const told = { note: SECRET, ...REMARKS }
  const shown = world.say(buildTargetReport({ ...q2, content: { value: '120', ...told } }), at).id
  world.say(buildTargetReport({ ...PEOPLE, content: { value: '160.5', ...told } }))
  const t6 = 'XQ-145-T006'
  const late = world.say(buildTargetReport({ ...q2, subject: t6, content: { value: '-0.5', ...told } }), at).id
  const dongqu = { subject: 'DQ-145-T002', region: '510402', body: '510402-FGJ' }
  world.say(buildTargetReport({ ...q2, ...dongqu, content: { value: '4800', ...told } }), {
    ...at,
    source: '510402-FGJ',
  })
  const matters = [{ kind: 'land' as const, text: SECRET }]
  const stones = { physicalProgress: '主体完工', matters, milestones: [{ name: SECRET, reachedOn: '2025-05-01' }] }
  for (const region of ['510400', '513400']) {
    const said = { subject: 'PX-145-P001', region, body: `${region}-FGJ`, content: { ...stones, ...REMARKS } }
    world.say(buildProjectReport({ ...q2, ...said }), { ...at, source: `${region}-FGJ` })
  }
  await world.settle()
  for (const verdict of [{ report: shown }, { report: late, subject: t6 }]) {
    world.say(buildReportConfirmed({ period: '2025Q2', ...verdict }), { source: '510400-FGJ' })
  }
  plan(buildPeriodFellDue({ period: '2025Q2', dueAt: '2025-07-15T10:00:00.000Z' }))
  await world.settle()
})

describe('the public page', () => {
  it('shows anybody what an adopted list promises in public, and nothing with a lock on it', async () => {
    const shown = ['DQ-145-T002 510402', 'PX-145-P001 510400', 'XQ-145-T001 510403', 'XQ-145-T006 510403']
    expect((await codes()).sort()).toEqual(shown)
    expect(await codes({ region: '513400' })).toEqual([])
    const { lists, regions } = PublicZone.parse(
      await call({ deps: server.deps, person: null }, 'public.zone', { zone: ZONE }, 'query'),
    )
    expect(lists).toMatchObject([{ code: 'L-510403-2025', items: 4 }])
    expect(regions.map(({ code, parent }) => [code, parent])).toEqual([
      ['510400', null],
      ['510402', '510400'],
      ['510403', '510400'],
    ])
  })

  it('gives a figure out when it is confirmed, due and past its release day', async () => {
    const figures = Object.fromEntries((await page()).items.map((item) => [item.subject, item.figures]))
    expect(figures['XQ-145-T001']).toMatchObject([{ period: '2025Q2', value: '120', reportedOn: '2025-07-10' }])
    expect(figures['PX-145-P001']).toMatchObject([{ period: '2025Q2', text: '主体完工' }])
    expect([figures['DQ-145-T002'], figures['XQ-145-T006']]).toEqual([[], []])
  })

  it('filters by what its address says, and knows no other zone', async () => {
    for (const q of ['天然气', '天然 气', '　ＰX-145 天然气'])
      expect([q, await codes({ q })]).toEqual([q, ['PX-145-P001 510400']])
    expect(await codes({ q: '天然气 XQ-145' })).toEqual([])
    expect(await codes({ kind: 'target', region: '510402' })).toEqual(['DQ-145-T002 510402'])
    expect(await codes({ year: '2024' })).toEqual([])
    expect(await ask({ zone: 'Z-XX' })).toBeNull()
  })

  it('says nothing that people wrote for each other, neither on the page nor in a file', async () => {
    const all = JSON.stringify([await page(), await file('items.csv'), await file('items.json')])
    expect(all).toContain('主体完工')
    expect(all).not.toContain(SECRET)
    expect(all).not.toContain('160.5')
  })
})

describe('the open data', () => {
  it('has the page’s rows in both forms, as the dictionary describes them', async () => {
    const Whole = z.object({ rows: z.array(OpenRow), licence: z.object({ name: z.string() }) })
    const { rows } = Whole.parse(JSON.parse(await file('items.json')))
    expect(rows.map(({ subject }) => subject)).toEqual((await page()).items.map(({ subject }) => subject))
    const lines = (await file('items.csv')).split('\r\n')
    expect(lines[0]).toBe(`\u{feff}${OPEN_FIELDS.map(({ head }) => `"${head}"`).join(',')}`)
    expect(lines).toHaveLength(rows.length + 2)
    expect(lines.join('\n')).toContain(`"'=1+1"`)
    expect(lines.join('\n')).toContain('"-0.3"')
    expect((await file('items.csv', { q: '没有这样的' })).split('\r\n')).toHaveLength(2)
  })

  it('says in CSV words and units where JSON has codes, and the moment as it is in China', async () => {
    const csv = await file('items.csv')
    expect(csv).toContain('"总投资（万元）"')
    expect(csv).toContain('"重点"')
    expect(csv).not.toContain('"key"')
    expect(csv).toMatch(/"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00"/)
    expect(await file('items.json')).toContain('"attribute":"key"')
  })

  it('keeps its tag while nothing public changes, and has another one for another file', async () => {
    const [before, other] = [await tagNow(), await tagNow({ region: '510402' })]
    server.world.say(buildTargetReport({ ...PEOPLE, period: '2025Q1', content: { value: '60' } }))
    await server.world.settle()
    const after = await tagNow()
    expect(after.stamp).not.toBe(before.stamp)
    expect([after.tag, other.tag === before.tag]).toEqual([before.tag, false])
  })

  it('forgets at once what a list makes 工作内部 again', async () => {
    const { world } = server
    const before = await tagNow()
    world.say(buildItemListed({ code: 'L-510403-XQ-145-T001', visibility: 'internal' }), { source: 'Z-PX-LXB' })
    await world.settle()
    expect(await codes({ region: '510403' })).toEqual(['XQ-145-T006 510403'])
    expect(await file('items.csv')).not.toContain('XQ-145-T001')
    expect((await tagNow()).tag).not.toBe(before.tag)
  })
})
