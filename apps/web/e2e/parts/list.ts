import { readFile } from 'node:fs/promises'
import { readWorkbook } from '@lianxi/office-files/read-workbook'
import { describe, expect, it } from 'vitest'
import { expectAccessible, PATIENT, type Person, person, picture, type World } from '../support/people'

const YEAR = 2030
const LIST = `/lists/L-Z-PX-${YEAR}`
/** A project both prefectures have a part in. */
const NAME = '攀枝花'

/** Begins the zone's list of the year, empty. */
async function begin({ page }: Pick<Person, 'page'>): Promise<void> {
  await page.getByText('起草攀西经济区年度清单').click()
  await page.getByLabel('年度', { exact: true }).fill(String(YEAR))
  await page.getByLabel('沿用事项').selectOption('')
  await page.getByRole('button', { name: '建立清单' }).click()
  await page.waitForURL((url) => url.pathname === LIST)
}

/** Takes lines of a plan with figures that are hardly meant: nothing typed is lost, and each is to be confirmed. */
async function takeDoubtful({ page }: Pick<Person, 'page'>): Promise<void> {
  await page.goto(`${LIST}/plan`)
  const figures = page.locator('input[name^="figure "]')
  const rows = page
    .locator('tbody tr')
    .filter({ has: figures })
    .filter({ has: page.getByRole('checkbox') })
    .filter({ hasText: '亿元（2025年）' })
  for (const at of [0, 1]) {
    await rows.nth(at).getByRole('textbox').fill('99999999')
    await rows.nth(at).getByRole('checkbox').check()
  }
  await page.reload()
  await page.getByRole('button', { name: '列入清单（2）' }).waitFor()
  expect(await rows.nth(1).getByRole('textbox').inputValue()).toBe('99999999')
  await page.getByRole('button', { name: '列入清单（2）' }).click()
  await page.getByText('请核对以下各项').waitFor()
  await expectAccessible(page, 'doubtful figures of a plan')
  await picture(page, 'list-plan-doubts')
  for (const sure of await page.getByLabel('无误').all()) await sure.check()
  await page.getByRole('button', { name: '列入清单（2）' }).click()
  await page.getByText('已列入 2 项').waitFor()
  await page.goto(LIST)
}

/** What has no figure of the year is named, and whoever adopts it so says that he means it. */
async function saySure({ page }: Pick<Person, 'page'>): Promise<void> {
  const unfilled = page.getByLabel('仍要下达')
  if ((await unfilled.count()) > 0) await unfilled.check()
}

