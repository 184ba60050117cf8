import { buildTargetReport, buildReportReturned } from '@lianxi/testkit/events-reports'
import { TargetList } from '@lianxi/schema/views/lists'
import { Moments } from '@lianxi/schema/views/moments'
import { Overview } from '@lianxi/schema/views/overview'
import { SubjectView } from '@lianxi/schema/views/subject'
import { beforeAll, describe, expect, it } from 'vitest'
import { call, createServerWorld, outcome, person, type ServerWorld } from './testing/server-world'

const SECRETARIAT = person('k', 'secretariat', null)
const OTHER = person('f', 'reporter', '513400')
const ZONE = 'Z-PX'

let server: ServerWorld
/** Stamps of the board: before the report, with it, and after it was returned. */
let stamps: { listed: string; reported: string; returned: string }
const ask = (path: string, input: object, who = SECRETARIAT) =>
  call({ deps: server.deps, person: who }, path, { zone: ZONE, ...input }, 'query')
const overview = async (time: object, who = SECRETARIAT) =>
  Overview.parse(await ask('board.overview', { period: '2025Q3', ...time }, who))

beforeAll(async () => {
  server = await createServerWorld()
  const { world } = server
  const latest = async () => (await overview({})).stream?.stamp ?? ''
  const listed = await latest()
  const report = world.say(buildTargetReport({ content: { value: '160.5' } })).id
  await world.settle()
  const reported = await latest()
  world.say(buildReportReturned({ report }), { source: 'Z-PX-LXB' })
  await world.settle()
  stamps = { listed, reported, returned: await latest() }
})

describe('the board at a moment', () => {
  it('is what it was then, whatever came later, and says which stamp it shows', async () => {
    const counts = async (asOf: string) => {
      const { totals, asOf: shown, stream } = await overview({ asOf })
      expect([shown, stream]).toEqual([asOf, null])
      return [totals.pending, totals.reported, totals.returned]
    }
    expect(await counts(stamps.listed)).toEqual([4, 0, 0])
    expect(await counts(stamps.reported)).toEqual([3, 1, 0])
    expect(await counts(stamps.returned)).toEqual([3, 0, 1])
    expect((await overview({})).asOf).toBeNull()
  })

  it('shows of a list and of a subject only what had been said', async () => {
    const list = TargetList.parse(await ask('board.targets', { region: '510403', asOf: stamps.listed }))
    expect(list.rows).toMatchObject([{ state: 'pending', cell: { value: null }, person: null }])
    const subject = async (asOf: string) => {
      const view = SubjectView.parse(await ask('board.subject', { subject: 'XQ-145-T001', asOf }))
      return [view.reports.length, view.reports[0]?.verdicts.length, view.reports[0]?.mayReturn, view.mayRevise]
    }
    expect(await subject(stamps.listed)).toEqual([0, undefined, undefined, false])
    expect(await subject(stamps.reported)).toEqual([1, 0, false, false])
    expect(await subject(stamps.returned)).toEqual([1, 1, false, false])
  })

  it('is remembered by what the viewer may see', async () => {
    const regions = async (who: typeof OTHER) =>
      (await overview({ asOf: stamps.reported }, who)).tiles.map((tile) => tile.region.code)
    expect(await regions(SECRETARIAT)).toHaveLength(4)
    expect(await regions(OTHER)).toEqual(['513400'])
  })
})

describe('moments of an address', () => {
  const moments = async (time: object) => Moments.parse(await ask('board.moments', time))

  it('mean the last commit until then; a minute and a day with all they hold', async () => {
    expect(await moments({ asOf: stamps.reported })).toMatchObject({ asOf: stamps.reported, refusal: null })
    expect(await moments({ asOf: '2025-10-12' })).toMatchObject({ asOf: stamps.returned, refusal: null })
    expect(await moments({ asOf: '2025-10-12T18:00', comparedWith: stamps.listed })).toEqual({
      asOf: stamps.returned,
      comparedWith: stamps.listed,
      refusal: null,
    })
  })

  it.each([
    [{ asOf: '2030-01-01' }, '口径时点尚未到来，请选择当前或更早的时点。'],
    [{ asOf: '2001-01-01' }, /^口径时点早于本经济区最早的数据（2025-10-12 18:00）/],
    [{ comparedWith: '2030-01-01' }, /^对比时点尚未到来/],
    [{ zone: 'Z-CD', asOf: '2025-10-12' }, '本经济区尚无数据入库，不能选择时点。'],
  ])('%j is a sentence, and a bad request to whoever does not ask first', async (time, sentence) => {
    const elsewhere = person('n', 'secretariat', null, 'Z-CD')
    const who = 'zone' in time ? elsewhere : SECRETARIAT
    const { refusal } = Moments.parse(await ask('board.moments', time, who))
    expect(refusal).toMatch(sentence)
    expect(await outcome(ask('board.overview', time, who))).toBe('BAD_REQUEST')
  })

  it('compares with what was before, never with what came after', async () => {
    const { refusal } = await moments({ asOf: stamps.listed, comparedWith: stamps.returned })
    expect(refusal).toBe('对比时点应早于口径时点，请重新选择。')
  })
})
