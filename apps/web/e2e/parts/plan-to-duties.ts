import { expect } from 'vitest'
import type { Hand } from '../support/hand'
import { env } from '../support/env'
import { DESK, expectAccessible, expectFits, person, PHONE, picture, type Person, type World } from '../support/people'

/** One prefecture's part: who answers for it, and how many of the plan's lines are its. */
type Region = { user: string; items: number; person: string; office: string }
const REGIONS: readonly Region[] = [
  { user: 'panzhihua-tc', items: env.LIANXI_PLAN_ROWS / 2, person: '李工', office: '攀枝花市发展和改革委员会' },
  { user: 'liangshan-tc', items: env.LIANXI_PLAN_ROWS / 2, person: '张工', office: '凉山州发展和改革委员会' },
]
/** Pages of hundreds of lines take their time on a busy machine. */
export const LONG_MS = 60_000
const YEAR = '2026'
const LIST = `/lists/L-Z-PX-${YEAR}`

type Plan = { rows: number; fields: readonly string[] }

/** From an imported plan to what offices owe, as people walk it; the secretariat stands on the plan's page. */
export async function planToDuties(world: World, { page }: Person, hand: Hand, plan: Plan): Promise<void> {
  await hand.click(page.getByRole('link', { name: '列入年度清单' }))
  await hand.type(page.getByLabel('年度', { exact: true }), YEAR)
  await hand.click(page.getByRole('button', { name: '建立清单' }))
  await page.getByRole('heading', { name: '从规划列入' }).waitFor()
  await page.getByText(`全选（${plan.rows}）`).waitFor()
  await expectAccessible(page, 'a plan laid out for a list')
  await picture(page, 'list-plan', false)
  await page.setViewportSize(PHONE)
  await expectFits(page, 'a plan laid out for a list')
  await picture(page, 'list-plan-phone', false)
  await page.setViewportSize(DESK)
  for (const [index, field] of plan.fields.entries()) {
    await filter(page, hand, field)
    const all = page.getByLabel(`全选（${plan.rows / plan.fields.length}）`)
    await hand.click(all)
    if (index === 0) await expectFigures(page)
    await hand.type(page.getByLabel('牵头领导'), `周副市长${index + 1}`)
    await hand.click(page.getByRole('button', { name: '列入清单' }))
    await page.getByText('没有可列入的').waitFor()
  }
  await hand.click(page.getByRole('link', { name: '返回清单' }))
  await hand.click(page.getByRole('button', { name: '送各地征求意见' }))
  await page.getByText('征求意见', { exact: false }).first().waitFor()

  for (const region of REGIONS) await answer(world, hand, region, plan)

  await page.goto(LIST)
  await hand.type(page.getByLabel('下达依据'), '联席会议第一次会议')
  const unfilled = page.getByLabel('仍要下达')
  if ((await unfilled.count()) > 0) await hand.click(unfilled)
  await hand.click(page.getByRole('button', { name: '下达清单' }))
  await page.getByText('联席会议第一次会议 下达').waitFor()
  for (const { user, office, items, person: whom } of REGIONS) {
    const reporter = await person(world, user.replace('-tc', '-tb'), `/responsibility?year=${YEAR}`)
    const own = reporter.page.getByRole('group', { name: `${office}的事项` }).locator('tbody tr')
    const owed = async () => {
      await reporter.page.reload()
      return own.count()
    }
    await expect.poll(owed, { timeout: LONG_MS, interval: 1_000 }).toBe(items)
    await own.getByText(whom).first().waitFor()
    await reporter.context.close()
  }
}

/** Shows a field's lines alone. */
async function filter(page: Person['page'], hand: Hand, field: string): Promise<void> {
  const link = page.getByRole('link', { name: new RegExp(`^${field} `) })
  await hand.click(link)
  await link.and(page.locator('[aria-current="true"]')).waitFor()
}

/** The year's figure is the plan's own where it has one, and otherwise derived, with its arithmetic. */
async function expectFigures(page: Person['page']): Promise<void> {
  const given = page.getByLabel('目标0（攀枝花）2026年数值')
  expect(await given.inputValue()).toBe('333')
  await page.getByText('推算：', { exact: false }).first().waitFor()
}

/** A region's coordinator hands its items to persons, field by field, and accepts them all. */
async function answer(world: World, hand: Hand, region: Region, plan: Plan): Promise<void> {
  const coordinator = await person(world, region.user, '/lists')
  const { page, context } = coordinator
  context.setDefaultTimeout(LONG_MS)
  hand.elsewhere(3, [region.user, world.system.passwordOf(region.user)])
  await hand.click(
    page
      .locator('tbody')
      .getByRole('link', { name: `${YEAR}年`, exact: false })
      .first(),
  )
  for (const field of plan.fields) {
    await filter(page, hand, field)
    await hand.click(page.getByLabel(`全选（${region.items / plan.fields.length}）`))
    await hand.type(page.getByLabel('责任人', { exact: true }), region.person)
    await hand.click(page.getByRole('button', { name: '落实所选' }))
    await page.getByText(`已落实 ${region.items / plan.fields.length} 项`).waitFor()
  }
  // At once, as people press it: it waits until the page shows what was handed out, or it would be refused.
  await picture(page, 'list-assign-many', false)
  await hand.click(page.getByRole('button', { name: `认领本地区全部待认领事项（${region.items}）` }))
  await page.getByRole('button', { name: '认领本地区全部' }).waitFor({ state: 'detached' })
  expect(coordinator.faults).toEqual([])
  await context.close()
}
