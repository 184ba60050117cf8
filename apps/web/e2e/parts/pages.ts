import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { env } from '../support/env'
import { DESK, expectAccessible, expectFits, person, PHONE, picture, visitor, type World } from '../support/people'

const PAGES = {
  mishuchu: [
    '/board',
    '/board/brief',
    '/board/targets',
    '/board/targets?scope=all&q=康养',
    '/board/targets?q=没有这样的指标',
    '/board/projects?sort=total&direction=desc',
    '/board/filings?period=2025Q3&show=returned',
    '/board/projects/PX-145-P118',
    '/board/changes?comparedWith=2025-07-20',
    '/board/cross-region?comparedWith=2025-07-20',
    '/board/targets?region=999999',
    '/board?asOf=2025-07-20',
    '/review/applied',
    '/review/chasing',
    '/responsibility?year=2025&body=510400-FGW',
    '/responsibility?year=2025&body=510400-FGW&show=missing',
    '/notices',
    '/indicators',
    '/mechanism',
    '/mechanism/rules',
    '/board/targets/DQ-145-T021',
    '/board/targets/XX-145-T999',
    '/lists',
    '/projects',
    '/projects?view=continuing&show=suspected&sort=investment&direction=desc',
    '/lists/L-Z-PX-2025',
    '/lists/L-510403-2025?item=L-510403-2025-510403-01',
  ],
  'xiqu-tb': [
    '/account',
    '/office',
    '/office?show=reported',
    '/office?subject=XQ-CY-P120&at=2025Q3',
    '/office/subject/XQ-CY-T002?period=2025Q3',
    '/board',
  ],
  'xiqu-sh': ['/review', '/review?period=2021Q1'],
  admin: ['/admin', '/admin/hooks', '/admin/channels', '/admin/parked', '/board'],
}

/** Each page as a desk and as a phone shows it. */
async function walk(world: World, user: keyof typeof PAGES) {
  const someone = await person(world, user, '/')
  const { page } = someone
  for (const where of PAGES[user]) {
    const name = `${user}${where.replace(/[^\w-]+/g, '_')}`
    await page.goto(where)
    await page.locator('h1').waitFor()
    await expectAccessible(page, where)
    for (const [screen, size] of [
      ['desk', DESK],
      ['phone', PHONE],
    ] as const) {
      await page.setViewportSize(size)
      await expectFits(page, `${where} on a ${screen}`)
      await picture(page, `${screen}-${name}`)
    }
    await page.setViewportSize(DESK)
  }
  expect(someone.faults).toEqual([])
  await someone.context.close()
}

const Counts = z.array(z.object({ said: z.number(), href: z.string(), head: z.string(), rows: z.number() }))

/** 领域 × 状态, 领域 × 填报情况 and tiles: each number with the list behind it, as the server draws it. */
async function countsOf(page: Page): Promise<z.infer<typeof Counts>> {
  const links = page.locator(
    ['statuses', 'fields'].map((id) => `section[aria-labelledby="${id}"] tbody tr:last-child a`).join(', ') +
      ', [aria-labelledby^="tile-"] a:has(b)',
  )
  const counts: unknown = await links.evaluateAll((found) =>
    Promise.all(
      found.map(async (link) => {
        const href = link.getAttribute('href') ?? ''
        const list = new DOMParser().parseFromString(await (await fetch(href)).text(), 'text/html')
        const head = list.querySelector('h1')?.textContent ?? ''
        return {
          said: Number(link.textContent),
          href,
          head,
          rows: list.querySelectorAll('[data-list] tbody tr').length,
        }
      }),
    ),
  )
  return Counts.parse(counts)
}

