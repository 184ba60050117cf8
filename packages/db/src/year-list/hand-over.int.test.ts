import { decide as decideReport } from '@lianxi/domain/report/decide'
import { decide, type ListCommand } from '@lianxi/domain/year-list/decide'
import { buildPeriodOpened } from '@lianxi/testkit/events-commitments'
import { buildBodyListed } from '@lianxi/testkit/events-facts'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { ResponsibilityInput, ResponsibilityView } from '@lianxi/schema/views/responsibility'
import { YearListView } from '@lianxi/schema/views/year-list'
import { readOwed } from '../readers/year-list/owed'
import { readResponsibility } from '../readers/responsibility/read'
import { findSubjectView } from '../readers/board/subject'
import { findYearListView } from '../readers/year-list/one'
import { handleReport } from '../report/handle-report'
import { createBoardWorld, type World } from '../testing/board-world'
import { endBodyInTx } from './end-body'
import { handleList } from './handle-list'

const zone = 'Z-PX'
const list = 'L-510403-2025'
const subject = 'XQ-145-T001'
const [OLD, NEW] = ['510403-FGJ', '510403-TJJ'] as const
const coordinator = { actor: { id: 'xu', name: '徐统筹' }, body: OLD, region: '510403' }
const nobody = () => ({ mayReturn: false, mayConfirm: false })
const drafting = { secretariat: [], regions: ['510403'] }

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
  world.say(buildBodyListed({ code: NEW, region: '510403', name: '西区统计局', kind: 'department' }))
  world.say(buildTargetReport({ period: '2025Q2', body: OLD, submittedAt: '2025-07-10T02:00:00.000Z' }))
  await world.settle()
})

const itemNow = async () => {
  const view = await findYearListView(world.prisma, zone, list, drafting)
  const item = view?.items.find(({ content }) => content.subject === subject)
  if (item === undefined) throw new Error('the world’s list has the item')
  return item
}
const handOver = async (body: string, from: string | null) => {
  const { code: item, content } = await itemNow()
  const command: ListCommand = {
    ...{ type: 'revise', item, content: { ...content, body, leadBody: body }, from },
    ...{ reason: '机构改革，职责划转', basis: '区委编委〔2025〕9号', on: '2025-10-12' },
  }
  const press = { userId: 'xu', key: v4(), procedure: 'revise', input: command }
  const request = { zone, list, command, actor: coordinator, press, expected: { list: null, items: [] } }
  const result = await handleList(world.prisma, request, decide)
  await world.settle()
  return result
}
const cells = () =>
  world.prisma.$queryRaw<{ period: string; body: string; state: string; objections: string[] }[]>`
    SELECT period, body, state, objections FROM board.progress WHERE subject = ${subject} ORDER BY period`
const draft = (body: string, period: string) =>
  handleReport(
    world.prisma,
    {
      key: { zone, region: '510403', subject, period },
      command: {
        type: 'save-draft',
        entry: { kind: 'target', nil: true, value: '', figureSource: '', note: '', problems: '', nextStep: '' },
        correctionReason: null,
        warningReasons: [],
      },
      actor: { id: body, name: body, bodies: [body] },
      expectedVersion: null,
      press: { userId: body, key: v4(), procedure: 'save', input: period },
    },
    decideReport,
  )

