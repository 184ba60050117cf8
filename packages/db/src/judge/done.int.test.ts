import { TargetList, TargetsInput } from '@lianxi/schema/views/lists'
import { SubjectView } from '@lianxi/schema/views/subject'
import { buildDutyAssigned, buildItemListed } from '@lianxi/testkit/events-commitments'
import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { buildProjectReport, buildTargetReport } from '@lianxi/testkit/events-reports'
import { beforeAll, expect, it } from 'vitest'
import { createPool } from '../pool'
import { readTargets } from '../readers/board/lists'
import { findOfficeForm } from '../readers/office/form'
import { findSubjectView } from '../readers/board/subject'
import { createBoardWorld, type World } from '../testing/board-world'
import { runJudgeStep } from './run-judge'

const world: World = await createBoardWorld()
const worker = createPool(world.url('worker_app'))
const SUBJECT = 'XQ-145-T095'
const key = { zone: 'Z-PX', subject: SUBJECT, region: '510403', period: '2025Q3' }

async function settle() {
  await world.settle()
  while ((await runJudgeStep(worker)).kind === 'judged');
}
beforeAll(async () => {
  world.say(
    buildTargetListed({
      code: SUBJECT,
      name: '康复辅助器具园区获省级认定',
      basis: 'flag',
      comparator: 'qualitative',
      value: null,
      unit: null,
      indicator: null,
    }),
  )
  const code = 'L-510403-2025-95'
  world.say(buildItemListed({ code, subject: SUBJECT, region: '510403', deadline: '2025-09-30', target: null }))
  world.say(buildDutyAssigned({ subject: SUBJECT, region: '510403', items: [code] }))
  await settle()
  return () => worker.end()
})

const listed = async () => {
  const input = TargetsInput.parse({ zone: 'Z-PX', period: '2025Q3', region: '510403', q: SUBJECT })
  const [row] = TargetList.parse(await readTargets(world.prisma, input, null)).rows
  return [row?.mark?.status, row?.doneOn, row?.mark?.sentence]
}
const say = async (content: { doneOn: string | null }, change: object = {}) => {
  const { id } = world.say(
    buildTargetReport({ subject: SUBJECT, content: { value: null, figureSource: '', ...content }, ...change }),
  )
  await settle()
  return id
}

it('a qualitative target is done once its report names the day and a document, on list, page and form', async () => {
  const form = await findOfficeForm(world.prisma, key, {
    ...{ id: 'he', name: '何', bodies: ['510403-FGJ'], mayWrite: true, mayApprove: false },
  })
  expect(form?.check).toMatchObject({ basis: 'flag', qualitative: true })
  const first = await say({ doneOn: null })
  expect(await listed()).toEqual(['behind', null, '期限 2025-09-30 已到，尚未完成。'])
  const correction = { revision: 2, replaces: first, correctionReason: '已获认定' }
  const second = await say({ doneOn: '2025-09-20' }, correction)
  expect(await listed()).toEqual(['undeterminable', '2025-09-20', '填报称 2025-09-20 已完成，尚无佐证，无法判定。'])
  const file = { id: '0199cc21-ee00-7015-8a3e-5f0c9d210034', name: '认定文件.pdf', size: 10, sha256: 'a'.repeat(64) }
  await say({ doneOn: '2025-09-20' }, { ...correction, revision: 3, replaces: second, attachments: [file] })
  expect(await listed()).toEqual(['achieved', '2025-09-20', '2025-09-20 按期完成（期限 2025-09-30），有佐证。'])
  const found = await findSubjectView(world.prisma, 'Z-PX', SUBJECT, {
    ...{ sight: null, judge: () => ({ mayReturn: false, mayConfirm: false }) },
  })
  const view = SubjectView.parse(found)
  expect(view.reports[0]?.content).toMatchObject({ doneOn: '2025-09-20' })
  expect(view.standing[0]?.inputs).toEqual(
    expect.arrayContaining([
      { name: '完成日期', value: '2025-09-20' },
      { name: '佐证材料', value: '有' },
    ]),
  )
})

it('the worker objects to a day that is not the period’s, and to one where a figure was asked', async () => {
  world.say(buildTargetReport({ content: { value: '160.5', doneOn: '2025-09-20' } }))
  await settle()
  const cell = await world.prisma.progress.findFirst({ where: { subject: 'XQ-145-T001', period: '2025Q3' } })
  expect(cell?.objections).toEqual(['done-not-asked'])
})

it('the worker objects to a milestone on a day that has not come, by the event’s time', async () => {
  const milestones = ['2025-09-20', '2025-12-20'].map((reachedOn) => ({ name: '主体封顶', reachedOn }))
  world.say(buildProjectReport({ subject: 'PX-145-P001', period: '2025', content: { milestones } }))
  await settle()
  const cell = await world.prisma.progress.findFirst({ where: { subject: 'PX-145-P001', period: '2025' } })
  expect(cell?.objections).toEqual(['milestone-in-future'])
})