export function pages(world: () => World): void {
  describe('every page', () => {
    for (const user of ['mishuchu', 'xiqu-tb', 'xiqu-sh', 'admin'] as const) {
      it(`is accessible and fits a desk and a phone, for ${user}`, { timeout: 180_000 }, async () => {
        await walk(world(), user)
      })
    }

    it('shows anybody what is public, as files too, and nothing else', async () => {
      const { page, context, faults } = await visitor(world())
      for (const where of ['/public', '/public/Z-PX', '/public/Z-PX/regions/510402', '/public/data']) {
        await page.goto(where)
        await page.locator('h1').waitFor()
        await expectAccessible(page, where)
        for (const size of [DESK, PHONE]) {
          await page.setViewportSize(size)
          await expectFits(page, where)
        }
        await picture(page, `public${where.replace(/[^\w-]+/g, '_')}`)
      }
      await page.goto('/public/Z-PX/items')
      await page.getByLabel('名称或编号').fill('没有这样的事项')
      await page.getByRole('button', { name: '筛选' }).click()
      await page.getByText('没有符合条件的公开事项。').waitFor()
      await page.getByRole('link', { name: '清除筛选' }).click()
      await expect.poll(() => page.locator('tbody tr').count()).toBe(50)
      const csv = await page.request.get('/api/public/Z-PX/items.csv')
      expect(await csv.text()).toContain('"经济区代码"')
      const again = await page.request.get('/api/public/Z-PX/items.csv', {
        headers: { 'if-none-match': csv.headers()['etag'] ?? '' },
      })
      expect([again.status(), faults]).toEqual([304, []])
      await page.goto('/public/Z-XX')
      await page.getByText('没有这个经济区、清单或地区').waitFor()
      await context.close()
    })

    it('opens behind every count a list of exactly so many', { timeout: 120_000 }, async () => {
      const { page, context } = await person(world(), 'mishuchu', '/board?period=2025Q3')
      const counts = await countsOf(page)
      expect(counts.length).toBeGreaterThan(5)
      for (const { said, href, head, rows } of counts) {
        expect(head, href).toContain(` ${said} 条`)
        expect(rows, href).toBe(said)
      }
      await context.close()
    })

    it('lists what 要情 has no room for, and what a quarter does not ask for: as many as it says', async () => {
      const { page, context } = await person(world(), 'mishuchu', '/board/brief?period=2025Q3')
      const opened = async (words: string, said: string | null) => {
        const count = Number(/\d+/.exec(said ?? '')?.[0])
        expect(count, words).toBeGreaterThan(0)
        await page.locator('h1', { hasText: `${words} ${count} 条` }).waitFor()
        expect(await page.locator('[data-list] tbody tr').count()).toBe(count)
        await expectAccessible(page, words)
        await picture(page, `brief-${words}`)
        await page.goBack()
      }
      const rest = page.locator('[data-note="not-asked"]')
      expect(await rest.textContent()).toMatch(
        /^另有 \d+ 项按半年、按年报送，本期不报（按半年 \d+ 项，下期 2025年下半年，2026-/,
      )
      const asked = await rest.getByRole('link').textContent()
      await rest.getByRole('link').click()
      await opened('本期不报', asked)
      const all = page.locator('section[aria-labelledby="watched"] p a')
      const watched = await all.textContent()
      await all.click()
      await opened('需关注', watched)
      await context.close()
    })

    it('keeps the navigation on one line of a desk, also a coordinator’s', async () => {
      const { page, context } = await person(world(), 'panzhihua-tc', '/board')
      const tops = await page
        .locator('nav[aria-label="主导航"] a')
        .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top))
      expect([tops.length, new Set(tops).size]).toEqual([14, 1])
      await picture(page, 'desk-coordinator-navigation')
      await context.close()
    })

    it('prints on A3 with the demo mark and repeated heads', async () => {
      const { page, context } = await person(world(), 'mishuchu', '/board/targets')
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('nav[aria-label="主导航"]').isVisible()).toBe(false)
      expect(await page.getByText('演示数据 · 演示时钟').isVisible()).toBe(true)
      expect(
        await page
          .locator('thead')
          .first()
          .evaluate((head) => getComputedStyle(head).display),
      ).toBe('table-header-group')
      const folder = env.LIANXI_SCREENSHOTS
      if (folder !== undefined) mkdirSync(folder, { recursive: true })
      const pdf = await page.pdf({
        preferCSSPageSize: true,
        ...(folder === undefined ? {} : { path: path.join(folder, 'targets.pdf') }),
      })
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      // 420 × 297 mm in points: the page itself is A3 across.
      expect(pdf.toString('latin1')).toMatch(/MediaBox\s*\[\s*0 0 119\d(\.\d+)? 84\d/)
      await context.close()
    })
  })
}
