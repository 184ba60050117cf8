import path from 'node:path'
import type { Browser } from 'playwright-core'

const RESULTS = path.resolve(import.meta.dirname, '../../test-results')
const SHOWN = 3_000

/** What the pages that are still open show, said and drawn: of a story that failed, its last step alone seldom says why. */
export async function tellPages(browser: Browser, story: string): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages())
  for (const [nth, page] of pages.entries()) {
    const text = await page.locator('body').innerText()
    const file = path.join(RESULTS, `${story.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${nth + 1}.png`)
    await page.screenshot({ path: file, fullPage: true })
    process.stderr.write(`${story}\n${page.url()}\n${text.slice(0, SHOWN)}\n`)
  }
}
