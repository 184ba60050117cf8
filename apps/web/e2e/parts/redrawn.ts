import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { transformWithOxc } from 'vite'
import { describe, expect, it } from 'vitest'
import { visitor, type World } from '../support/people'

const FILE = new URL('../../src/features/drawn/redrawn.ts', import.meta.url)

/** An empty page with a drawing in it; `window.become` makes it the newer one. */
async function drawing(world: World, html: string) {
  const { page, context } = await visitor(world)
  const { code } = await transformWithOxc(await readFile(FILE, 'utf8'), FILE.pathname)
  await page.setContent(`<!doctype html><main id="main">${html}</main>`)
  await page.addScriptTag({
    type: 'module',
    content: `${code}; window.become = (html) => redrawn(document.getElementById('main'), html)`,
  })
  await page.waitForFunction('window.become')
  return { page, close: () => context.close() }
}
const become = (page: Page, html: string) => page.evaluate(`window.become(${JSON.stringify(html)})`)
const mark = (page: Page, from: string, start: number, to: string, end: number) =>
  page.evaluate(`(() => {
    const textOf = (id) => document.getElementById(id).firstChild
    getSelection().setBaseAndExtent(textOf('${from}'), ${start}, textOf('${to}'), ${end})
  })()`)
const marked = (page: Page) => page.evaluate('String(getSelection())')

const row = (id: string, words: string) => `<p data-key="${id}"><span id="${id}">${words}</span></p>`
const option = (value: string, words: string) => `<option value="${value}">${words}</option>`

type Tree = { tag: 'div' | 'section' | 'details'; key: string; words: string; inside: Tree[] }
const treeOf = (depth: number): fc.Arbitrary<Tree> =>
  fc.record({
    tag: fc.constantFrom('div', 'section', 'details'),
    key: fc.constantFrom('', '', 'a', 'b', 'c', 'd'),
    words: fc.constantFrom('', '一', '二'),
    inside: depth === 0 ? fc.constant([]) : fc.array(treeOf(depth - 1), { maxLength: 5 }),
  })
const shown = ({ tag, key, words, inside }: Tree): string =>
  `<${tag}${key === '' ? '' : ` data-key="${key}"`}>${words}${inside.map(shown).join('')}</${tag}>`

/** The function alone, in a browser: selection, scrolling and choices are nowhere else. */
export function redrawn(world: () => World): void {
  describe('a drawing that becomes the newer one', () => {
    it('is the newer one, whatever both are, also where keys come twice', async () => {
      const { page, close } = await drawing(world(), '')
      const drawings = fc.sample(fc.array(treeOf(2), { maxLength: 6 }), 400).map((trees) => trees.map(shown).join(''))
      const wrong: unknown = await page.evaluate(`${JSON.stringify(drawings)}.filter((html) => {
        window.become(html)
        return document.getElementById('main').innerHTML !== html
      })`)
      expect(wrong).toEqual([])
      await close()
    })

    it('keeps what is marked where rows go, come, change places, and where the text itself is another', async () => {
      const four = [row('a', '甲甲甲'), row('b', '乙乙乙'), row('c', '丙丙丙'), row('d', '丁丁丁')] as const
      const { page, close } = await drawing(world(), four.join(''))
      await mark(page, 'd', 3, 'c', 1) // from its end back to its beginning, as a hand may
      const said = await marked(page)
      for (const order of [
        [0, 2, 3],
        [2, 3],
        [3, 2],
        [2, 1, 0, 3],
        [2, 3, 0],
      ]) {
        await become(page, order.map((index) => four[index]).join(''))
        if (order.indexOf(2) < order.indexOf(3)) expect(await marked(page), order.join()).toContain('丁丁丁')
        expect(await page.evaluate('[getSelection().anchorNode.data, getSelection().anchorOffset]')).toEqual([
          '丁丁丁',
          3,
        ])
        expect(await page.evaluate('[getSelection().focusNode.data, getSelection().focusOffset]')).toEqual([
          '丙丙丙',
          1,
        ])
      }
      await become(page, four.slice(2).join(''))
      expect(await marked(page)).toBe(said)
      await become(page, row('c', '丙丙丙') + row('d', '丁'))
      expect((await marked(page))?.toString().replace(/\s/g, '')).toBe('丙丙丁')
      await become(page, row('c', '丙丙丙'))
      expect(await page.evaluate('document.activeElement === document.body')).toBe(true)
      await close()
    })

    it('keeps closed and open what the reader closed and opened, and how far he scrolled inside', async () => {
      const table = `<div id="" style="width:80px;height:40px;overflow:auto;white-space:nowrap"><table><tbody>${'<tr><td>很长很长很长很长很长很长</td></tr>'.repeat(9)}</tbody></table></div>`
      const before = `<p>说明</p><details><summary>图</summary>${table}</details><details open><summary>表</summary>一</details>`
      const { page, close } = await drawing(world(), before)
      await page.getByText('图').click()
      await page.getByText('表').click()
      await page.evaluate(
        `(() => { const box = document.querySelector('div'); box.scrollTop = 17; box.scrollLeft = 23 })()`,
      )
      for (const html of [before.replace('<p>说明</p>', ''), `<h2>题</h2>${before}`, before.replaceAll('长', '宽')]) {
        await become(page, html)
        expect(await page.evaluate(`[...document.querySelectorAll('details')].map(({ open }) => open)`)).toEqual([
          true,
          false,
        ])
        expect(
          await page.evaluate(
            `(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft])(document.querySelector('div'))`,
          ),
        ).toEqual([17, 23])
      }
      await close()
    })

    it('keeps what was chosen and typed and not yet sent, also when the choices become others', async () => {
      const select = (...options: string[]) => `<select data-key="">${options.join('')}</select>`
      const form = (...options: string[]) => `<form>${select(option('', '全部'), ...options)}<input data-key=""></form>`
      const { page, close } = await drawing(world(), form(option('b', '乙'), option('c', '丙')))
      await page.locator('select').selectOption('c')
      await page.locator('input').fill('就业')
      await page.locator('input').evaluate((input: HTMLInputElement) => input.setSelectionRange(1, 2))
      for (const html of [
        form(option('a', '甲'), option('b', '乙'), option('c', '丙')),
        form(option('c', '丙'), option('b', '乙')),
        form(option('c', '丙')),
      ]) {
        await become(page, html)
        expect([await page.locator('select').inputValue(), await page.locator('input').inputValue()]).toEqual([
          'c',
          '就业',
        ])
        expect(
          await page.evaluate('[document.activeElement.selectionStart, document.activeElement.selectionEnd]'),
        ).toEqual([1, 2])
      }
      await become(page, form(option('b', '乙')))
      expect(await page.locator('select').inputValue(), 'a choice that is no more is none').toBe('')
      await close()
    })
  })
}
