import { checkEntry } from '@lianxi/domain/report/check'
import { decide, type ReportCommand } from '@lianxi/domain/report/decide'
import { nilEntry } from '@lianxi/domain/report/read-entry'
import { restsOn } from '@lianxi/domain/judge/preview'
import { buildProjectReport } from '@lianxi/testkit/events-reports'
import { v4 } from 'uuid'
import { expect, it } from 'vitest'
import { handleReport } from '../../report/handle-report'
import { createBoardWorld } from '../../testing/board-world'
import { findOfficeForm } from '../office/form'
import { readQueue } from './queue'

const world = await createBoardWorld()
const key = { zone: 'Z-PX', subject: 'PX-145-P001', region: '513400', period: '2025Q3' }
const BODY = '513400-FGJ'
const approver = { id: 'b', name: 'b', bodies: [BODY], mayWrite: false, mayApprove: true }

const fail = (): never => {
  throw new Error('nothing was found')
}
const submit = async (command: ReportCommand, expectedVersion: number) => {
  const actor = { id: 'a', name: 'a', bodies: [BODY] }
  const press = { userId: 'a', key: v4(), procedure: command.type, input: command }
  const sent = await handleReport(
    world.prisma,
    { key, command, actor, press, expectedVersion, objection: null },
    decide,
  )
  expect(sent.ok ? null : sent.refusal).toBeNull()
}

it('says by which earlier period’s figure 本期无变化 will be judged, as the form does', async () => {
  const { subject, region } = key
  const content = { investedYearWan: 4_000 }
  world.say(buildProjectReport({ subject, region, body: BODY, period: '2025Q2', content }), { source: BODY })
  await world.settle()
  const entry = nilEntry('project')
  const warned = (await findOfficeForm(world.prisma, key, approver))?.check ?? fail()
  const warningReasons = checkEntry(entry, warned, null).map(({ code }) => ({ code, reason: '已核对' }))
  await submit({ type: 'submit', entry, correctionReason: null, warningReasons }, 0)
  const [row] = (await readQueue(world.prisma, key, approver)).rows
  expect([row?.shown.then?.status, row?.shown.rests]).toEqual(['seriously-behind', '2025Q2'])
  const form = await findOfficeForm(world.prisma, key, approver)
  expect(form?.judging && restsOn(form.judging, entry)).toBe(row?.shown.rests)
})
