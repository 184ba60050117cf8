import { describe, expect, it } from 'vitest'
import { DESK, expectAccessible, expectFits, person, PHONE, picture, type World } from '../support/people'

const [MINUTES, NUMBER, MATTER] = ['联席会议第三次会议纪要', '攀西联〔2025〕3号', '建立金沙江联合执法机制']
const LIST = '/lists/L-Z-PX-2027'

/** Minutes of a meeting typed in, looked through, and put on a list with their number. */
export function decision(world: () => World): void {
  describe('items from a decision', () => {
    it('come by the plans’ door, typed, and stand on the list with their basis', { timeout: 90_000 }, async () => {
      const secretariat = await person(world(), 'mishuchu', '/plans')
      const { page } = secretariat
      await page.getByText('录入攀西经济区决定、会议纪要').click()
      const form = page.locator('details[open]')
      await form.getByLabel('名称').fill(MINUTES)
      await form.getByLabel('文号').fill(NUMBER)
      await form.getByLabel('日期').fill('2025-10-10')
      await form.getByLabel('完成年度').fill('2027')
      await form.getByLabel('事项', { exact: true }).fill(MATTER)
      await form.getByLabel('地区').selectOption('513400')
      await form.getByLabel(/^条目/).fill('议题二')
      await expectAccessible(page, 'typing a decision')
      for (const [screen, size] of [
        ['desk', DESK],
        ['phone', PHONE],
      ] as const) {
        await page.setViewportSize(size)
        await expectFits(page, `typing a decision on a ${screen}`)
        await picture(page, `decision-typed-${screen}`, false)
      }
      await page.setViewportSize(DESK)
      await form.getByRole('button', { name: '核对并导入' }).click()
      await page.getByText(MATTER).first().waitFor()
      await page.getByRole('button', { name: '导入 2 条' }).click()
      await page.getByText('已全部入库：2 条').waitFor()
      await page.goto('/plans')
      await page.getByRole('link', { name: MINUTES }).first().click()
      await page.getByRole('link', { name: '列入年度清单' }).click()
      await page.getByLabel('年度', { exact: true }).fill('2027')
      await page.getByRole('button', { name: '建立清单' }).click()
      await page.getByLabel('全选（1）').click()
      await picture(page, 'decision-laid-out', false)
      await page.getByRole('button', { name: '列入清单' }).click()
      await page.getByText('没有可列入的').waitFor()
      await page.goto(LIST)
      await page.getByText(`依据：会议纪要《${MINUTES}》（${NUMBER}） 议题二`).waitFor()
      await picture(page, 'decision-on-list', false)
      expect(secretariat.faults).toEqual([])
      await secretariat.context.close()
    })
  })
}
