import type { TargetListed } from '@lianxi/schema/events/facts'
import { buildDutyAssigned, buildItemListed, buildPeriodFellDue } from '@lianxi/testkit/events-commitments'
import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { buildProjectReport, buildReportReturned, buildTargetReport } from '@lianxi/testkit/events-reports'
import type { ItemListed } from '@lianxi/schema/events/commitments'
import { DEFAULT_RULE_SET } from '@lianxi/domain/status/default-rules'
import type { Status } from '@lianxi/schema/status-vocabulary'
import { beforeAll, expect, it } from 'vitest'
import { createPool } from '../pool'
import { readTargets } from '../readers/board/lists'
import { readOverview } from '../readers/board/overview'
import { findSubjectView } from '../readers/board/subject'
import { createBoardWorld, type World } from '../testing/board-world'
import { runJudgeStep } from './run-judge'

type Case = { is: Status; doc: Partial<TargetListed>; asked?: ItemListed['target']; says: string | null }
const yearly = (value: string): ItemListed['target'] => ({
  ...{ baseline: null, path: [] },
  yearValue: { year: 2025, value, origin: 'demo' },
})
const FLOW = { basis: 'flow', comparator: 'ge', value: '400', targetYear: 2026 } as const
const STOCK: Case['doc'] = {
  ...({ basis: 'stock', comparator: 'ge', value: '200', targetYear: 2025, unit: '个' } as const),
  baseline: { value: '100', year: 2020, note: null },
}
const LIMIT = {
  basis: 'ratio',
  comparator: 'le',
  value: '4',
  standing: true,
  direction: null,
  holdSide: 'above',
} as const

/** One target of 西区 each, by the status it must get in the third quarter. */
const CASES: Case[] = [
  { is: 'ahead', doc: FLOW, asked: yearly('100'), says: '90' },
  { is: 'on-track', doc: FLOW, asked: yearly('100'), says: '75' },
  { is: 'behind', doc: FLOW, asked: yearly('100'), says: '60' },
  { is: 'seriously-behind', doc: FLOW, asked: yearly('100'), says: '30' },
  { is: 'achieved', doc: STOCK, asked: null, says: '210' },
  { is: 'regressing', doc: STOCK, asked: null, says: '90' },
  { is: 'met', doc: LIMIT, asked: null, says: '3.9' },
  { is: 'breached', doc: LIMIT, asked: null, says: '4.5' },
  { is: 'undeterminable', doc: { ...STOCK, baseline: null }, asked: null, says: '150' },
  { is: 'not-reported', doc: FLOW, asked: yearly('100'), says: null },
]
const codeOf = (index: number): string => `XQ-145-S${String(index + 1).padStart(3, '0')}`
const NO_VALUES = { baseline: null, yearValue: null, path: [] }

let world: World
let worker: ReturnType<typeof createPool>
let admin: ReturnType<typeof createPool>
const judgeAll = async () => {
  while ((await runJudgeStep(worker)).kind === 'judged');
}
const rows = async (sql: string) => (await admin.query<Record<string, unknown>>(sql)).rows
const judged = () =>
  rows(`SELECT subject, status, sentence, rule_set, attribute FROM status
    WHERE subject LIKE 'XQ-145-S%' AND period = '2025Q3' ORDER BY subject`)

beforeAll(async () => {
  world = await createBoardWorld()
  worker = createPool(world.url('worker_app'), { max: 2 })
  admin = createPool(world.url('admin'), { max: 2 })
  const plan = { source: 'Z-PX-LXB', time: '2025-01-12T00:00:00.000Z' }
  for (const [index, { doc, asked, says }] of CASES.entries()) {
    const subject = codeOf(index)
    const item = `L-${subject}`
    world.say(buildTargetListed({ name: `目标${index + 1}`, ...doc, code: subject }), plan)
    world.say(buildItemListed({ code: item, subject, order: index + 10, target: asked ?? NO_VALUES }), plan)
    world.say(buildDutyAssigned({ subject, items: [item] }), plan)
    if (says !== null) world.say(buildTargetReport({ subject, content: { value: says } }))
  }
  await world.settle()
  world.say(buildPeriodFellDue(), plan)
  await world.settle()
  await judgeAll()
  return async () => {
    await Promise.all([worker.end(), admin.end()])
  }
})

it('gives each target the status of the rules, with a sentence', async () => {
  const found = await judged()
  expect(found.map(({ status }) => status)).toEqual(CASES.map(({ is }) => is))
  expect(found.every(({ sentence }) => typeof sentence === 'string' && sentence.length > 5)).toBe(true)
  expect(found.every(({ attribute, rule_set }) => attribute === 'key' && rule_set === 0)).toBe(true)
})

