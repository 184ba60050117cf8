import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { env } from '../support/env'
import { PATIENT, person, type World } from '../support/people'

const TARGET = '/board/targets/DQ-145-T021'

/** How often each procedure was asked, of all requests so far. */
async function askedOf(page: Page, procedure: string): Promise<number> {
  const headers = { authorization: `Bearer ${env.METRICS_TOKEN}` }
  const text = await (await page.request.get('/api/metrics', { headers })).text()
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith('lianxi_web_requests_total') && line.includes(`"${procedure}"`))
  expect(lines.length, procedure).toBeGreaterThan(0)
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0)
}

const titled = (page: Page, title: string) => expect.poll(() => page.title(), PATIENT).toBe(`${title} · 联席`)

/** What the browser's tab says. */
export function titles(world: () => World): void {
  describe('a tab', () => {
    it('says what the page shows, also after a press, and asks nothing twice for it', async () => {
      const { page, context, faults } = await person(world(), 'mishuchu', TARGET)
      const name = (await page.locator('h1').textContent()) ?? ''
      await titled(page, `${name} · 东区`)
      for (const procedure of ['board.subject', 'board.targets'] as const) {
        await page.goto('/notices')
        await page.locator('h1').waitFor()
        const before = await askedOf(page, procedure)
        await page.goto(procedure === 'board.subject' ? TARGET : '/board/targets?period=2025Q3')
        await page.locator('h1').waitFor()
        expect(await askedOf(page, procedure), procedure).toBe(before + 1)
      }
      await titled(page, '目标 · 2025年三季度')
      const row = page.locator('[data-list] tbody td a').first()
      const one = (await row.textContent()) ?? ''
      await row.click()
      await page.waitForURL(/\/board\/targets\/./)
      await expect
        .poll(() => page.title(), PATIENT)
        .toMatch(new RegExp(`^${one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} · `))
      await page.goBack()
      await titled(page, '目标 · 2025年三季度')
      for (const [where, title] of [
        ['/board/targets?period=2025Q3&region=510403&show=due', '地区 西区 · 填报情况 应报 · 目标 · 2025年三季度'],
        ['/board/targets/XX-145-T999', '目标'],
        ['/board/targets/x', '目标'],
        ['/lists/L-Z-PX-2025', null],
        ['/plans/PX-145', null],
      ] as const) {
        await page.goto(where)
        const head = title ?? (await page.locator('h1').textContent()) ?? ''
        await titled(page, head)
      }
      expect(faults).toEqual([])
      await context.close()
    })

    it('of an office’s form names the item and the period; of what is not asked of it, nothing', async () => {
      const form = (code: string) => `/office/subject/${code}?period=2025Q3`
      const { page, context } = await person(world(), 'xiqu-tb', form('XQ-CY-T002'))
      // Before the name a tag may stand.
      const name = await page.locator('#form-title').evaluate((head) => head.lastChild?.textContent)
      await titled(page, `填报 ${name ?? ''} · 2025年三季度`)
      await page.goto(form('DQ-145-T021'))
      await titled(page, '填报与更正')
      await context.close()
    })
  })
}
