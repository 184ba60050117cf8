import { decide } from '@lianxi/domain/report/decide'
import { buildProjectReport, buildTargetReport } from '@lianxi/testkit/events-reports'
import { v4 } from 'uuid'
import { expect, it } from 'vitest'
import { handleReport } from '../../report/handle-report'
import { createBoardWorld } from '../../testing/board-world'
import { readApplied } from './applied'

const world = await createBoardWorld()
const ALL = ['510400', '510402', '510403', '513400']
const seen = async (more: object = {}, judged = ALL) =>
  readApplied(world.prisma, { zone: 'Z-PX', period: '2025Q3', ...more }, judged)
const names = async (more: object = {}, judged = ALL) =>
  (await seen(more, judged)).rows.map(({ subject, region }) => `${region.code} ${subject}`)

it('lists what came to the board, old beside new, with warnings and their reasons, until it is judged', async () => {
  expect(await seen()).toMatchObject({ rows: [], total: 0 })
  const { id: first } = world.say(buildTargetReport({ period: '2025Q2', content: { value: '71.2' } }))
  const warnings = [{ code: 'outlier', message: '与历次所报相差悬殊。', reason: '新厂投产' }]
  const { id: wrong } = world.say(buildTargetReport({ content: { value: '150' }, warnings }))
  const data = { revision: 2, replaces: wrong, correctionReason: '核算反馈' }
  const { id: right } = world.say(buildTargetReport({ ...data, content: { value: '160.5' }, warnings }))
  world.say(
    buildProjectReport({
      ...{ region: '513400', body: '513400-FGJ', subject: 'PX-145-P001' },
      content: { investedYearWan: 7_000, investedTotalWan: 30_000 },
    }),
    {
      source: '513400-FGJ',
    },
  )
  await world.settle()
  const { rows, total } = await seen()
  expect([total, first]).toEqual([2, expect.any(String)])
  expect(rows.find(({ subject }) => subject === 'XQ-145-T001')).toMatchObject({
    ...{ report: right, revision: 2, correctionReason: '核算反馈', change: '89.3', corrected: '10.5' },
    ...{ entry: { value: '160.5' }, published: { value: '150' }, previous: { period: '2025Q2', value: '71.2' } },
    findings: warnings,
  })
  expect(await names({ show: 'asking' })).toEqual(['510403 XQ-145-T001'])
  expect(await names({ region: '513400' })).toEqual(['513400 PX-145-P001'])
  expect(await names({}, ['510403'])).toEqual(['510403 XQ-145-T001'])
  const key = { zone: 'Z-PX', region: '510403', subject: 'XQ-145-T001', period: '2025Q3' }
  const command = { type: 'confirm' as const, report: right, byBody: '510400-FGJ' }
  const press = { userId: 'e', key: v4(), procedure: 'report.confirm', input: command }
  const actor = { id: 'e', name: '统筹', bodies: [] }
  await handleReport(world.prisma, { key, command, actor, press, expectedVersion: null }, decide)
  await world.settle()
  expect(await names()).toEqual(['513400 PX-145-P001'])
  const { judged } = await seen()
  expect(judged, 'who was about to return it reads who confirmed it').toMatchObject([
    { report: right, verdict: 'confirmed', person: '统筹', by: { code: '510400-FGJ' } },
  ])
  expect((await seen({}, ['513400'])).judged).toEqual([])
})
