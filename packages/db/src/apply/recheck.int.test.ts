import { checkEntry } from '@lianxi/domain/report/check'
import { entryOf } from '@lianxi/domain/report/read-entry'
import { DEFAULT_THRESHOLDS } from '@lianxi/domain/report/thresholds'
import { DEFAULT_RULE_SET } from '@lianxi/domain/status/default-rules'
import { buildItemListed } from '@lianxi/testkit/events-commitments'
import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { buildProjectReport, buildTargetReport } from '@lianxi/testkit/events-reports'
import { expect, it } from 'vitest'
import { findOfficeForm } from '../readers/office/form'
import { createBoardWorld, type World } from '../testing/board-world'

/** What a region's own system sends is checked like what is typed: subject XQ-145-T001, year-to-date, 218.4 promised. */
const world: World = await createBoardWorld()
const { say, settle } = world

type Found = { objections: string[]; findings: { level: string; code: string; message: string }[] | null }
async function found(subject: string, region: string, period: string): Promise<Found> {
  const row = await world.prisma.progress.findUniqueOrThrow({
    where: { zone_subject_region_period: { zone: 'Z-PX', subject, region, period } },
  })
  return { objections: row.objections, findings: row.findings as Found['findings'] }
}
const target = (period: string, subject = 'XQ-145-T001') => found(subject, '510403', period)
const codes = ({ findings }: Found) => findings?.map(({ code }) => code) ?? []
const value = (period: string, text: string, change: Parameters<typeof buildTargetReport>[0] = {}) =>
  say(buildTargetReport({ period, content: { value: text }, ...change }))

const FALLS = {
  level: 'error',
  code: 'year-to-date-falls',
  message: '此指标按当年累计填报，2024年二季度已报 201.6 亿元，本期不应减少；确需减少的，请填写更正原因。',
}

it('objects to a year-to-date figure that falls, whether the earlier one came in the same chunk or long before', async () => {
  value('2024Q1', '71.2')
  value('2024Q2', '201.6')
  value('2024Q3', '160.5')
  await settle()
  expect(await target('2024Q2')).toEqual({ objections: [], findings: null })
  expect(await target('2024Q3')).toEqual({ objections: ['year-to-date-falls'], findings: [FALLS] })
  value('2024Q4', '150')
  await settle()
  expect(codes(await target('2024Q4'))).toEqual(['year-to-date-falls'])
})

it('takes the same figure with a reason, as a correction too', async () => {
  const before = await world.prisma.progress.findFirstOrThrow({ where: { period: '2024Q3', subject: 'XQ-145-T001' } })
  value('2024Q3', '160.5', { revision: 2, replaces: before.eventId, correctionReason: '二季度误报' })
  await settle()
  expect(await target('2024Q3')).toEqual({ objections: [], findings: null })
})

it('shows a warning nobody answered without objecting, and nothing once it is answered', async () => {
  value('2025Q1', '2184000')
  await settle()
  const { objections, findings } = await target('2025Q1')
  expect(objections).toEqual([])
  expect(findings).toMatchObject([{ level: 'warning', code: 'unit-jump' }])
  const warnings = [{ code: 'unit-jump', message: '', reason: '单位已核对' }]
  const { eventId } = await world.prisma.progress.findFirstOrThrow({ where: { period: '2025Q1', kind: 'target' } })
  value('2025Q1', '2184000', { revision: 2, replaces: eventId, correctionReason: '补充说明', warnings })
  await settle()
  expect(await target('2025Q1')).toEqual({ objections: [], findings: null })
})

it('checks what came early when its subject is listed, and again when the subject or its item changes', async () => {
  const subject = 'XQ-145-T009'
  const early = async () => codes(await target('2025Q3', subject))
  value('2025Q3', '-1.5', { subject })
  await settle()
  expect(await early()).toEqual([])
  say(buildTargetListed({ code: subject, basis: 'stock', unit: '座', value: null }))
  await settle()
  expect(await early()).toEqual(['value-not-whole'])
  say(buildTargetListed({ code: subject, basis: 'growth', unit: '%', value: null }))
  await settle()
  expect(await early()).toEqual([])
  const yearValue = { year: 2025, value: '0.003', origin: 'list' as const }
  const item = { code: 'L-T009', subject, target: { baseline: null, yearValue, path: [] } }
  value('2025Q4', '4', { subject })
  say(buildTargetListed({ code: subject, basis: 'stock', unit: '亿元', value: null }))
  say(buildItemListed(item))
  await settle()
  expect(codes(await target('2025Q4', subject))).toEqual(['unit-jump'])
  say(buildItemListed({ ...item, subject: 'XQ-145-T010' }))
  await settle()
  expect(await target('2025Q4', subject)).toEqual({ objections: [], findings: null })
})

