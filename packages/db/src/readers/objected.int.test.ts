import { DueListInput } from '@lianxi/schema/views/office'
import { TargetsInput } from '@lianxi/schema/views/lists'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { beforeAll, expect, it } from 'vitest'
import { createBoardWorld, type World } from '../testing/board-world'
import { readDueList } from './office/due-list'
import { readTargets } from './board/lists'
import { findOfficeForm } from './office/form'
import { readOverview } from './board/overview'
import { findSubjectView } from './board/subject'

/** 西区's own system sends a year-to-date figure that falls; 东区's one ten thousand times what is promised. */
let world: World
const FALLS = {
  code: 'year-to-date-falls',
  message: '此指标按当年累计填报，2025年二季度已报 201.6 亿元，本期不应减少；确需减少的，请填写更正原因。',
}
const JUMP = {
  code: 'unit-jump',
  message: '与目标值 218.4 人 相差悬殊，请核对单位（是否混淆了元、万元和亿元）；无误的，请说明原因。',
}
const OFF_PATH = {
  code: 'off-path',
  message: '与本年目标 218.4 亿元 的序时进度相差较大，请核对；确实如此的，请说明原因和下步安排。',
}

beforeAll(async () => {
  world = await createBoardWorld()
  const inTime = '2025-07-10T01:00:00.000Z'
  const q2 = buildTargetReport({ period: '2025Q2', submittedAt: inTime, content: { value: '201.6' } })
  world.say(q2, { time: inTime })
  world.say(buildTargetReport({ content: { value: '160.5' } }))
  const dongqu = { subject: 'DQ-145-T002', region: '510402', body: '510402-FGJ' }
  world.say(buildTargetReport({ ...dongqu, content: { value: '2184000' } }), { source: '510402-FGJ' })
  await world.settle()
})

it('the board counts it, lists it as 需关注 with the numbers, and a list of its own holds exactly it', async () => {
  const overview = await readOverview(world.prisma, 'Z-PX', '2025Q3', null)
  expect(overview.totals.objections).toBe(1)
  expect(overview.attention).toMatchObject([{ subject: 'XQ-145-T001', reasons: ['objection'], objections: [FALLS] }])
  const list = await readTargets(world.prisma, TargetsInput.parse({ zone: 'Z-PX', show: 'objections' }), null)
  expect(list.rows.map(({ subject }) => subject)).toEqual(['XQ-145-T001'])
})

it('the office is told: how many in which period, at the line, and in the form', async () => {
  const office = (region: string) => readDueList(world.prisma, DueListInput.parse({ zone: 'Z-PX', region }))
  const list = await office('510403')
  expect(list.objected).toEqual([{ period: '2025Q3', count: 1 }])
  expect(list.rows).toMatchObject([{ subject: 'XQ-145-T001', objections: [FALLS], unanswered: [] }])
  const other = await office('510402')
  expect(other.objected).toEqual([])
  expect(other.rows).toMatchObject([{ objections: [], unanswered: [JUMP] }])
  const key = { zone: 'Z-PX', subject: 'XQ-145-T001', region: '510403' }
  const viewer = { id: 'x', name: '甲', bodies: [], mayWrite: false, mayApprove: false }
  const form = await findOfficeForm(world.prisma, { ...key, period: '2025Q3' }, viewer)
  expect(form).toMatchObject({ objections: [FALLS], unanswered: [], draftState: 'published' })
  const clean = await findOfficeForm(world.prisma, { ...key, period: '2025Q2' }, viewer)
  expect(clean).toMatchObject({ objections: [], unanswered: [OFF_PATH] })
})

it('who judges sees it beside the report: errors, and warnings nobody answered', async () => {
  const judge = () => ({ mayReturn: true, mayConfirm: false })
  const reports = async (code: string) =>
    (await findSubjectView(world.prisma, 'Z-PX', code, { sight: null, judge }))?.reports.map(
      ({ period, objections, unanswered }) => ({
        ...{ period, objections, unanswered },
      }),
    )
  expect(await reports('XQ-145-T001')).toEqual([
    { period: '2025Q3', objections: [FALLS], unanswered: [] },
    { period: '2025Q2', objections: [], unanswered: [OFF_PATH] },
  ])
  expect(await reports('DQ-145-T002')).toEqual([{ period: '2025Q3', objections: [], unanswered: [JUMP] }])
})
