import { buffer } from 'node:stream/consumers'
import { readWorkbook } from '@lianxi/office-files/read-workbook'
import { Matrix } from '@lianxi/schema/views/matrix'
import { buildProjectReport } from '@lianxi/testkit/events-reports'
import { beforeAll, describe, expect, it } from 'vitest'
import { boardFile } from './board-export'
import { appRouter } from './routers/index'
import { call, createServerWorld, person, type ServerWorld } from './testing/server-world'
import { createCallerFactory } from './trpc'

const SECRETARIAT = person('k', 'secretariat', null)
const PARTNER = person('f', 'reporter', '513400')
const DISTRICT = person('d', 'reporter', '510402')
const SUBJECT = 'PX-145-P001'

let server: ServerWorld
/** Before anybody reported, and with one of two parts. */
let stamps: string[]
const ask = async (input: object = {}, who = SECRETARIAT) =>
  Matrix.parse(
    await call(
      { deps: server.deps, person: who },
      'board.crossRegion',
      { zone: 'Z-PX', period: '2025Q3', ...input },
      'query',
    ),
  )
const project = (region: string, content: Parameters<typeof buildProjectReport>[0]) =>
  server.world.say(buildProjectReport({ subject: SUBJECT, region, body: `${region}-FGJ`, ...content }), {
    source: `${region}-FGJ`,
  })
beforeAll(async () => {
  server = await createServerWorld()
  stamps = [(await ask()).stream?.stamp ?? '']
  project('510400', {
    content: { stage: 'under-construction', progressPercent: '58', investedYearWan: 100, investedTotalWan: 30_000 },
  })
  await server.world.settle()
  stamps.push((await ask()).stream?.stamp ?? '')
  project('513400', {
    content: { stage: 'to-start', progressPercent: '5', investedYearWan: 100, investedTotalWan: 10_000 },
  })
  await server.world.settle()
})

describe('the matrix of cross-region projects', () => {
  it('has a row a project and a column a region, with what each says and where it does not fit', async () => {
    const { columns, rows, counts, total } = await ask()
    expect(columns.map(({ code }) => code)).toEqual(['510400', '513400'])
    expect([total, counts]).toEqual([1, { open: 1, settled: 0, unsaid: 0, late: 0, agrees: 0 }])
    expect(rows).toMatchObject([
      {
        ...{ subject: SUBJECT, disagrees: ['stage', 'progress', 'share'], before: null },
        parts: [
          { stage: 'under-construction', progressPercent: '58', investedPercent: '75.0', sharePercent: 50 },
          { stage: 'to-start', progressPercent: '5', investedPercent: '25.0', sharePercent: 50 },
        ],
      },
    ])
  })

  it.each([
    [{ show: 'open' }, 1],
    [{ show: 'agrees' }, 0],
    [{ show: 'unsaid' }, 0],
    [{ what: 'share' }, 1],
    [{ what: 'dates' }, 0],
    [{ region: '513400' }, 1],
    [{ region: '510402' }, 0],
    [{ field: '能源' }, 0],
    [{ q: '天然气' }, 1],
    [{ q: 'px-145' }, 1],
    [{ q: '没有这样的' }, 0],
  ])('is filtered by %j', async (filter, total) => expect((await ask(filter)).total).toBe(total))

  it('is what it was at a moment, and says beside each row how it stood at another', async () => {
    const [listed = '', one = ''] = stamps
    const past = await ask({ asOf: one, comparedWith: listed })
    expect([past.asOf, past.stream, past.counts.unsaid]).toEqual([one, null, 1])
    expect(past.rows).toMatchObject([
      {
        ...{ disagrees: [], parts: [{ reported: true }, { reported: false }] },
        before: { open: [], parts: [{ reported: false }, { reported: false }] },
      },
    ])
    expect((await ask({ comparedWith: one })).rows).toMatchObject([
      { before: { open: [], parts: [{ stage: 'under-construction' }, {}] } },
    ])
  })

  it('shows partners each other’s parts, and nothing to an office without one', async () => {
    expect((await ask({}, PARTNER)).rows).toMatchObject([
      { parts: [{ stage: 'under-construction' }, { stage: 'to-start' }] },
    ])
    const nothing = await ask({}, DISTRICT)
    expect([nothing.total, nothing.columns, nothing.regions]).toEqual([0, [], []])
  })

  it('has the partners’ columns in an office’s overview too', async () => {
    const api = createCallerFactory(appRouter)({
      ...{ deps: server.deps, person: PARTNER, headers: new Headers(), answer: new Headers() },
    })
    const file = await boardFile(api, 'overview', { zone: 'Z-PX', period: '2025Q3' })
    if (file === undefined) throw new Error('no file')
    const read = await readWorkbook(await buffer(file.body))
    if (!read.ok) throw new Error(read.refusal.sentence)
    const sheet = read.sheets.find(({ name }) => name === '跨区域项目')
    const heads = sheet?.rows.map(({ cells }) => cells.map(({ text }) => text)).find(([head]) => head === '编号')
    expect(heads?.slice(3, 5)).toEqual(['攀枝花市', '凉山州'])
  })

  it('is exported as the page shows it, four columns a region, sums as numbers', async () => {
    const api = createCallerFactory(appRouter)({
      ...{ deps: server.deps, person: SECRETARIAT, headers: new Headers(), answer: new Headers() },
    })
    const file = await boardFile(api, 'cross-region', { zone: 'Z-PX', period: '2025Q3', show: 'open' })
    if (file === undefined) throw new Error('no file')
    const read = await readWorkbook(await buffer(file.body))
    if (!read.ok) throw new Error(read.refusal.sentence)
    const rows = read.sheets[0]?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? []
    expect(rows.flat()).toEqual(
      expect.arrayContaining([
        '攀西经济区跨区域项目对照',
        '筛选：核对情况 不一致待核定',
        '共 1 条',
        '凉山州 形象进度（%）',
      ]),
    )
    expect(rows.at(-1)).toEqual(
      expect.arrayContaining([
        SUBJECT,
        '在建',
        '58',
        '30000',
        '75.0%（约定 50%）',
        '拟开工',
        '10000',
        '25.0%（约定 50%）',
      ]),
    )
  })
})