it('a project is judged by its year’s plan, a returned report by nothing until it is made again', async () => {
  const said = world.say(
    buildProjectReport({
      ...{ subject: 'PX-145-P001', region: '510400', body: '510400-FGJ' },
      content: { investedYearWan: 9_000, investedTotalWan: 20_000 },
    }),
    { source: '510400-FGJ' },
  )
  await world.settle()
  await judgeAll()
  const status = () =>
    rows(`SELECT status, computed, sentence FROM status
    WHERE subject = 'PX-145-P001' AND region = '510400' AND period = '2025Q3'`)
  expect(await status()).toMatchObject([{ status: 'ahead' }])
  world.say(buildReportReturned({ report: said.id, subject: 'PX-145-P001', region: '510400' }), { source: 'Z-PX-LXB' })
  await world.settle()
  await judgeAll()
  expect(await status()).toMatchObject([{ status: 'not-reported', sentence: '本期所报已退回，待重新填报后判定。' }])
})

it('counts, names the worst, filters, sorts and explains on the board', async () => {
  const overview = await readOverview(world.prisma, 'Z-PX', '2025Q3', null)
  const tile = overview.tiles.find(({ region }) => region.code === '510403')
  expect(tile?.statuses).toMatchObject({ ahead: 1, breached: 1, regressing: 1, 'seriously-behind': 1 })
  expect(tile?.worst).toMatchObject({ name: '目标8', mark: { status: 'breached' } })
  expect(
    overview.attention.filter(({ reasons }) => reasons.includes('status')).map(({ mark }) => mark?.status),
  ).toEqual([...['breached', 'regressing', 'seriously-behind', 'behind']])
  const counted = Object.values(overview.statuses).reduce((sum, n) => sum + n, 0)
  expect(counted).toBe(overview.totals.due)

  const input = { zone: 'Z-PX', period: '2025Q3', scope: 'listed', page: 1, pageSize: 50 } as const
  const list = await readTargets(world.prisma, { ...input, sort: 'status', direction: 'asc' }, null)
  expect(list.rows.slice(0, 4).map(({ mark }) => mark?.status)).toEqual([
    ...['breached', 'regressing', 'seriously-behind', 'behind'],
  ])
  const one = await readTargets(world.prisma, { ...input, status: 'regressing', sort: 'name', direction: 'asc' }, null)
  expect(one.rows.map(({ name }) => name)).toEqual(['目标6'])

  const judge = () => ({ mayReturn: false, mayConfirm: false })
  const view = await findSubjectView(world.prisma, 'Z-PX', codeOf(2), { sight: null, judge })
  expect(view?.standing).toMatchObject([
    { status: 'behind', ruleSet: 0, method: 'pace-ratio', measure: { kind: 'ratio', value: '0.80' } },
  ])
  expect(view?.standing[0]?.inputs).toContainEqual({ name: '本年目标', value: '100 亿元（演示）' })
  expect(view?.standing[0]?.earlier.map(({ status }) => status)).toEqual([])
  // The chart's course is what the judge judged by: the expected of the status, and the year's end.
  const course = view?.courses[0]
  const now = course?.points.find(({ period }) => period === view?.standing[0]?.period)
  expect([course?.startsAnew, `${now?.expected} 亿元`]).toEqual([true, view?.standing[0]?.expected])
  expect(course?.points.at(-1)).toMatchObject({ value: null, expected: '100' })
})

it('a zone’s own rules move what they touch, in their own name', async () => {
  const { rules } = DEFAULT_RULE_SET
  world.say(
    {
      type: 'lianxi.rule-set.adopted.v1',
      data: {
        ...{
          zone: 'Z-PX',
          version: 1,
          effectiveFrom: '2025-07-01',
          reason: '试行',
          adoptedBy: '演示',
          decidedBy: '演示秘书',
        },
        rules: { ...rules, ratio: { ...rules.ratio, behind: '0.2' } },
      },
    },
    { source: 'Z-PX-LXB' },
  )
  await world.settle()
  await judgeAll()
  const found = await judged()
  expect(found[3]).toMatchObject({ status: 'behind', rule_set: 1 })
  expect(found.every(({ rule_set }) => rule_set === 1)).toBe(true)
  expect(await rows(`SELECT DISTINCT rule_set FROM status WHERE period = '2025Q2'`)).toEqual([{ rule_set: 0 }])
  const before = await rows(`SELECT status FROM status_history WHERE subject = '${codeOf(3)}' AND period = '2025Q3'`)
  expect(before).toContainEqual({ status: 'seriously-behind' })
})

it('names of those that are as bad the one furthest behind, not the first by name', async () => {
  await rows(`UPDATE status SET status = 'met', computed = 'met' WHERE status IN ('breached', 'regressing')`)
  const { tiles, worst } = await readOverview(world.prisma, 'Z-PX', '2025Q3', null)
  const item = { name: '目标4', measure: { kind: 'ratio', value: '0.4' } }
  expect(tiles.find(({ region }) => region.code === '510403')?.worst).toMatchObject(item)
  expect(worst).toMatchObject({ region: { code: '510403' }, item })
})
