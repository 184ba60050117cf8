import { checkEntry } from '@lianxi/domain/report/check'
import { nilEntry } from '@lianxi/domain/report/read-entry'
import type { Entry } from '@lianxi/schema/commands/entry'
import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { buildProjectReport, buildTargetReport } from '@lianxi/testkit/events-reports'
import { expect, it } from 'vitest'
import { findOfficeForm } from '../readers/office/form'
import { createBoardWorld } from '../testing/board-world'

/** What the form is held against besides its own history: 西区's and 东区's figures, 攀枝花市's, other names of one figure. */
const world = await createBoardWorld()
const { say, settle } = world

const period = '2025Q3'
const viewer = { id: 'x', name: '甲', bodies: [], mayWrite: false, mayApprove: false }
async function found(subject: string, region: string, entry: Entry): Promise<[string, string][]> {
  const form = await findOfficeForm(world.prisma, { zone: 'Z-PX', subject, region, period }, viewer)
  if (form === undefined) throw new Error('no form')
  const mine = ['reported-elsewhere', 'parts-over-whole']
  return checkEntry(entry, form.check, '更正').flatMap(({ code, message }) =>
    mine.includes(code) ? [[code, message]] : [],
  )
}
const value = (figure: string): Entry => ({
  ...nilEntry('target'),
  kind: 'target',
  nil: false,
  value: figure,
  figureSource: '',
  note: '',
})
const total = (wan: string): Entry => ({
  ...{ kind: 'project', nil: false, stage: 'under-construction', progressPercent: '', physicalProgress: '' },
  ...{ investedYearWan: '', investedTotalWan: wan, milestones: [], matters: [], problems: '', nextStep: '' },
})
const report = (subject: string, region: string, figure: string) =>
  say(buildTargetReport({ subject, region, body: `${region}-FGJ`, period, content: { value: figure } }), {
    source: `${region}-FGJ`,
  })

it('asks about the same indicator under another name, and about districts that are more than their city', async () => {
  expect(await found('XQ-145-T001', '510403', value('160'))).toEqual([])
  say(buildTargetListed({ code: 'PZH-145-T001', plan: 'PZH-145', name: '地区生产总值（市规划）', region: '510400' }))
  say(buildTargetListed({ code: 'DQ-145-T001', plan: 'DQ-145', region: '510402' }))
  report('PZH-145-T001', '510403', '158.4')
  report('PZH-145-T001', '510400', '900')
  report('DQ-145-T001', '510402', '500')
  await settle()
  const ELSEWHERE =
    '同一指标已在“地区生产总值（市规划）”中填报 158.4，与本次填报不一致，请核对；确有不同的，请说明原因。'
  expect(await found('XQ-145-T001', '510403', value('160'))).toEqual([['reported-elsewhere', ELSEWHERE]])
  expect(await found('XQ-145-T001', '510403', value('158.40'))).toEqual([])
  expect(await found('XQ-145-T001', '510403', value('420'))).toEqual([
    ['reported-elsewhere', ELSEWHERE],
    ['parts-over-whole', '本次填报与东区合计 920，超过攀枝花市 900，请核对；确实如此的，请说明原因。'],
  ])
})

it('adds the parts of a project over regions, never a district to its city', async () => {
  const said = (region: string, investedTotalWan: number) =>
    say(
      buildProjectReport({
        subject: 'PX-145-P001',
        region,
        body: `${region}-FGJ`,
        period: '2025Q2',
        content: { investedTotalWan },
      }),
      {
        source: `${region}-FGJ`,
      },
    )
  said('510400', 100_000)
  said('510403', 90_000)
  await settle()
  expect(await found('PX-145-P001', '513400', total('39000'))).toEqual([])
  expect(await found('PX-145-P001', '513400', total('45000'))).toEqual([
    ['parts-over-whole', '本次填报与攀枝花市合计 145,000，超过项目总投资 139,000，请核对；确实如此的，请说明原因。'],
  ])
  expect(await found('PX-145-P001', '510400', total('120000'))).toEqual([])
})
