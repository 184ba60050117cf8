import { describe, expect, it } from 'vitest'
import { DESK, expectAccessible, expectFits, person, PHONE, picture, type World } from '../support/people'

const [TITLE, MINUTES] = ['攀西经济区联席会议第三次会议', '联席会议第三次会议纪要（攀西联〔2025〕3号）']

/** A meeting recorded with its minutes: what the board is compared with from then on, and what became of what it decided. */
export function meeting(world: () => World): void {
  describe('the register of meetings', () => {
    it('gives the board what it is compared with, and each decision its way', { timeout: 90_000 }, async () => {
      const secretariat = await person(world(), 'mishuchu', '/meetings')
      const { page } = secretariat
      await page.getByText('还没有登记会议').waitFor()
      await page.locator('summary', { hasText: '登记会议' }).click()
      const form = page.locator('details[open]')
      await form.getByLabel('会议名称').fill(TITLE)
      await form.getByLabel('召开时间').fill('2059-01-01T09:00')
      await form.getByLabel('地点').fill('西昌')
      await form.getByLabel('会议纪要').selectOption({ label: MINUTES })
      await form.getByRole('button', { name: '登记' }).click()
      await form.getByText('日期不能晚于今天').first().waitFor()
      await expectAccessible(page, 'a refused meeting')
      await form.getByLabel('召开时间').fill('2025-10-10T09:00')
      await form.getByRole('button', { name: '登记' }).click()
      const row = page.locator('tbody tr', { hasText: TITLE })
      await row.getByText('1 项 · 已列入清单 0').waitFor()
      await expectAccessible(page, 'the meetings')
      for (const [screen, size] of [
        ['desk', DESK],
        ['phone', PHONE],
      ] as const) {
        await page.setViewportSize(size)
        await expectFits(page, `the meetings on a ${screen}`)
        await picture(page, `meetings-${screen}`)
      }
      await page.setViewportSize(DESK)
      await page.goto('/board')
      await page.getByText(`自上次会议“${TITLE}”（2025-10-10 09:00）以来`).waitFor()

      const leader = await person(world(), 'lingdao', '/meetings', PHONE)
      await leader.page.getByRole('link', { name: TITLE }).click()
      const decided = leader.page.locator('table[data-list="decided"]')
      await decided.getByText('未列入任何已下达的清单').waitFor()
      expect(await leader.page.getByText('更正登记').count()).toBe(0)
      await expectAccessible(leader.page, 'a meeting')
      await expectFits(leader.page, 'a meeting on a phone')
      await picture(leader.page, 'meeting-phone')
      await leader.page.setViewportSize(DESK)
      await picture(leader.page, 'meeting-desk')
      await leader.page.getByRole('link', { name: '会前总览' }).click()
      await leader.page.getByText('口径时点 2025-10-10 09:00').first().waitFor()
      for (const { context, faults } of [secretariat, leader]) {
        expect(faults).toEqual([])
        await context.close()
      }
    })
  })
}
