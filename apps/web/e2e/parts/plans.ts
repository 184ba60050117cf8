import { describe, expect, it } from 'vitest'
import { writeWorkbook } from '@lianxi/office-files/write-workbook'
import { createHand } from '../support/hand'
import { env } from '../support/env'
import { DESK, expectAccessible, expectFits, person, PHONE, picture, type World } from '../support/people'
import { LONG_MS, planToDuties } from './plan-to-duties'

/** As many as the figure speaks of are asked for by hand: the clicks are the same, the pages take longer. */
const ROWS = env.LIANXI_PLAN_ROWS
const FIELDS = ['综合经济', '公共服务', '生态环境'] as const
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Fault = 'region' | 'baseline' | 'number' | 'twice'
const FAULTS: Record<number, Fault> = { 7: 'region', 40: 'baseline', 71: 'number', 105: 'twice' }

/** A table as an office has it: a title, heads of its own, groups, a total, years in the heads; with or without faults. */
function messy(mended: boolean): Promise<Buffer> {
  const texts = [
    '序号',
    '领域',
    '目标任务',
    '责任地区',
    '计量单位',
    '口径',
    '2025年基期',
    '2026年',
    '2030年目标值',
    '篇章',
    '备注',
  ]
  const columns = texts.map((header) => ({ header, kind: 'text' as const, width: 14 }))
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const fault = mended ? undefined : FAULTS[index]
    const name = fault === 'twice' ? `目标${index - 1}` : `目标${index}`
    const place = fault === 'region' ? '会理县' : index % 2 === 0 ? '攀枝花市' : '凉山州'
    const value = fault === 'number' ? '三百左右' : `１，${String(200 + index)}`
    const baseline = fault === 'baseline' ? '待定' : String(100 + index)
    // The one that stands twice has the place of the row above it.
    const where = fault === 'twice' ? '攀枝花市' : place
    const next = index % 50 === 0 ? String(333 + index) : ''
    return [String(index + 1), FIELDS[index % 3] ?? '', name, where, '个', '时点', baseline, next, value, '第三章', '']
  })
  const plan = ['攀西经济区“十五五”规划', '2026', '2030', '已印发']
  const heads = ['规划名称', '起始年', '结束年', '状态'].map((header) => ({ header, kind: 'text' as const, width: 20 }))
  return writeWorkbook([
    { name: '规划', columns: heads, rows: [plan] },
    {
      ...{ name: '目标任务表', title: '附件1 主要目标', notes: ['单位：见表'], columns },
      rows: [
        ...rows.slice(0, ROWS / 2),
        ['', '', '小计', '', '', '', '', '', '1', '', ''],
        ...rows.slice(ROWS / 2),
        ['注：数据来源为统计年鉴'],
      ],
    },
  ])
}

/** What the plan's four faults cost in Excel: each cell found and written anew, then saved. */
const MENDED = ['会理市', '140', '1271', '目标105']

/** New plans come in from Excel, by clicks alone, and go all the way to what offices owe. */
export function plans(world: () => World): void {
  describe('a new plan', () => {
    it(
      'is uploaded with faults, corrected, imported, and asked of offices',
      { timeout: 240_000 },
      async ({ annotate }) => {
        const secretariat = await person(world(), 'mishuchu', '/plans')
        const { page, context, faults } = secretariat
        context.setDefaultTimeout(LONG_MS)
        const upload = async (name: string, buffer: Buffer) => {
          await page.goto('/plans')
          await page.getByLabel('上传攀西经济区规划').setInputFiles({ name, mimeType: XLSX, buffer })
        }
        await upload('旧表.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
        await page.getByText('这是旧版 Excel').waitFor()
        await expectAccessible(page, 'the plans')
        await picture(page, 'plans')

        const hand = createHand()
        const began = performance.now()
        hand.elsewhere(3, ['mishuchu', world().system.passwordOf('mishuchu')])
        // The page, the file chooser, the file; the same again when it is mended.
        hand.elsewhere(3, [])
        await upload('十五五.xlsx', await messy(false))
        await page.getByRole('heading', { name: '导入规划：十五五.xlsx' }).waitFor()
        for (const said of ['“会理县”已于2021年撤销', '“待定”不是数字', '“三百左右”不是数字', '是同一个编号']) {
          await page.getByText(said, { exact: false }).first().waitFor()
        }
        expect(await page.getByRole('button', { name: /^导入/ }).count()).toBe(0)
        await expectAccessible(page, 'a preview with faults')
        await picture(page, 'plan-import-faults')

        hand.elsewhere(MENDED.length + 2, MENDED)
        hand.elsewhere(3, [])
        await upload('十五五（改）.xlsx', await messy(true))
        await page.getByRole('button', { name: `导入 ${ROWS + 1} 条` }).waitFor()
        await picture(page, 'plan-import-preview')
        await hand.click(page.getByRole('button', { name: `导入 ${ROWS + 1} 条` }))
        await page.getByText(`已全部入库：${ROWS + 1} 条`).waitFor({ timeout: 60_000 })
        await picture(page, 'plan-import-done')

        await page.goto('/plans')
        await hand.click(page.getByRole('link', { name: '规划', exact: true }))
        await hand.click(page.getByRole('link', { name: '攀西经济区“十五五”规划' }))
        await page.getByRole('heading', { name: `目标（${ROWS}）` }).waitFor()
        await page.getByText('1,299 个（2030年）').waitFor()
        await page.setViewportSize(PHONE)
        await expectFits(page, 'a plan on a phone')
        await picture(page, 'plan-phone')
        await page.setViewportSize(DESK)
        await planToDuties(world(), secretariat, hand, { rows: ROWS, fields: FIELDS })
        const { seconds, said } = hand.reckon((performance.now() - began) / 1000)
        await annotate(said)
        expect(seconds, said).toBeLessThan(15 * 60)
        expect(faults).toEqual([])
        await context.close()
      },
    )
  })
}