describe('an adopted item handed to another body in the middle of the year', () => {
  it('is not taken from who already reported', async () => {
    expect(await handOver(NEW, '2025Q2')).toMatchObject({ refusal: { code: 'handover-reported' } })
    expect(await handOver(NEW, null)).toMatchObject({ refusal: { code: 'handover-from-missing' } })
  })

  it('leaves what was reported with who held it; open and coming periods are the new body’s', async () => {
    expect(await handOver(NEW, '2025Q3')).toMatchObject({ ok: true })
    const past = { period: '2025Q2', body: OLD, state: 'reported', objections: [] }
    expect(await cells()).toEqual([past, { period: '2025Q3', body: NEW, state: 'pending', objections: [] }])
    const moments = { opensAt: '2025-10-01T00:00:00.000Z', dueAt: '2026-01-15T10:00:00.000Z' }
    world.say(buildPeriodOpened({ period: '2025Q4', ...moments, closesAt: '2026-03-15T10:00:00.000Z' }))
    await world.settle()
    expect((await cells()).map(({ body }) => body)).toEqual([OLD, NEW, NEW])
  })

  it('is asked of the new body and of nobody else, and the old one keeps its own periods', async () => {
    expect(await draft(OLD, '2025Q3')).toMatchObject({ ok: false, refusal: { code: 'not-your-body' } })
    expect(await draft(NEW, '2025Q3')).toMatchObject({ ok: true })
    expect(await draft(NEW, '2025Q2')).toMatchObject({ ok: false, refusal: { code: 'not-your-body' } })
  })

  it('says on its pages since when, why and by which document', async () => {
    const view = await findSubjectView(world.prisma, zone, subject, { sight: null, judge: nobody })
    expect(view?.duties.map(({ body, from }) => [body.name, from])).toEqual([
      ['西区发展和改革局', null],
      ['西区统计局', '2025Q3'],
    ])
    expect((await itemNow()).steps.at(-1)?.text).toBe(
      '修订：机构改革，职责划转（区委编委〔2025〕9号，2025-10-12）；自2025年三季度起由西区统计局填报',
    )
  })

  it('goes on from what was, as the board’s past shows', async () => {
    expect(await handOver(OLD, '2025Q4')).toMatchObject({ ok: true })
    expect((await cells()).map(({ body }) => body)).toEqual([OLD, NEW, OLD])
    const rows = await world.prisma.$queryRaw<{ bodies: string }[]>`
      SELECT coalesce(jsonb_path_query_array(holders, '$[*].body')::text, body) AS bodies FROM board.duty_history
      WHERE subject = ${subject} ORDER BY lower(valid)`
    expect(rows.map(({ bodies }) => bodies)).toEqual([OLD, `["${OLD}", "${NEW}"]`])
  })

  it('stands with both bodies in who has what, each with its own periods, the viewer’s body first', async () => {
    const read = (own: string[], sight: string[] | null) =>
      readResponsibility(world.prisma, ResponsibilityInput.parse({ zone, year: 2025 }), { own, sight }).then((view) =>
        ResponsibilityView.parse(view),
      )
    const lines = (view: ResponsibilityView, body: string) =>
      view.bodies
        .filter(({ body: { code } }) => code === body)
        .flatMap(({ items }) => items.filter((item) => item.subject === subject && item.roles.includes('reports')))
        .map(({ from, due }) => [from, due?.map(({ period }) => period) ?? null])
    const own = await read([NEW], null)
    expect(own.bodies[0]?.body.code).toBe(NEW)
    expect(lines(own, NEW)).toEqual([['2025Q3', ['2025Q3']]])
    expect(lines(own, OLD)).toEqual([
      [null, ['2025Q2']],
      ['2025Q4', ['2025Q4']],
    ])
    // Another region's office sees who has what, not who filed in time.
    expect(lines(await read([], ['513400']), NEW)).toEqual([['2025Q3', null]])
  })

  it('is read as it was: the list of an earlier stamp has the body of then', async () => {
    const [row] = await world.prisma.$queryRaw<{ stamp: string }[]>`
      SELECT to_char(min(valid_from) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS stamp FROM board.fact`
    const then = YearListView.parse(
      await findYearListView(world.prisma, zone, list, drafting, { asOf: row?.stamp ?? '' }),
    )
    const now = YearListView.parse(await findYearListView(world.prisma, zone, list, drafting))
    const bodies = (view: YearListView) =>
      view.items.flatMap((item) => (item.content.subject === subject ? [[item.leadBody.code, item.revision]] : []))
    expect([bodies(then), bodies(now)]).toEqual([[[OLD, 0]], [[OLD, 2]]])
    expect(then.mayDraft).toBe(false)
    expect(
      await findYearListView(world.prisma, zone, list, drafting, { asOf: '2020-01-01T00:00:00.000Z' }),
    ).toBeUndefined()
  })

  it('goes with a body that ends to the one that takes over, and not without', async () => {
    const end = (successor: string | null) => {
      const document = { reason: '机构改革', basis: '区委编委〔2025〕12号', idempotencyKey: v4() }
      const input = { zone, code: NEW, endedOn: '2025-10-12', successor, ...document }
      return world.prisma.$transaction((tx) => endBodyInTx(tx, input, { id: 'admin', name: '系统管理员' }))
    }
    await handOver(NEW, '2025Q4')
    const owed = await readOwed(world.prisma, zone, NEW)
    expect(owed).toMatchObject([{ list, reports: true, leads: true }])
    expect(await end(null)).toMatchObject({ code: 'body-owes' })
    expect(await end('513400-FGJ')).toMatchObject({ code: 'body-successor' })
    expect(await end(OLD)).toMatchObject({ ok: true, audit: { handedOver: '1' } })
    await world.settle()
    // 2025Q3 was handed to it and back already; who holds what was nobody's report goes on.
    expect((await cells()).map(({ body }) => body)).toEqual([OLD, OLD, OLD])
    expect(await readOwed(world.prisma, zone, NEW)).toEqual([])
    const item = await itemNow()
    expect(item).toMatchObject({ content: { body: OLD, leadBody: OLD } })
    expect(item.steps.at(-1)?.text).toContain('机构改革（区委编委〔2025〕12号，2025-10-12）')
    expect(await end(OLD)).toMatchObject({ code: 'body-ended' })
  })
})
