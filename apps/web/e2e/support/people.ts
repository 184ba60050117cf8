import { mkdirSync } from 'node:fs'
import path from 'node:path'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { z } from 'zod'
import { browserEnvironment, env } from './env'
import type { System } from './system'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
]
export const DESK = { width: 1366, height: 768 }
/** Vitest's own patience is a second; a busy machine needs more. */
export const PATIENT = { timeout: 15_000 }
export const PHONE = { width: 390, height: 844 }

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: env.CHROMIUM_PATH, args: FLAGS, headless: true, env: browserEnvironment() })

/** A person at a screen of their own: signed in, and everything the console complained of is remembered. */
export type Person = { page: Page; context: BrowserContext; faults: string[] }

export type World = { system: System; browser: Browser }

/** Signs in by the form and waits until the page that was wanted is there. */
export async function signIn(page: Page, { system }: World, user: string): Promise<void> {
  await page.getByLabel('用户名').fill(user)
  await page.getByLabel('密码').fill(system.passwordOf(user))
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/login'))
}

export async function visitor(world: World, viewport = DESK): Promise<Person> {
  const context = await world.browser.newContext({ viewport, baseURL: world.system.url, locale: 'zh-CN' })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text())
  })
  return { page, context, faults }
}

export async function person(world: World, user: string, where: string, viewport = DESK): Promise<Person> {
  const someone = await visitor(world, viewport)
  await someone.page.goto(where)
  await signIn(someone.page, world, user)
  return someone
}

/** Until an open page has drawn what came while it loaded: nothing more is asked for a while. */
export async function untilAtRest(page: Page): Promise<void> {
  let asked = Date.now()
  const note = () => (asked = Date.now())
  page.on('request', note)
  await expect.poll(() => Date.now() - asked > 1_200, PATIENT).toBe(true)
  page.off('request', note)
}

const Violations = z.array(
  z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
)

/** axe-core finds nothing wrong with the page as it stands. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await expect.poll(() => page.title(), PATIENT).not.toBe('') // Next.js may send it after the page
  await page.evaluate(axe.source)
  const found: unknown = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then((run) => run.violations)",
  )
  const violations = Violations.parse(found).map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`,
  )
  expect(violations, what).toEqual([])
}

/** Nothing scrolls sideways but tables. */
export async function expectFits(page: Page, what: string): Promise<void> {
  const over: unknown = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(over, `${what} is wider than the screen`).toBe(0)
}

/** Keeps a picture where LIANXI_SCREENSHOTS says; for people to look at, not compared. `fullPage` false: what the screen shows of a very long page. */
export async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  const folder = env.LIANXI_SCREENSHOTS
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage })
}
