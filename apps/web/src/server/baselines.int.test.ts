import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { Asked } from '@lianxi/schema/views/baseline'
import { ListSubjects } from '@lianxi/schema/views/year-list'
import { beforeAll, describe, expect, it } from 'vitest'
import { createServerWorld, person, type ServerWorld } from './testing/server-world'
import { code, talkTo } from './testing/talk'

const zone = 'Z-PX'
const secretariat = person('qin', 'secretariat', null)
const reporter = person('li', 'reporter', '510403')
const other = person('wang', 'reporter', '510402')

let server: ServerWorld
beforeAll(async () => {
  server = await createServerWorld()
  const aim = { code: 'PX-145-T009', name: '生产总值', region: '510400', value: '1300' }
  server.world.say(buildTargetListed(aim), { source: 'Z-PX-LXB', time: '2025-01-10T00:00:00.000Z' })
  await server.world.settle()
})

const { ask, tell } = talkTo(() => server)

describe('what a plan leaves open is asked once', () => {
  const about = { zone, region: '510403', subject: 'XQ-145-T001', asked: 'baseline' }
  const open = async (region: string) => {
    const { statements } = Asked.parse(await ask(reporter, 'baseline.asked', { zone, region }))
    return statements.filter(({ state }) => state === 'asked' || state === 'refused').map(({ subject }) => subject)
  }
  const statementOf = async () => {
    const { statements } = Asked.parse(await ask(secretariat, 'baseline.asked', { zone, subject: 'XQ-145-T001' }))
    return statements[0]
  }
  const stated = { value: '150', year: 2020, source: '2020年统计公报', note: '' }

  it('of a whole zone page by page, what was stated before what is still asked, with the counts of all', async () => {
    const paged = async (page: number) => Asked.parse(await ask(secretariat, 'baseline.asked', { zone, page }))
    const all = Asked.parse(await ask(secretariat, 'baseline.asked', { zone }))
    const first = await paged(1)
    expect(first.statements.map(({ subject }) => subject)).toEqual(all.statements.map(({ subject }) => subject))
    expect([first.counts, (await paged(2)).statements]).toEqual([{ stated: 0, open: 2, accepted: 0 }, []])
    const own = Asked.parse(await ask(reporter, 'baseline.asked', { zone, region: '510403' }))
    expect([own.statements.length, own.counts.open]).toEqual([1, 1])
  })

  it('of the body that reports the target; nobody else answers for it', async () => {
    expect([await open('510403'), await open('510402')]).toEqual([['XQ-145-T001'], ['DQ-145-T002']])
    await expect(tell(other, 'baseline.state', { ...about, ...stated })).rejects.toThrow()
    const unasked = { ...about, ...stated, subject: 'PX-145-T009' }
    expect(code(await tell(reporter, 'baseline.state', unasked))).toBe('baseline-not-asked')
    expect(code(await tell(reporter, 'baseline.state', { ...about, ...stated, year: 2025 }))).toBe('baseline-year')
  })

  it('is off its list once stated, and comes back with the reason when it was not accepted', async () => {
    expect(code(await tell(reporter, 'baseline.state', { ...about, ...stated, value: '149' }))).toBe('XQ-145-T001')
    expect([await open('510403'), (await statementOf())?.state]).toEqual([[], 'stated'])
    const { statements, counts } = Asked.parse(await ask(secretariat, 'baseline.asked', { zone, page: 1 }))
    expect([statements[0]?.subject, counts.stated]).toEqual(['XQ-145-T001', 1])
    expect(code(await tell(reporter, 'baseline.state', { ...about, ...stated }))).toBe('baseline-stated')
    const statement = (await statementOf())?.said?.statement ?? ''
    const judged = { ...about, statement, accept: false, reason: '' }
    expect(code(await tell(secretariat, 'baseline.judge', judged))).toBe('reason-required')
    expect(code(await tell(secretariat, 'baseline.judge', { ...judged, reason: '请用年鉴核定数' }))).toBe('XQ-145-T001')
    expect(await open('510403')).toEqual(['XQ-145-T001'])
    expect((await statementOf())?.judged?.reason).toBe('请用年鉴核定数')
  })

  it('is accepted as it was said, shown with who said it, never asked again, and the list’s suggestion uses it', async () => {
    await tell(reporter, 'baseline.state', { ...about, ...stated })
    const statement = (await statementOf())?.said?.statement ?? ''
    const judged = { ...about, statement, accept: true, reason: '' }
    expect(code(await tell(secretariat, 'baseline.judge', judged))).toBe('XQ-145-T001')
    expect(await statementOf()).toMatchObject({
      ...{ state: 'accepted', said: { ...stated, statedBy: 'li' } },
      judged: { decidedBy: 'qin', reason: null },
    })
    expect(await open('510403')).toEqual([])
    expect(code(await tell(reporter, 'baseline.state', { ...about, ...stated }))).toBe('baseline-accepted')
    const year = { zone, region: '510403', year: 2023, name: '西区2023年清单', copyOf: null }
    const coordinator = person('zhao', 'coordinator', '510403')
    const list = code(await tell(coordinator, 'yearList.create', year))
    const { subjects } = ListSubjects.parse(
      await ask(coordinator, 'yearList.subjects', { zone, list, q: 'XQ-145-T001' }),
    )
    expect(subjects[0]).toMatchObject({
      suggestion: {
        target: {
          baseline: { year: 2020, value: '150', origin: 'stated' },
          yearValue: { year: 2023, value: '191', origin: 'derived' },
        },
      },
      arithmetic: '150（2020年）+ (218.4 − 150) × 3/5 ≈ 191，在2020年与2025年之间按直线推算',
    })
  })
})
