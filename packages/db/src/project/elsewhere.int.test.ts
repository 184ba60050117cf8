import { decideLibrary } from '@lianxi/domain/project/decide'
import type { LibraryDeed } from '@lianxi/schema/commands/library'
import { LibraryInput, LibraryProject } from '@lianxi/schema/views/library'
import { buildPlanListed, buildProjectListed, buildZoneListed } from '@lianxi/testkit/events-facts'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { readLibrary } from '../readers/library/read'
import { findLibraryProject } from '../readers/library/project'
import { rebuildBoard } from '../rebuild/rebuild'
import { createBoardWorld, type World } from '../testing/board-world'
import { handleLibrary } from './handle-library'

const [HERE, THERE] = ['Z-PX', 'Z-CN'] as const
const [OURS, THEIRS, HIDDEN, DRAFT] = ['PX-145-P233', 'CN-145-P253', 'CN-145-P900', 'CND-145-P001'] as const
const ROAD = 'G4216仁寿经新市经金阳经宁南至攀枝花高速公路'
const secretariat = { secretariat: true, regions: [] }

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
  const place = { crossRegion: false, stage: null, possibleSameAs: [] }
  world.say(buildProjectListed({ ...place, code: OURS, name: ROAD, regions: ['510400', '511500'], parent: null }), {
    source: 'Z-PX-LXB',
  })
  const there = { zone: THERE, source: 'Z-CN-LXB' }
  world.say(buildZoneListed({ code: THERE, name: '川南经济区', responsibleRegions: ['511500'] }), there)
  world.say(buildPlanListed({ code: 'CN-145', name: '川南规划', region: null }), there)
  world.say(buildPlanListed({ code: 'CND-145', name: '川南规划（稿）', region: null, status: 'draft' }), there)
  const listed = (code: string, plan: string, visibility: 'public' | 'internal') =>
    world.say(
      buildProjectListed({
        ...{ ...place, code, plan, visibility, name: ROAD, regions: ['511500'], parent: null },
        source: { plan, chapter: null, section: null, box: null, line: 1 },
      }),
      there,
    )
  listed(THEIRS, 'CN-145', 'public')
  listed(HIDDEN, 'CN-145', 'internal')
  listed(DRAFT, 'CND-145', 'public')
  await world.settle()
})

const finding = (change: Partial<Extract<LibraryDeed, { type: 'find-elsewhere' }>> = {}): LibraryDeed => ({
  ...{ type: 'find-elsewhere', code: OURS, otherZone: THERE, other: THEIRS, finding: 'same', reason: '同一高速' },
  ...change,
})
async function tell(zone: string, deed: LibraryDeed, seen?: string | null) {
  const press = { userId: 'zhao', key: v4(), procedure: 'library.record', input: deed }
  const who = { actor: { id: 'zhao', name: '赵明远' }, body: `${zone}-LXB`, keeper: secretariat, press }
  const result = await handleLibrary(world.prisma, { zone, deed, seen, ...who }, decideLibrary)
  return result.ok ? 'ok' : result.refusal.code
}
const project = async (zone: string, code: string) =>
  LibraryProject.parse(await findLibraryProject(world.prisma, { zone, code }, null, secretariat))
const standing = async (zone: string, code: string) => (await project(zone, code)).elsewhere.map((one) => one.standing)
const counted = async (zone: string) =>
  (await readLibrary(world.prisma, LibraryInput.parse({ zone, q: 'G4216' }), null)).total

describe('one project in two zones', () => {
  it('is asked about over the zones, of what is public in a plan in force and of nothing else', async () => {
    const { elsewhere, otherZones } = await project(HERE, OURS)
    expect(elsewhere).toMatchObject([
      { zone: { name: '川南经济区' }, code: THEIRS, planName: '川南规划', standing: null },
    ])
    expect(elsewhere[0]?.score).toBeGreaterThanOrEqual(80)
    expect(otherZones).toEqual([{ code: THERE, name: '川南经济区' }])
    expect((await project(THERE, THEIRS)).elsewhere).toMatchObject([{ zone: { code: HERE }, code: OURS }])
    for (const other of [HIDDEN, DRAFT, 'CN-145-P999'])
      expect(await tell(HERE, finding({ other }))).toBe('elsewhere-unknown')
    expect(await tell(HERE, finding({ otherZone: HERE, other: 'PX-145-P001' }))).toBe('elsewhere-unknown')
  })

  it('is said by each zone of its own listing; both stay, each zone counts its own', async () => {
    const { seen } = await project(HERE, OURS)
    // Two people at once: one of them hears it.
    const both = await Promise.all([tell(HERE, finding(), seen), tell(HERE, finding({ reason: '同名' }), seen)])
    expect(both.sort()).toEqual(['library-changed', 'ok'])
    await world.settle()
    expect([await standing(HERE, OURS), await standing(THERE, THEIRS)]).toEqual([['ours'], ['theirs']])
    const answer = { code: THEIRS, otherZone: HERE, other: OURS }
    expect(await tell(THERE, finding({ ...answer, finding: 'different' }))).toBe('ok')
    await world.settle()
    expect([await standing(HERE, OURS), await standing(THERE, THEIRS)]).toEqual([['contradicting'], ['contradicting']])
    expect(await tell(THERE, finding(answer))).toBe('ok')
    await world.settle()
    expect([await standing(HERE, OURS), await standing(THERE, THEIRS)]).toEqual([['agreed'], ['agreed']])
    expect((await project(THERE, THEIRS)).elsewhere[0]?.theirs).toMatchObject({ body: '攀西经济区联席会议办公室' })
    expect([await counted(HERE), await counted(THERE)]).toEqual([1, 3])
    expect((await project(HERE, OURS)).log[0]?.text).toContain('是同一项目')
  })

  it('is unsaid by who said it, and the other zone’s word stays', async () => {
    expect(await tell(HERE, finding({ finding: 'withdrawn', reason: '重新核对' }))).toBe('ok')
    expect(await tell(HERE, finding({ finding: 'withdrawn', reason: '重新核对' }))).toBe('elsewhere-same')
    await world.settle()
    expect([await standing(HERE, OURS), await standing(THERE, THEIRS)]).toEqual([['theirs'], ['ours']])
    const rebuilt = await rebuildBoard({
      ...{ url: world.url('migrator'), swap: false, signal: new AbortController().signal, onProgress: () => undefined },
    })
    if (rebuilt.kind !== 'compared') throw new Error(rebuilt.kind)
    expect(rebuilt.tables.filter(({ differing }) => differing > 0)).toEqual([])
  })
})
