import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { DESK, expectAccessible, expectFits, person, PHONE, picture, type World } from '../support/people'

/** Four regions, nineteen quarters: eighty reports. */
const LONG = '/board/targets/PX-145-T001'
const PART = '513400-2025Q2'

const heightOf = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollHeight')
const openOnes = (page: Page): Promise<string[]> =>
  page.locator('details[data-fold][open]').evaluateAll((folds) => folds.map(({ id }) => id))
const isSeen = (page: Page, id: string) =>
  expect
    .poll(() => page.locator(`[id="${id}"]`).evaluate((one) => one.getBoundingClientRect().top))
    .toSatisfy((top: number) => top >= 0 && top < PHONE.height)

/** A long page as a leader has it on a phone: the answer first, the rest folded, and everything to be found. */
export function folds(world: () => World): void {
  describe('an item of many regions and periods', () => {
    it('gives its answer on the first screens of a phone, and opens by key, by press and by address', async () => {
      const { page, context, faults } = await person(world(), 'lingdao', LONG, PHONE)
      expect(await heightOf(page)).toBeLessThan(6_500)
      const last = page.locator('section[aria-labelledby="standing"] [data-status]:visible').last()
      const bottom = await last.evaluate((mark) => mark.getBoundingClientRect().bottom + window.scrollY)
      expect(bottom, 'where each region stands: two screens').toBeLessThan(2 * PHONE.height)
      expect([await openOnes(page), await page.locator('[data-report]:visible').count()]).toEqual([[], 0])

      await page.locator('[id="reports-513400"] > summary').focus()
      await page.keyboard.press('Enter')
      await page.locator(`[id="${PART}"] > summary`).focus()
      await page.keyboard.press('Space')
      await page.locator(`[id="${PART}"] [data-report]`).getByText('事件编号').waitFor()
      await expectFits(page, 'an open report on a phone')
      await expectAccessible(page, 'an open report')
      await picture(page, 'phone-folds')
      const report = await page.locator(`[id="${PART}"] [data-report]`).getAttribute('id')

      for (const [hash, parts] of [
        [PART, ['reports-513400', PART]],
        [report, ['reports-513400', PART]],
        ['items-2023', ['items-2023']],
      ] as const) {
        await page.goto('/board')
        await page.goto(`${LONG}#${hash}`)
        await expect.poll(() => openOnes(page)).toEqual(parts)
        await isSeen(page, hash ?? '')
      }
      expect(faults).toEqual([])
      await context.close()
    })

    it('is on paper with all that is folded, and afterwards as the reader had it', async () => {
      const { page, context } = await person(world(), 'jiandu', '/board')
      await page.goto(`${LONG}#${PART}`)
      await expect.poll(() => openOnes(page)).toEqual(['reports-513400', PART])
      await page.evaluate(`addEventListener('beforeprint', () => {
        window.folded = document.querySelectorAll('details[data-fold]:not([open])').length
      })`)
      await page.pdf({ preferCSSPageSize: true })
      expect(await page.evaluate('window.folded')).toBe(0)
      expect(await openOnes(page)).toEqual(['reports-513400', PART])
      const reports = page.locator('section[aria-labelledby="reports"]')
      await reports.getByRole('button', { name: '全部展开' }).click()
      expect(await reports.locator('[data-report]:visible').count()).toBeGreaterThan(70)
      await reports.getByRole('button', { name: '全部收起' }).click()
      expect(await openOnes(page)).toEqual([])
      await context.close()
    })

    it('opens a report for whoever comes from 核对', async () => {
      const { page, context } = await person(world(), 'mishuchu', '/review/applied', DESK)
      await page.locator('[data-live="open"]').waitFor({ state: 'attached' })
      const link = page.locator('tr[data-subject] td a.link').first()
      const report = (await link.getAttribute('href'))?.split('#')[1] ?? ''
      await link.click()
      await page.locator(`[id="${report}"]`).getByRole('button', { name: '退回…' }).waitFor()
      await isSeen(page, report)
      await context.close()
    })
  })
}
