import type { CrossRegionDeed } from '@lianxi/schema/commands/cross-region'
import { ChangesInput } from '@lianxi/schema/views/changes'
import { CrossRegionLine } from '@lianxi/schema/views/cross-region'
import { SubjectView } from '@lianxi/schema/views/subject'
import { YearListView } from '@lianxi/schema/views/year-list'
import { buildProjectReport } from '@lianxi/testkit/events-reports'
import { v4, v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { boardAt, CURRENT } from '../readers/base/board'
import { readChanges } from '../readers/changes/read'
import { createChangeSets } from '../readers/changes/sets'
import { readOverview } from '../readers/board/overview'
import { findLatestStamp } from '../readers/moment/stream-state'
import { findSubjectView } from '../readers/board/subject'
import { createBoardWorld, type World } from '../testing/board-world'
import { writeHandoverReminders } from '../notice/write-reminders'
import { createPool } from '../pool'
import { findYearListView } from '../readers/year-list/one'
import { sayOfCrossRegion } from './say'

let world: World
let ofPrefecture = ''
const nobody = () => ({ mayReturn: false, mayConfirm: false })
const project = (region: string, progressPercent: string, stage: 'under-construction' | 'to-start') =>
  world.say(
    buildProjectReport({
      ...{ subject: 'PX-145-P001', region, body: `${region}-FGJ` },
      content: { stage, progressPercent },
    }),
    { source: `${region}-FGJ` },
  )
beforeAll(async () => {
  world = await createBoardWorld()
  project('510400', '58', 'under-construction')
  ofPrefecture = project('513400', '31', 'to-start').id
  await world.settle()
})

describe('what the secretariat says of a project in several regions', () => {
  const [zone, subject] = ['Z-PX', 'PX-145-P001']
  const say = async (deed: CrossRegionDeed) => {
    const input = { zone, subject, idempotencyKey: v4(), deed }
    const press = { userId: 's', key: input.idempotencyKey, procedure: 'crossRegion.say', input }
    const acting = { actor: { id: 's', name: '李明' }, body: 'Z-PX-LXB', press }
    const result = await sayOfCrossRegion(world.prisma, input, acting)
    expect(await sayOfCrossRegion(world.prisma, input, acting), 'pressed twice').toEqual(result)
    await world.settle()
    return result.ok ? 'ok' : result.refusal.code
  }
  const line = async (at?: string) => {
    const board = at === undefined ? undefined : boardAt(at)
    const found = (await readOverview(world.prisma, zone, '2025Q3', null, board)).crossRegion[0]
    if (found === undefined) throw new Error('no cross-region project')
    return CrossRegionLine.parse(found)
  }
  const stamp = async () => (await findLatestStamp(world.prisma)) ?? ''
  const changes = async (since: string) => {
    const asked = { sight: null, board: CURRENT, compared: boardAt(since), heavy: world.prisma }
    const sets = createChangeSets()
    const { rows } = await readChanges(world.prisma, ChangesInput.parse({ zone }), { ...asked, sets })
    return rows.map(({ kinds, note }) => [...kinds, note])
  }
  const crossing = async (sight: string[] | null) => {
    const view = await findSubjectView(world.prisma, zone, subject, { sight, judge: nobody })
    return SubjectView.parse(view).crossing
  }

  it('settles a disagreement, which stands until the values change, in the present and in what was', async () => {
    const { seen, disagrees, open } = await line()
    expect([disagrees, open]).toEqual([
      ['stage', 'progress'],
      ['stage', 'progress'],
    ])
    const before = await stamp()
    const settling: CrossRegionDeed = {
      type: 'settle',
      period: '2025Q3',
      what: ['stage'],
      seen,
      note: '以两地所报为准',
    }
    expect(await say({ ...settling, seen: '[]' })).toBe('cross-changed')
    expect(await say(settling)).toBe('ok')
    expect(await line()).toMatchObject({
      disagrees,
      open: ['progress'],
      settled: [{ note: '以两地所报为准', person: '李明' }],
    })
    expect(await line(before)).toMatchObject({ open, settled: [] })
    expect(await changes(before)).toEqual([
      ['settled', '阶段不一致：以两地所报为准（李明）'],
      ['matter-closed', '阶段不一致：已核定'],
    ])
    const settled = await stamp()
    world.say(
      buildProjectReport({
        ...{ subject, region: '513400', body: '513400-FGJ', revision: 2, correctionReason: '核对' },
        ...{ replaces: ofPrefecture, content: { stage: 'suspended', progressPercent: '31' } },
      }),
      { source: '513400-FGJ' },
    )
    await world.settle()
    expect(await line()).toMatchObject({ open: ['stage', 'progress'], settled: [] })
    expect(await line(settled)).toMatchObject({ open: ['progress'] })
    expect((await crossing(null))?.settlements).toMatchObject([{ note: '以两地所报为准', stands: false }])
  })

  it('keeps who hands over what to whom: open, late by its day, reached; partners see it, others do not', async () => {
    const before = await stamp()
    const agreed = {
      giver: '513400',
      receiver: '510400',
      what: '会理段用地手续',
      unlocks: '焊接进场',
      basis: '会议纪要',
    }
    const agree: CrossRegionDeed = { ...{ type: 'agree', code: null, seen: null, dueOn: '2025-10-11' }, ...agreed }
    expect(await say(agree)).toBe('ok')
    const [late] = (await line()).handovers
    expect(late).toMatchObject({ code: `${subject}-J01`, state: 'late', giver: { shortName: '凉山州' } })
    if (late === undefined) throw new Error('no handover')
    const { code, seen } = late
    const moved: CrossRegionDeed = { ...agree, code, seen, dueOn: '2025-10-31' }
    expect(await say({ ...moved, seen: v7() })).toBe('cross-changed')
    expect(await say(moved)).toBe('ok')
    const open = (await line()).handovers[0]
    expect(open).toMatchObject({ state: 'open', dueOn: '2025-10-31' })
    const reached = { type: 'reach' as const, code, seen: open?.seen ?? '', reachedOn: '2025-10-12', note: '现场签认' }
    expect(await say(reached)).toBe('ok')
    expect((await crossing(['513400']))?.handovers).toMatchObject([{ state: 'reached', note: '现场签认' }])
    expect((await crossing(['510403']))?.handovers).toEqual([])
    expect(await changes(before)).toEqual([
      ['handover-reached', '凉山州 → 攀枝花市：会理段用地手续（2025-10-31 前），按期移交'],
    ])
  })

  it('reminds of what is near once, tells the secretariat what is late, and stands with the year’s list', async () => {
    const worker = createPool(world.url('worker_app'))
    const agree = { type: 'agree' as const, code: null, seen: null, unlocks: '', basis: '会议纪要' }
    const [giver, receiver] = ['510400', '513400']
    expect(await say({ ...agree, giver, receiver, what: '管线图', dueOn: '2025-10-13' })).toBe('ok')
    expect(await say({ ...agree, giver: receiver, receiver: giver, what: '红线图', dueOn: '2025-10-11' })).toBe('ok')
    for (let pass = 0; pass < 2; pass += 1) await writeHandoverReminders(worker, { before: [3, 1], after: [1] })
    const { rows } = await worker.query<{ body: string; text: string }>(
      `SELECT body, text FROM notice WHERE kind = 'handover' ORDER BY body`,
    )
    await worker.end()
    const told = rows.map(({ body, text }) => `${body} ${text.slice(4, text.indexOf('：'))}`)
    expect(told.sort()).toEqual([
      ...['510400-FGJ 将于2025-10-13到期', '510400-FGJ 已过约定日期2025-10-11，尚未登记完成'],
      ...['513400-FGJ 将于2025-10-13到期', '513400-FGJ 已过约定日期2025-10-11，尚未登记完成'],
      'Z-PX-LXB 已过约定日期2025-10-11，尚未登记完成',
    ])
    const listed = async (sight: string[] | null) => {
      const viewer = { secretariat: [], regions: [] }
      const list = await findYearListView(world.prisma, zone, 'L-510403-2025', viewer, { sight })
      return YearListView.parse(list).handovers.map(({ what, state }) => `${what} ${state}`)
    }
    expect(await listed(null)).toEqual(['红线图 late', '管线图 open', '会理段用地手续 reached'])
    expect(await listed(['513400'])).toHaveLength(3)
    expect(await listed(['510403'])).toEqual([])
  })
})
