import { decide as decideReport, type ReportCommand } from '@lianxi/domain/report/decide'
import { decide, type ListCommand } from '@lianxi/domain/year-list/decide'
import { buildBodyListed, buildTargetListed } from '@lianxi/testkit/events-facts'
import type { TargetEntry } from '@lianxi/schema/commands/entry'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeDueEvents } from '../calendar/write-due-events'
import { createPool } from '../pool'
import { readListSubjects } from '../readers/year-list/subjects'
import { findYearListView } from '../readers/year-list/one'
import { handleReport } from '../report/handle-report'
import { createBoardWorld, type World } from '../testing/board-world'
import { createYearList } from './create-list'
import { handleList } from './handle-list'

const zone = 'Z-PX'
const [REGION, OFFICE, DEPARTMENT, OTHER] = ['510402', '510402-FGJ', '510402-TJJ', '510402-JYJ'] as const
const LIST = `L-${REGION}-2025`
const subject = 'DQ-145-T900'
const coordinator = { actor: { id: 'tian', name: '田统筹' }, body: OFFICE, region: REGION }

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
  world.say(buildBodyListed({ code: DEPARTMENT, region: REGION, name: '东区统计局', kind: 'department' }))
  world.say(buildBodyListed({ code: OTHER, region: REGION, name: '东区教育局', kind: 'department' }))
  const statedBodies = '东区统计局、区直有关部门、东区教育局'
  world.say(buildTargetListed({ code: subject, name: '中小学学位', region: REGION, indicator: null, statedBodies }))
  await world.settle()
})

const tell = (command: ListCommand) => {
  const press = { userId: 'tian', key: v4(), procedure: command.type, input: command }
  const expected = { list: null, items: [] }
  return handleList(world.prisma, { zone, list: LIST, command, actor: coordinator, press, expected }, decide)
}
const report = (command: ReportCommand, who: string, body: string, version: number | null) =>
  handleReport(
    world.prisma,
    {
      ...{ key: { zone, region: REGION, subject, period: '2025Q3' }, command, expectedVersion: version },
      actor: { id: who, name: who, bodies: [body] },
      press: { userId: who, key: v4(), procedure: command.type, input: command },
    },
    decideReport,
  )

describe('an item whose plan says who answers for it', () => {
  it('comes onto the list with the bodies the plan names, reported by the office', async () => {
    const input = { zone, region: REGION, year: 2025, name: '东区2025年清单', copyOf: null, idempotencyKey: v4() }
    const press = { userId: 'tian', key: v4(), procedure: 'create', input }
    expect(await createYearList(world.prisma, { input, ...coordinator, press })).toMatchObject({ ok: true })
    const [found] = await readListSubjects(world.prisma, { zone, region: REGION, year: 2025 }, '中小学学位')
    // 区直有关部门 is nobody who could be asked.
    expect(found?.suggestion).toMatchObject({ body: OFFICE, leadBody: DEPARTMENT, coBodies: [OTHER] })
    const yearValue = { year: 2025, value: '100', origin: 'list' as const }
    const target = { baseline: null, yearValue, path: [yearValue] }
    if (!found?.suggestion) throw new Error('the region has an office')
    const content = { ...found.suggestion, target }
    expect(await tell({ type: 'put-item', item: null, content })).toMatchObject({ ok: true })
  })

  it('is handed to the department and its person, which then owes it and reports it, and nobody else', async () => {
    const item = `${LIST}-${REGION}-001`
    const assign: ListCommand = { type: 'assign', items: [item], body: DEPARTMENT, reports: true, person: '孙统计' }
    expect(await tell(assign)).toMatchObject({ ok: true })
    expect(await tell({ type: 'adopt', basis: '东区政府常务会议', on: '2025-10-12' })).toMatchObject({ ok: true })
    await world.settle()
    const worker = createPool(world.url('worker_app'))
    await writeDueEvents(worker)
    await worker.end()
    await world.settle()
    const view = await findYearListView(world.prisma, zone, LIST, { secretariat: [], regions: [REGION] })
    expect(view?.items).toMatchObject([{ body: { code: DEPARTMENT }, content: { person: '孙统计' } }])
    const entry: TargetEntry = {
      ...{ kind: 'target', nil: false, value: '60', figureSource: '学籍', note: '', problems: '', nextStep: '' },
    }
    const written: ReportCommand = { type: 'submit', entry, correctionReason: null, warningReasons: [] }
    expect(await report(written, 'office', OFFICE, null)).toMatchObject({ refusal: { code: 'not-your-body' } })
    expect(await report(written, 'sun', DEPARTMENT, null)).toMatchObject({ ok: true })
    expect(await report({ type: 'approve' }, 'head', DEPARTMENT, 1)).toMatchObject({ ok: true })
    await world.settle()
    const rows = await world.prisma.$queryRaw<{ body: string; state: string }[]>`
      SELECT body, state FROM board.progress WHERE subject = ${subject} AND period = '2025Q3'`
    expect(rows).toEqual([{ body: DEPARTMENT, state: 'reported' }])
  })
})
