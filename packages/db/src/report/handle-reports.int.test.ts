import { decide } from '@lianxi/domain/report/decide'
import { emptyEntry } from '@lianxi/schema/commands/entry'
import { buildDutyAssigned, buildItemListed } from '@lianxi/testkit/events-commitments'
import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { createBoardWorld, type World } from '../testing/board-world'
import { handleReport } from './handle-report'
import { handleReports } from './handle-reports'
import { writeReports } from './write-reports'

const OFFICE = { zone: 'Z-PX', region: '510403' }
const CODES = ['XQ-145-T101', 'XQ-145-T102', 'XQ-145-T103']
const person = (id: string) => ({ id, name: id, bodies: ['510403-FGJ'] })

let world: World
beforeAll(async () => {
  world = await createBoardWorld()
  const at = { source: 'Z-PX-LXB', time: '2025-01-10T00:00:00.000Z' }
  for (const [index, code] of CODES.entries()) {
    const of = { subject: code, kind: 'target' as const, region: '510403' }
    world.say(buildTargetListed({ code, name: code, region: '510403' }), at)
    world.say(buildItemListed({ ...of, code: `L-${code}`, order: index + 5, leadBody: '510403-FGJ' }), at)
    world.say(buildDutyAssigned({ ...of, body: '510403-FGJ', items: [`L-${code}`] }), at)
  }
  await world.settle()
})

const REASONS = ['reported-elsewhere', 'off-path', 'parts-over-whole'].map((code) => ({ code, reason: '已核实' }))
const draft = (subject: string, { who = 'wang', key = v4(), expectedVersion = 0, value = '1' } = {}) => {
  const entry = { ...emptyEntry('target'), value }
  return {
    key: { ...OFFICE, subject, period: '2025Q3' },
    command: { type: 'save-draft' as const, entry, correctionReason: null, warningReasons: [] },
    press: { userId: who, key, procedure: 'test', input: { subject, value } },
    ...{ actor: person(who), expectedVersion },
  }
}
type Request = ReturnType<typeof draft>
const handle = (requests: Request[]) => handleReports(world.prisma, OFFICE, requests, decide)
const said = (answers: Awaited<ReturnType<typeof handle>>) =>
  answers.map((answer) => (answer.ok ? `${answer.report.state} ${answer.report.version}` : answer.refusal.code))

describe('several reports at once', () => {
  it('are each decided and answered on their own, in the order they were asked', async () => {
    const [one, other] = [draft('XQ-145-T101'), draft('XQ-145-T102', { expectedVersion: 7 })]
    expect(said(await handle([other, one, draft('XX-145-T999')]))).toEqual(['version-conflict', 'draft 1', 'no-duty'])
    expect(await world.prisma.report.count({ where: { region: '510403' } })).toBe(1)
    expect(await world.prisma.reportStep.count()).toBe(1)
    expect(said(await handle([one])), 'the same press').toEqual(['draft 1'])
    expect(
      said(await handle([{ ...one, press: { ...one.press, input: { ...one.press.input, value: '9' } } }])),
    ).toEqual(['key-reused'])
    expect(await world.prisma.reportStep.count(), 'was done once').toBe(1)
  })

  it('say what one report alone would have said, and leave the same row', async () => {
    const [alone, together] = [draft('XQ-145-T102', { value: '2' }), draft('XQ-145-T103', { value: '2' })]
    const single = await handleReport(world.prisma, alone, decide)
    const [batch] = await handle([together])
    if (!single.ok || batch?.ok !== true) throw new Error('refused')
    expect({ ...batch.report, id: '' }).toEqual({ ...single.report, id: '' })
    const row = (subject: string) =>
      world.prisma.report.findFirstOrThrow({ where: { subject }, include: { steps: { omit: { id: true } } } })
    const [a, b] = [await row('XQ-145-T102'), await row('XQ-145-T103')]
    const plain = ({ steps, ...rest }: typeof a) => ({
      ...{ ...rest, id: '', subject: '', steps: steps.map((step) => ({ ...step, reportId: '' })) },
    })
    expect(plain(b)).toEqual(plain(a))
  })

  it('of two people with the same rows in another order, one saves each row and the other sees the conflict', async () => {
    const rows = (who: string, order: string[]) => order.map((code) => draft(code, { who, expectedVersion: 1 }))
    const [wang, zhao] = await Promise.all([handle(rows('wang', CODES)), handle(rows('zhao', [...CODES].reverse()))])
    const [saved, refused] = wang[0]?.ok === true ? [wang, zhao] : [zhao, wang]
    expect(said(saved)).toEqual(['draft 2', 'draft 2', 'draft 2'])
    expect(said(refused)).toEqual(['version-conflict', 'version-conflict', 'version-conflict'])
  })

  it('of a grid are saved and submitted as typed; the approver hears of it once', async () => {
    const press = (key: string) => ({
      ...{ procedure: 'report.submitMany', traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
      actor: person('wang'),
      input: {
        ...{ ...OFFICE, idempotencyKey: key },
        reports: [['XQ-145-T101', '7.2'] as const, ['XQ-145-T102', '约7'] as const].map(([subject, value]) => ({
          ...{ subject, period: '2025Q3', expectedVersion: 2, correctionReason: null, warningReasons: REASONS },
          entry: { ...emptyEntry('target'), value },
        })),
      },
    })
    const [saving, submitting] = [press(v4()), press(v4())]
    const results = async (which: typeof saving, type: 'save-draft' | 'submit') =>
      said((await writeReports(world.prisma, which, type)).results.map(({ result }) => result))
    const higher = (which: typeof saving) => {
      const reports = which.input.reports.map((row) => ({ ...row, expectedVersion: 3 }))
      return { ...which, input: { ...which.input, reports } }
    }
    expect(await results(saving, 'save-draft'), 'what is no figure stays in the draft').toEqual(['draft 3', 'draft 3'])
    expect(await results(higher(submitting), 'submit')).toEqual(['submitted 4', 'content-invalid'])
    expect(await results(higher(submitting), 'submit'), 'the same press').toEqual(['submitted 4', 'content-invalid'])
    expect(await world.prisma.notice.findMany({ select: { kind: true, href: true } })).toEqual([
      { kind: 'to-approve', href: '/review?region=510403' },
    ])
  })
})
