import { describe, expect, it } from 'vitest'
import { writeWorkbook } from '@lianxi/office-files/write-workbook'
import { expectAccessible, expectFits, person, PHONE, picture, type World } from '../support/people'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const NAME = '口袋公园数量（列的对应）'

/** A table with heads nobody could guess, as an office keeps it for itself. */
function foreignTable(): Promise<Buffer> {
  const columns = ['序', '要办的事', '办到多少', '怎么数'].map((header) => ({
    header,
    kind: 'text' as const,
    width: 16,
  }))
  return writeWorkbook([{ name: '表1', title: '东区重点工作', columns, rows: [['1', NAME, '12', '个']] }])
}

/** An office says what the columns of its own table are, and it comes in like the template. */
export function mapping(world: () => World): void {
  describe('a table of an office’s own', () => {
    it('is read once somebody says what its columns are', { timeout: 60_000 }, async () => {
      const { page, context, faults } = await person(world(), 'dongqu-tc', '/plans')
      const buffer = await foreignTable()
      await page.getByLabel('上传东区规划').setInputFiles({ name: '东区的表.xlsx', mimeType: XLSX, buffer })
      await page.getByText('工作表“表1”：不读').waitFor()
      const reread = async () => {
        await page.getByRole('button', { name: '按此重新读取' }).click()
        await page.getByText('已按新的对应重新读取。').waitFor()
      }
      await page.getByLabel('这张表是').selectOption('target')
      await page.getByLabel('表头在第几行').fill('2')
      await page.getByRole('button', { name: '按此重新读取' }).click()
      await page.getByLabel('B列“要办的事”').selectOption('name')
      await page.getByLabel('C列“办到多少”').selectOption('value')
      await page.getByLabel('D列“怎么数”').selectOption('unit')
      await page.getByLabel('所属规划', { exact: true }).fill('DQ-145')
      await page.getByLabel('领域', { exact: true }).selectOption('公共服务')
      await page.getByLabel('行政区', { exact: true }).fill('东区')
      await page.getByLabel('指标口径', { exact: true }).selectOption('时点')
      await expectAccessible(page, 'columns of a foreign table')
      await picture(page, 'plan-import-mapping')
      await reread()
      await page.getByText('工作表“表1”：读作目标，对应了 3 列').waitFor()
      await page.setViewportSize(PHONE)
      await expectFits(page, 'columns of a foreign table on a phone')
      await page.getByRole('button', { name: '导入 1 条' }).click()
      await page.getByText('已全部入库：1 条').waitFor()
      await page.goto('/plans/DQ-145?zone=Z-PX')
      await page.getByRole('link', { name: NAME }).waitFor()
      expect(faults).toEqual([])
      await context.close()
    })
  })
}
