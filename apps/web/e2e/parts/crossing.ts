import { describe, expect, it } from 'vitest'
import { DESK, expectAccessible, expectFits, person, PHONE, picture, type World } from '../support/people'

const MEETING = '第三次联席会议纪要'

/** What the secretariat sees of the whole zone, and what it says of a project in two regions. */
export function crossing(world: () => World): void {
  describe('the zone together', () => {
    it('shows the zone’s figures, settles a disagreement and keeps a handover', { timeout: 60_000 }, async () => {
      const secretariat = await person(world(), 'mishuchu', '/board/targets/PX-145-T001')
      const { page } = secretariat
      const sum = page.locator('table[data-list="roll-ups"]')
      await sum.getByText('加总').waitFor()
      expect(await sum.locator('[data-roll-up]').textContent()).toMatch(/^[\d,.]+$|^部分 .*缺：/)
      await picture(page, 'roll-up-target')

      await page.goto('/board')
      const parts = page.locator('table[data-list="cross-region"]')
      const project = parts.locator('tr', { hasText: '≠' }).first().getByRole('link').first()
      await project.click()
      await page.getByRole('heading', { name: '各地所报并列' }).waitFor()
      await page.getByText('核定不一致').click()
      await page.getByRole('textbox', { name: /核定结论/ }).fill('以牵头地区所报为准')
      await page.getByRole('button', { name: '核定', exact: true }).click()
      await parts.getByText('已核定').first().waitFor()

      await page.getByText('登记衔接节点').click()
      const form = page.locator('details[open]').last()
      await form.getByLabel('接收方').selectOption('513400')
      await form.getByLabel('移交内容').fill('用地手续')
      await form.getByLabel('约定日期').fill('2025-09-30')
      await form.getByLabel('约定依据').fill(MEETING)
      await form.getByRole('button', { name: '登记', exact: true }).click()
      const handover = page.locator('table[data-list="handovers"] tbody tr', { hasText: MEETING })
      await handover.getByText('逾期未移交').waitFor()
      await expectAccessible(page, 'a project in two regions')
      for (const [screen, size] of [
        ['desk', DESK],
        ['phone', PHONE],
      ] as const) {
        await page.setViewportSize(size)
        await expectFits(page, `a project in two regions on a ${screen}`)
        await picture(page, `crossing-project-${screen}`)
      }
      await page.setViewportSize(DESK)

      await handover.getByText('登记完成', { exact: true }).first().click()
      await handover.getByRole('button', { name: '登记完成' }).click()
      await handover.getByText('逾期移交').waitFor()
      await page.goto('/board')
      await parts.getByText('已核定').first().waitFor()
      for (const [screen, size] of [
        ['desk', DESK],
        ['phone', PHONE],
      ] as const) {
        await page.setViewportSize(size)
        await expectFits(page, `the overview on a ${screen}`)
        await picture(page, `crossing-board-${screen}`)
      }
      expect(secretariat.faults).toEqual([])
      await secretariat.context.close()
    })
  })
}
