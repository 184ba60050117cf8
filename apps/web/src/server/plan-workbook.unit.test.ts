import { guessMapping } from '@lianxi/domain/plan-import/guess-mapping'
import { planTables } from '@lianxi/domain/plan-import/plan-table'
import { readWorkbook } from '@lianxi/office-files/read-workbook'
import { buildPlanListed, buildProjectListed, buildTargetListed } from '@lianxi/testkit/events-facts'
import { expect, it } from 'vitest'
import { planWorkbook } from './plan-workbook'

it('a plan’s Excel shows what revised it, on a sheet that no import reads', async () => {
  const docs = { plans: [buildPlanListed().data], indicators: [], projects: [buildProjectListed().data] }
  const line = {
    ...{ subject: 'XQ-145-T001', name: '地区生产总值', state: 'approved' as const, before: '≥ 218.4', after: '≥ 200' },
    ...{ fromYear: 2025, reason: '中期评估', proposed: '西发改〔2025〕3号', outcome: '区人大常委会 西人常〔2025〕4号' },
  }
  const tables = planTables({ ...docs, targets: [buildTargetListed({ value: '200' }).data] })
  const read = await readWorkbook(await planWorkbook({ tables, regions: [], revisions: [line] }))
  if (!read.ok) throw new Error('unreadable')
  const sheets = read.sheets.filter(({ hidden }) => !hidden)
  const kinds = sheets.map((sheet) => [sheet.name, guessMapping(sheet).kind])
  expect(kinds).toEqual([
    ['规划', 'plan'],
    ['指标', 'indicator'],
    ['目标', 'target'],
    ['项目', 'project'],
    ['修订记录', null],
  ])
  const said = sheets.at(-1)?.rows.map(({ cells }) => cells.map(({ text }) => text))
  expect(said?.[1]).toEqual([
    'XQ-145-T001',
    '地区生产总值',
    '已批准',
    '≥ 218.4',
    '≥ 200',
    '2025',
    ...Object.values(line).slice(-3),
  ])
})
