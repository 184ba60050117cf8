import { buffer } from 'node:stream/consumers'
import { createPool } from '@lianxi/db/pool'
import { readWorkbook } from '@lianxi/office-files/read-workbook'
import { ItemRevised } from '@lianxi/schema/events/commitments'
import { CHANGE_LABELS, type ChangeCounts, type ChangeLine, ChangeKind, Changes } from '@lianxi/schema/views/changes'
import { Overview } from '@lianxi/schema/views/overview'
import { buildItemListed } from '@lianxi/testkit/events-commitments'
import { buildProjectReport, buildReportReturned, buildTargetReport } from '@lianxi/testkit/events-reports'
import { beforeAll, describe, expect, it } from 'vitest'
import { boardFile } from './board-export'
import { appRouter } from './routers/index'
import { call, createServerWorld, person, type ServerWorld } from './testing/server-world'
import { createCallerFactory } from './trpc'

const SECRETARIAT = person('k', 'secretariat', null)
const ZONE = 'Z-PX'

let server: ServerWorld
/** Stamps of the board, one after each thing said; the first before all. */
const stamps: string[] = []
const ask = (path: string, input: object) =>
  call({ deps: server.deps, person: SECRETARIAT }, path, { zone: ZONE, ...input }, 'query')
const overview = async (period = '2025Q3') => Overview.parse(await ask('board.overview', { period }))
const changes = async (input: object = {}) =>
  Changes.parse(await ask('board.changes', { comparedWith: stamps[0], ...input }))

beforeAll(async () => {
  server = await createServerWorld()
  const { world } = server
  const settle = async () => {
    await world.settle()
    stamps.push((await overview()).stream?.stamp ?? '')
  }
  await settle()
  const of = (region: string) => ({ subject: 'PX-145-P001', region, body: `${region}-FGJ` })
  const first = world.say(buildTargetReport({ content: { value: '160.5', problems: '电价未定' } })).id
  await settle()
  const again = { revision: 2, replaces: first, correctionReason: '更正' }
  const report = world.say(buildTargetReport({ ...again, content: { value: '161', problems: '电价未定' } })).id
  await settle()
  world.say(buildReportReturned({ report }), { source: 'Z-PX-LXB' })
  await settle()
  for (const region of ['510400', '513400']) {
    const matters = [{ kind: 'land' as const, text: `${region} 用地未批` }]
    world.say(
      buildProjectReport({ ...of(region), content: { matters, progressPercent: region === '510400' ? '40' : '60' } }),
      {
        source: `${region}-FGJ`,
      },
    )
    await settle()
  }
  for (let nth = 10; nth < 20; nth += 1) {
    const item = buildItemListed({ code: `L-510403-2025-${nth}` }).data
    world.say({ type: 'lianxi.item.listed.v1', data: item }, { source: 'Z-PX-LXB' })
  }
  await settle()
  const revised = { ...buildItemListed({ code: 'L-510403-XQ-145-T001' }).data, deadline: '2025-11-30' }
  const basis = { revision: 1, reason: '提前', basis: '会议纪要', revisedOn: '2025-10-10' }
  world.say(
    { type: 'lianxi.item.revised.v1', data: ItemRevised.parse({ item: revised, ...basis }) },
    { source: 'Z-PX-LXB' },
  )
  await settle()
})

const countsOf = (rows: readonly ChangeLine[]): ChangeCounts => {
  const counts: ChangeCounts = {}
  for (const { kinds } of rows) for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

describe('what changed', () => {
  it('is the same on all pages together, in the counts, under each filter and in the file', async () => {
    const whole = await changes({ pageSize: 500 })
    expect(Object.keys(whole.counts).sort()).toEqual(
      ['item-listed', 'item-revised', 'matter-opened', 'reported', 'returned'].sort(),
    )
    expect([whole.rows.length, countsOf(whole.rows)]).toEqual([whole.total, whole.counts])
    const pages: ChangeLine[] = []
    for (let page = 1; (page - 1) * 10 < whole.total; page += 1) {
      pages.push(...(await changes({ page, pageSize: 10 })).rows)
    }
    expect(whole.total).toBeGreaterThan(10)
    expect(pages).toEqual(whole.rows)
    const under = async (filter: object, keeps: (line: ChangeLine) => boolean) => {
      const { rows, total } = await changes({ ...filter, pageSize: 500 })
      expect(rows).toEqual(whole.rows.filter(keeps))
      expect(total).toBe(rows.length)
      return total
    }
    for (const change of ChangeKind.options) {
      expect(await under({ change }, ({ kinds }) => kinds.includes(change))).toBe(whole.counts[change] ?? 0)
    }
    for (const name of ['field', 'subject', 'period'] as const) {
      for (const value of new Set(whole.rows.flatMap((line) => line[name] ?? []))) {
        expect(await under({ [name]: value }, (line) => line[name] === value)).toBeGreaterThan(0)
      }
    }
    await under({ region: '510400' }, ({ region }) => region?.code === '510400')

    const api = createCallerFactory(appRouter)({
      ...{ deps: server.deps, person: SECRETARIAT, headers: new Headers(), answer: new Headers() },
    })
    const file = await boardFile(api, 'changes', { zone: ZONE, comparedWith: stamps[0] })
    if (file === undefined) throw new Error('no file')
    const text = JSON.stringify(await readWorkbook(await buffer(file.body)))
    for (const { subject, kinds } of whole.rows) {
      expect(text).toContain(subject)
      expect(text).toContain(kinds.map((kind) => CHANGE_LABELS[kind]).join('、'))
    }
    expect(text).toContain(`共 ${whole.total} 条`)
  })
})

describe('twenty sets of changes asked for at once', () => {
  it('leave connections to whoever asks for less, and nobody is refused', async () => {
    const pairs = stamps.flatMap((comparedWith, at) => stamps.slice(at + 1).map((asOf) => ({ asOf, comparedWith })))
    expect(pairs.length).toBeGreaterThanOrEqual(20)
    const admin = createPool(server.world.url('admin'), { max: 1 })
    const client = await admin.connect()
    // Every set reads the history of cells, the board as it stands does not.
    await client.query('BEGIN; LOCK TABLE board.progress_history IN ACCESS EXCLUSIVE MODE')
    const sets = Promise.all(pairs.slice(0, 20).map((input) => ask('board.changes', { ...input, region: '510402' })))
    const waiting = () =>
      client.query<{ n: string }>(
        `SELECT count(*) AS n FROM pg_locks WHERE NOT granted AND relation = 'board.progress_history'::regclass`,
      )
    await expect.poll(async () => Number((await waiting()).rows[0]?.n), { timeout: 10_000 }).toBeGreaterThan(0)
    // Nobody asked for this one before.
    expect((await overview('2025Q2')).tiles.length).toBe(4)
    expect(Number((await waiting()).rows[0]?.n)).toBeLessThanOrEqual(3)
    await client.query('COMMIT')
    client.release()
    expect((await sets).map((set) => Changes.parse(set).asOf)).toEqual(pairs.slice(0, 20).map(({ asOf }) => asOf))
    await admin.end()
  })
})
