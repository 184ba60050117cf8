import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { chromiumPath } from './env'
import type { HttpSession } from './http-session'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome']

/** The secretariat's board, open in a real browser at 1366 × 768; it updates itself, nobody touches it. */
export class OpenBoard {
  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
  ) {}

  static async open(session: HttpSession, period: string): Promise<OpenBoard> {
    const executablePath = chromiumPath ?? PLACES.find((place) => existsSync(place))
    if (executablePath === undefined) throw new Error('no Chromium found: install it or name it in LIANXI_CHROMIUM')
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    await context.addCookies(session.cookies.map(({ name, value }) => ({ name, value, url: session.url })))
    const page = await context.newPage()
    await page.goto(`${session.url}/board?period=${period}`)
    await page.waitForSelector('[data-live="open"]', { state: 'attached' })
    return new OpenBoard(browser, page)
  }

  /** Resolves with the moment (ms since the epoch) at which a line of 最近填报 shows all of these texts. */
  async shows(texts: readonly string[], timeoutMs: number): Promise<number> {
    const found = await this.page.waitForFunction(
      (wanted) => {
        const lines = [...document.querySelectorAll('[data-recent] li')].map((line) => line.textContent)
        return lines.some((line) => wanted.every((text) => line.includes(text))) ? Date.now() : false
      },
      texts,
      { polling: 'raf', timeout: timeoutMs },
    )
    const moment = await found.jsonValue()
    if (moment === false) throw new Error(`the board never showed ${texts.join(', ')}`)
    return moment
  }

  async close(): Promise<void> {
    await this.browser.close()
  }
}
