import { buffer } from 'node:stream/consumers'
import { readWorkbook } from '@lianxi/office-files/read-workbook'
import { Changes } from '@lianxi/schema/views/changes'
import { CellFilter } from '@lianxi/schema/views/cell'
import { ProjectList, TargetList } from '@lianxi/schema/views/lists'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { beforeAll, describe, expect, it } from 'vitest'
import { unseenOf } from '../features/board/unseen'
import { boardFile } from './board-export'
import { badAddress, orRefusal, streamAnswer, XLSX } from './file-answer'
import { appRouter } from './routers/index'
import { call, createServerWorld, person, type ServerWorld } from './testing/server-world'
import { createCallerFactory } from './trpc'

/** 凉山's office asks by the address for what is 西区's: its filings, its bodies, its changes, as pages and as files. */
const OTHER = person('f', 'reporter', '513400')
const SECRETARIAT = person('k', 'secretariat', null)
const ZONE = 'Z-PX'
const THEIRS = ['510403', '510403-FGJ', 'XQ-145-T001', '160.5']

let server: ServerWorld
let listed: string
beforeAll(async () => {
  server = await createServerWorld()
  const latest = async () => TargetList.parse(await ask('board.targets', {}, SECRETARIAT)).stream?.stamp ?? ''
  listed = await latest()
  server.world.say(buildTargetReport({ content: { value: '160.5', problems: '资金不足' } }))
  await server.world.settle()
})

const ask = (path: string, input: object, who = OTHER) =>
  call({ deps: server.deps, person: who }, path, { zone: ZONE, ...input }, 'query')
const api = (who: typeof OTHER | null) =>
  createCallerFactory(appRouter)({ deps: server.deps, person: who, headers: new Headers(), answer: new Headers() })
/** As the route answers. */
const exported = (what: string, query: object, who: typeof OTHER | null = OTHER) =>
  orRefusal(async () => {
    const file = await boardFile(api(who), what, { zone: ZONE, ...query })
    return file === undefined ? badAddress() : streamAnswer(file.body, { name: 'a.xlsx', type: XLSX })
  })
async function cellsOf(answer: Response): Promise<string[]> {
  const read = await readWorkbook(await buffer(answer.body ?? new ReadableStream()))
  if (!read.ok) throw new Error(read.refusal.sentence)
  return read.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)))
}

describe('a filter address from somebody without the right to it', () => {
  const FILTERS = [{ region: '510403' }, { body: '510403-FGJ' }, { region: '510403', body: '510403-FGJ' }]

  it.each(FILTERS)('%j shows nothing of it, offers nothing of it, and the page says why', async (filter) => {
    for (const list of [
      TargetList.parse(await ask('board.targets', { ...filter, period: '2025Q3', scope: 'all' })),
      ProjectList.parse(await ask('board.projects', { ...filter, period: '2025Q3', scope: 'all' })),
    ]) {
      expect([list.total, list.rows]).toEqual([0, []])
      expect(unseenOf(filter, list.options)).toMatch(/^(地区（510403）|单位（510403-FGJ）)$/)
    }
    const seen = TargetList.parse(await ask('board.targets', filter, SECRETARIAT))
    expect([seen.total, unseenOf(filter, seen.options)]).toEqual([1, null])
  })

  it('of changes too', async () => {
    const asked = { region: '510403', comparedWith: listed }
    const changes = Changes.parse(await ask('board.changes', asked))
    expect([changes.total, unseenOf(asked, changes)]).toEqual([0, '地区（510403）'])
    const seen = Changes.parse(await ask('board.changes', asked, SECRETARIAT))
    expect(seen.rows.map(({ kinds, note }) => [...kinds, note])).toEqual([
      ['reported', null],
      ['matter-opened', '存在问题：资金不足'],
    ])
    const cells = await cellsOf(await exported('changes', asked, SECRETARIAT))
    expect(cells).toEqual(expect.arrayContaining(['新增事项', '存在问题：资金不足']))
  })

  it.each(CellFilter.options)('show=%s gives an office rows of its own only', async (show) => {
    const asked = { show, period: '2025Q3' }
    const places = [
      ...TargetList.parse(await ask('board.targets', asked)).rows,
      ...ProjectList.parse(await ask('board.projects', asked)).rows,
    ].map(({ region }) => region?.code)
    expect(places.filter((code) => code !== '513400')).toEqual([])
  })

  it.each(['targets', 'projects', 'changes', 'overview', 'cross-region'])(
    'the file of %s holds no more than the page',
    async (what) => {
      const filter =
        what === 'overview'
          ? {}
          : { region: '510403', ...(what.endsWith('s') && what !== 'changes' && { body: '510403-FGJ' }) }
      const cells = await cellsOf(await exported(what, { ...filter, comparedWith: listed }))
      const said = cells.filter((text) => !text.startsWith('筛选') && !text.includes('；筛选'))
      expect(said.filter((text) => THEIRS.some((one) => text.includes(one)))).toEqual([])
      expect(cells.length).toBeGreaterThan(0)
    },
  )
})

describe('a file that is refused', () => {
  const words = async (answer: Promise<Response>) => {
    const { status, headers, body } = await answer
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    return [status, (await buffer(body ?? new ReadableStream())).toString()]
  }

  it.each([
    [{ asOf: '2030-01-01' }, '口径时点尚未到来，请选择当前或更早的时点。'],
    [{ asOf: '2001-01-01' }, '口径时点早于本经济区最早的数据（2025-10-12 18:00），当时还没有可以列出的内容。'],
    [
      { asOf: 'listed', comparedWith: '2025-10-12' },
      '对比时点晚于口径时点。请在“对比”中选择更早的时点，或把“口径时点”改晚。',
    ],
  ])('%j says so in the sentence of the page, not by a blank one', async (time, sentence) => {
    const asked = { ...time, ...('comparedWith' in time && { asOf: listed }) }
    for (const what of ['targets', 'projects', 'changes', 'overview', 'cross-region']) {
      expect(await words(exported(what, asked))).toEqual([400, sentence])
    }
  })

  it('without a login, without a role in the zone, or by a miswritten address', async () => {
    expect(await words(exported('targets', {}, null))).toEqual([401, '登录已失效，请重新登录。'])
    const elsewhere = person('n', 'secretariat', null, 'Z-CD')
    expect(await words(exported('targets', {}, elsewhere))).toEqual([403, '您没有办理此事项的权限。'])
    const miswritten = [400, '地址中的条件写法有误，请回到页面重新选择后再导出。']
    expect(await words(exported('targets', { period: '2025Q9' }))).toEqual(miswritten)
    expect(await words(exported('secrets', {}))).toEqual(miswritten)
  })
})
