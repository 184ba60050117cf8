import { nilEntry } from '@lianxi/domain/report/read-entry'
import { OfficeGrid } from '@lianxi/schema/views/office-grid'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ask } from '../support/ask'
import { DESK, person, type Person, PHONE, picture, type World } from '../support/people'

const OFFICE = { zone: 'Z-PX', region: '510400' }
const PERIOD = '2025Q3'
/** Both prefectures have a part in it; neither has reported yet. */
const SHARED = 'PX-145-P339'
const OWED = `/board/projects?period=${PERIOD}&region=${OFFICE.region}&show=pending`

/** 本期无变化 of one project, from the office to the board: a report like any other. */
async function report(world: World, subject: string): Promise<void> {
  const clerk = await person(world, 'panzhihua-tb', '/notices')
  const approver = await person(world, 'panzhihua-sh', '/notices')
  const on = { ...OFFICE, subject, period: PERIOD }
  const standing = async (who: Person) => {
    const { rows } = OfficeGrid.parse(await ask(who, 'office.grid', { ...OFFICE, period: PERIOD }, 'query'))
    return rows.find((row) => row.subject === subject)?.report ?? null
  }
  const found = await standing(clerk)
  if (found?.state !== 'submitted') {
    // As its form does: what was begun may hold something, and then the list's own press leaves it alone.
    const pressed = { ...on, idempotencyKey: crypto.randomUUID(), expectedVersion: found?.version ?? 0 }
    await ask(clerk, 'report.submit', { ...pressed, entry: nilEntry('project') }, 'mutation')
  }
  const expectedVersion = (await standing(clerk))?.version
  const approved = { ...on, idempotencyKey: crypto.randomUUID(), expectedVersion }
  await ask(approver, 'report.approve', approved, 'mutation')
  for (const { context } of [clerk, approver]) await context.close()
}

/** Marks a part of a text, from its second letter to its fourth. */
const mark = (page: Page, where: string) =>
  page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.querySelector(${JSON.stringify(where)}), NodeFilter.SHOW_TEXT)
    let text = walker.nextNode()
    while (text.data.length < 4) text = walker.nextNode()
    getSelection().setBaseAndExtent(text, 1, text, 4)
    window.marked = { text, said: String(getSelection()) }
  })()`)
/** What is marked now, if it is the same place of the same text. */
const STILL_MARKED = `getSelection().anchorNode === window.marked.text && getSelection().anchorOffset === 1 &&
  String(getSelection()) === window.marked.said`

/** Scrolls all that scrolls by itself a little aside and down, and tells how many did in each direction. */
const SCROLL = `(() => {
  window.scrolled = [...document.querySelectorAll('main *')].flatMap((box) => {
    if (!/auto|scroll/.test(getComputedStyle(box).overflowX) || box instanceof HTMLTextAreaElement) return []
    box.scrollLeft = 14
    box.scrollTop = 31
    return box.scrollLeft + box.scrollTop > 0 ? [{ box, left: box.scrollLeft, top: box.scrollTop }] : []
  })
  return [window.scrolled.filter(({ left }) => left > 0).length, window.scrolled.filter(({ top }) => top > 0).length]
})()`
const STILL_SCROLLED = `window.scrolled.every(({ box, left, top }) =>
  box.isConnected && box.scrollLeft === left && box.scrollTop === top)`

async function reader(world: World, where: string, size = DESK): Promise<Person> {
  const someone = await person(world, 'mishuchu', where, size)
  await someone.page.locator('[data-live="open"]').waitFor({ state: 'attached' })
  await someone.page.evaluate('window.stayed = true')
  return someone
}

/** What somebody has under his hands while the board moves on: marked, opened, chosen, scrolled. */
export function hands(world: () => World): void {
  describe('an open page that the board moves on under', () => {
    it('keeps what is marked and chosen in a list, though a row above leaves it', async () => {
      const { page, context, faults } = await reader(world(), OWED)
      const rows = page.locator('[data-list="projects"] tbody tr')
      const [first] = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-key') ?? ''))
      await page.getByLabel('领域').selectOption({ index: 2 })
      await page.getByLabel('范围').selectOption('all')
      await page.getByLabel('名称或编号').fill('高速')
      await mark(page, '[data-list="projects"] tbody tr:last-child a')
      const field = await page.getByLabel('领域').inputValue()

      await report(world(), first?.split(' ')[0] ?? '')
      await page.locator(`tr[data-key="${first}"]`).waitFor({ state: 'detached' })
      expect(await page.evaluate(STILL_MARKED), 'marked text').toBe(true)
      const chosen = ['领域', '范围', '名称或编号'].map((label) => page.getByLabel(label).inputValue())
      expect(await Promise.all(chosen), 'filters not yet sent').toEqual([field, 'all', '高速'])
      await page.getByRole('button', { name: '筛选' }).click()
      await page.waitForURL((url) => url.searchParams.get('q') === '高速' && url.searchParams.get('scope') === 'all')
      expect(faults).toEqual([])
      await context.close()
    })

    it('keeps what is opened, marked and scrolled in a project’s page and on the overview, on a phone', async () => {
      const detail = await reader(world(), `/board/projects/${SHARED}`, PHONE)
      const overview = await reader(world(), `/board?period=${PERIOD}`, PHONE)
      const figures = detail.page.locator('details', { hasText: '图中数据' }).first()
      await figures.locator('summary').click()
      const region = detail.page.locator(`[id="reports-${OFFICE.region}"]`)
      await region.locator('> summary').click()
      const period = region.locator('details').first()
      await period.locator('> summary').click()
      await period.evaluate((fold) => {
        Object.assign(window, { fold })
      })
      const scrolls: unknown[] = []
      for (const { page } of [detail, overview]) scrolls.push(await page.evaluate(SCROLL))
      for (const [aside] of scrolls as [number, number][]) expect(aside, 'scrolled aside').toBeGreaterThan(0)
      await mark(detail.page, 'section[aria-labelledby="cells"] tbody tr:last-child')
      await mark(overview.page, 'section[aria-labelledby="tile-513400"] h2')
      const made = await detail.page.locator('#reports').textContent()
      const reported = await overview.page.getByRole('link', { name: /^攀枝花市 已报 \d+$/ }).textContent()

      await report(world(), SHARED)
      await detail.page.locator('#reports', { hasNotText: made ?? '' }).waitFor()
      await overview.page.getByRole('link', { name: `攀枝花市 已报 ${Number(reported) + 1}` }).waitFor()
      for (const { page, context, faults } of [detail, overview]) {
        expect(await page.evaluate(`[window.stayed, ${STILL_MARKED}, ${STILL_SCROLLED}]`)).toEqual([true, true, true])
        if (page === detail.page) {
          expect(await figures.getAttribute('open')).toBe('')
          expect(await page.evaluate('window.fold.isConnected && window.fold.open'), 'the opened reports').toBe(true)
          expect(await region.locator('details').count(), 'and the new ones, folded').toBeGreaterThan(1)
          expect(await region.locator('details').first().getAttribute('open')).toBeNull()
        }
        await picture(page, `phone-hands-${page === detail.page ? 'project' : 'overview'}`)
        expect(faults).toEqual([])
        await context.close()
      }
    })
  })
}
