import { describe, expect, it } from 'vitest'
import { PATIENT, person, type World } from '../support/people'

const FIRST = { subject: 'DQ-145-T007', period: '2025Q3' }

/** A clerk without a mouse: skip link, form, save and on, back again. */
export function keyboard(world: () => World): void {
  describe('the form by keyboard alone', () => {
    it('fills, saves and goes on to the next', async () => {
      const { page, context } = await person(
        world(),
        'dongqu-tb',
        `/office?subject=${FIRST.subject}&at=${FIRST.period}`,
      )
      const { keyboard: keys } = page
      await keys.press('Tab')
      expect(await page.evaluate('document.activeElement?.textContent')).toBe('跳到正文')
      await keys.press('Enter')
      expect(await page.evaluate('document.activeElement?.id')).toBe('main')
      const focused = async () => String(await page.evaluate("document.activeElement?.getAttribute('name') ?? ''"))
      for (let pressed = 0; pressed < 120 && (await focused()) !== 'value'; pressed += 1) await keys.press('Tab')
      expect(await focused(), 'the figure is reached by Tab').toBe('value')
      await keys.type('6.2')
      await keys.press('Tab')
      expect(await focused()).toBe('figureSource')
      await keys.type('区统计局 季度快报')
      await keys.press('Control+Enter')
      await page.waitForURL((url) => url.searchParams.get('subject') !== FIRST.subject)
      await expect
        .poll(() => page.evaluate("document.activeElement?.closest('[data-report-form]') !== null"), PATIENT)
        .toBe(true)
      await page.locator(`tr[data-subject="${FIRST.subject}"][data-state="draft"]`).waitFor()
      await keys.press('Alt+ArrowDown')
      const here = new URL(page.url()).searchParams.get('subject')
      await page.waitForURL((url) => url.searchParams.get('subject') !== here)
      await context.close()
    })
  })
}