/** A year's list from nothing to its duties, by the secretariat and a region's coordinator. */
export function list(world: () => World): void {
  describe('a year’s list', () => {
    it('is drafted, objected to, settled, accepted and adopted', { timeout: 120_000 }, async () => {
      const secretariat = await person(world(), 'mishuchu', '/lists')
      const { page } = secretariat
      await begin(secretariat)
      await takeDoubtful(secretariat)
      // Begun by mistake: it goes, and whoever has it open as well is told by whom.
      const other = await person(world(), 'mishuchu', LIST)
      await page.getByText('删除草稿清单').click()
      await expectAccessible(page, 'deleting a draft')
      await picture(page, 'list-delete')
      await page.getByLabel('确认删除').check()
      await page.getByRole('button', { name: '删除清单' }).click()
      await page.waitForURL((url) => url.pathname === '/lists')
      await other.page.getByText('清单设定：').click()
      await other.page.getByRole('button', { name: '保存设定' }).click()
      await other.page.getByText('这份清单已被删除').waitFor()
      await other.context.close()
      await begin(secretariat)
      await page.getByRole('link', { name: '加入事项' }).click()
      await page.getByRole('searchbox').fill(NAME)
      await page.getByRole('button', { name: '查找' }).click()
      await page.locator('aside li button').first().click()
      await page.getByLabel('地区').selectOption('510400')
      await expectAccessible(page, 'adding an item')
      await picture(page, 'list-new-item')
      await page.getByRole('button', { name: '加入清单' }).click()
      await page.locator('tbody tr').first().waitFor()
      await page.getByRole('button', { name: '送各地征求意见' }).click()
      await page.getByText('征求意见', { exact: false }).first().waitFor()

      const region = await person(world(), 'panzhihua-tc', LIST)
      await region.page.locator('tbody tr a').first().click()
      await region.page.getByLabel('异议或疑问').fill('资金尚未落实')
      await region.page.reload()
      await expect.poll(() => region.page.getByLabel('异议或疑问').inputValue(), PATIENT).toBe('资金尚未落实')
      await region.page.getByRole('button', { name: '提出异议' }).click()
      await region.page.getByText('◇ 有异议').waitFor()
      await expectAccessible(region.page, 'answering')
      await picture(region.page, 'list-answer')

      await page.goto(LIST)
      await page.getByLabel('下达依据').fill('联席会议第一次会议')
      await saySure(secretariat)
      await page.getByRole('button', { name: '下达清单' }).click()
      await page.getByText('还有事项未认领').waitFor()
      await page.locator('tbody tr a').first().click()
      await page.getByRole('textbox', { name: '答复' }).fill('省级资金已安排')
      await page.getByRole('button', { name: '答复并再次征求' }).click()
      await page.getByText('□ 待认领').waitFor()
      await picture(page, 'list-settled')

      await region.page.goto(LIST)
      await region.page.getByRole('button', { name: '认领本地区全部待认领事项（1）' }).click()
      await region.page.getByText('■ 已认领').waitFor()

      await page.goto(LIST)
      await page.getByLabel('下达依据').fill('联席会议第一次会议')
      await saySure(secretariat)
      await page.getByRole('button', { name: '下达清单' }).click()
      await page.getByText('联席会议第一次会议 下达').waitFor()
      expect(await page.getByRole('link', { name: '加入事项' }).count()).toBe(0)
      await page.locator('tbody tr a').first().click()
      for (const said of ['异议：资金尚未落实', '答复并再次征求：省级资金已安排', '认领']) {
        await page.getByText(said, { exact: false }).first().waitFor()
      }
      await picture(page, 'list-adopted')
      const named = await page.locator('h1').textContent()
      for (const [label, name] of [
        ['导出 Excel', `${named ?? ''}.xlsx`],
        ['导出 Word', `${named ?? ''}.docx`],
      ] as const) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: label }).click(),
        ])
        expect(download.suggestedFilename()).toBe(name)
        const file = await readFile(await download.path())
        expect(file.subarray(0, 2).toString()).toBe('PK')
        if (!name.endsWith('.xlsx')) continue
        const read = await readWorkbook(file)
        const heads = read.ok ? read.sheets[0]?.rows.map(({ cells }) => cells.map(({ text }) => text)) : []
        expect(heads?.find((cells) => cells.includes('序号'))).toEqual(
          expect.arrayContaining(['目标任务', '牵头单位', '备注']),
        )
      }
      await page.goto('/lists')
      await page
        .getByRole('navigation', { name: '按年度查看' })
        .getByRole('link', { name: `${YEAR}年 1` })
        .click()
      await page.waitForURL((url) => url.searchParams.get('year') === String(YEAR))
      await expect.poll(() => page.locator('tbody tr').count()).toBe(1)
      await expectAccessible(page, 'the lists of a year')

      await page.goto(`/responsibility?year=${YEAR}`)
      await page.getByRole('heading', { name: `${YEAR}年责任落实` }).waitFor()
      await page.getByText('攀枝花市发展和改革委员会').first().waitFor()
      await expectAccessible(page, 'who has what')
      await picture(page, 'responsibility')
      for (const { context, faults } of [secretariat, region]) {
        expect(faults).toEqual([])
        await context.close()
      }
    })
  })
}
