import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { person, type World } from '../support/people'

const SCROLLED = 120
/** Scripts follow links once the page is live; a new document would have forgotten that somebody stayed. */
async function stay(page: Page): Promise<void> {
  await page.locator('[data-live="open"]').waitFor({ state: 'attached' })
  await page.evaluate('window.stayed = true')
}
const stayed = (page: Page): Promise<unknown> => page.evaluate('window.stayed === true')

/** Plain links of what is drawn as text, followed by one listener. */
export function links(world: () => World): void {
  describe('a link of the board', () => {
    it('leads on without a new document, by pointer and by key, and back', async () => {
      const { page, context, faults } = await person(world(), 'mishuchu', '/board')
      await stay(page)
      await page.getByRole('link', { name: /^西区 已报 \d+$/ }).click()
      await page.waitForURL('**/board/filings?*')
      await page.locator('[data-list] tbody tr').first().waitFor()
      expect(await stayed(page)).toBe(true)
      await page.goBack()
      await page.locator('section[aria-labelledby="attention"]').waitFor()
      await page.locator('section[aria-labelledby="attention"] td a').first().focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/board\/(targets|projects)\//)
      await page.locator('section[aria-labelledby="reports"]').waitFor()
      expect([await stayed(page), faults]).toEqual([true, []])
      await context.close()
    })

    it('sorts a list where it is: the head keeps its focus, the page its place, and back leads back', async () => {
      const { page, context } = await person(world(), 'mishuchu', '/board/projects')
      await stay(page)
      await page.evaluate(`window.scrollTo(0, ${SCROLLED})`)
      const head = page.getByRole('columnheader', { name: '总投资' }).getByRole('link')
      await head.evaluate((link: HTMLElement) => link.focus({ preventScroll: true }))
      await page.evaluate(`window.row = document.querySelector('[data-list] tbody tr')`)
      await page.keyboard.press('Enter')
      await page.locator('th[aria-sort="ascending"]').waitFor()
      await page.keyboard.press('Enter')
      await page.locator('th[aria-sort="descending"]').waitFor()
      expect(await head.evaluate((link) => link === document.activeElement)).toBe(true)
      expect([await stayed(page), await page.evaluate('scrollY')]).toEqual([true, SCROLLED])
      await page.goBack()
      await page.locator('th[aria-sort="ascending"]').waitFor()
      await page.goBack()
      await page.locator('th[aria-sort]').waitFor({ state: 'detached' })
      const same = `document.querySelector('[data-list] tbody tr').dataset.key === window.row.dataset.key`
      expect(await page.evaluate(same)).toBe(true)
      await context.close()
    })

    it('opens a tab of its own with Control, and stays', async () => {
      const { page, context } = await person(world(), 'mishuchu', '/board')
      await stay(page)
      const [tab] = await Promise.all([
        context.waitForEvent('page'),
        page
          .locator('section[aria-labelledby="attention"] td a')
          .first()
          .click({ modifiers: ['Control'] }),
      ])
      await tab.waitForURL(/\/board\/(targets|projects)\//)
      expect([new URL(page.url()).pathname, await stayed(page)]).toEqual(['/board', true])
      await context.close()
    })
  })
}