it('compares a region’s part with its own values, not with those of the zone its plan speaks of', async () => {
  const subject = 'PX-145-T009'
  const baseline = { value: '8000000', year: 2020, note: null }
  const stock = { code: subject, basis: 'stock', unit: '亩', value: '9000000', baseline } as const
  say(buildTargetListed({ ...stock, region: 'Z-PX' }))
  value('2025Q3', '900', { subject })
  await settle()
  expect(await target('2025Q3', subject)).toEqual({ objections: [], findings: null })
  say(buildTargetListed({ ...stock, region: '510403' }))
  await settle()
  expect(codes(await target('2025Q3', subject))).toEqual(['unit-jump'])
})

it('says of each report what the form would say of it: the same plan, the same earlier figures', async () => {
  const project = (period: string, content: NonNullable<Parameters<typeof buildProjectReport>[0]>['content']) =>
    buildProjectReport({
      subject: 'PX-145-P001',
      region: '510400',
      body: '510400-FGJ',
      period,
      ...(content && { content }),
    })
  const sums = { investedYearWan: 1_000, investedTotalWan: 90_000_000, progressPercent: '40' }
  for (const report of [
    project('2025Q2', { stage: 'completed', ...sums, progressPercent: '100' }),
    project('2025Q3', { stage: 'preliminary', ...sums, investedTotalWan: 9_000 }),
  ]) {
    say(report, { source: '510400-FGJ' })
    await settle()
    const { zone, subject, region, period, content } = report.data
    const viewer = { id: 'x', name: '甲', bodies: [], mayWrite: false, mayApprove: false }
    const form = await findOfficeForm(world.prisma, { zone, subject, region, period }, viewer)
    if (form === undefined) throw new Error('no form')
    const typed = checkEntry(entryOf({ kind: 'project', content }), { ...form.check, correction: false }, null)
    const { findings } = await found(subject, region, period)
    expect(typed.length).toBeGreaterThan(0)
    expect(findings).toEqual(typed.map(({ level, code, message }) => ({ level, code, message })))
  }
  expect((await found('PX-145-P001', '510400', '2025Q3')).objections).toEqual(['invested-falls'])
})

it('draws its lines where the zone’s rules say from their day on, over what stands already as well', async () => {
  const key = { zone: 'Z-PX', subject: 'PX-145-P001', region: '510400', period: '2025Q2' }
  const jumps = async () => codes(await found(key.subject, key.region, key.period)).includes('unit-jump-total')
  const { unit, ...others } = DEFAULT_THRESHOLDS
  const checks = { ...others, unit: { ...unit, overBefore: 100_000, overPlan: 100_000, overPlanKnown: 100_000 } }
  const adopt = async (version: number, effectiveFrom: string) => {
    const words = { reason: '投资口径大', adoptedBy: '联席办〔2025〕3号', decidedBy: '何志强' }
    const data = { zone: 'Z-PX', version, effectiveFrom, rules: DEFAULT_RULE_SET.rules, checks, ...words }
    say({ type: 'lianxi.rule-set.adopted.v1', data }, { source: 'Z-PX-LXB' })
    await settle()
  }
  expect(await jumps()).toBe(true)
  await adopt(1, '2025-07-01')
  expect(await jumps()).toBe(true)
  await adopt(2, '2025-06-30')
  expect(await jumps()).toBe(false)
  const viewer = { id: 'x', name: '甲', bodies: [], mayWrite: false, mayApprove: false }
  expect((await findOfficeForm(world.prisma, key, viewer))?.check.thresholds).toEqual(checks)
})
