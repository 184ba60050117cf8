import { describe, expect, it } from 'vitest'
import { expectAccessible, expectFits, person, PHONE, picture, type World } from '../support/people'

/** The same airport stands in three plans. */
const AIRPORT = 'PX-145-P251'
const PAGE = `/board/projects/${AIRPORT}`
const FOUND = '/projects?q=机场迁建'

/** A project found three times, made one, moved up the ladder, and taken apart again. */
export function library(world: () => World): void {
  describe('the project library', () => {
    it(
      'merges what a person says is one, keeps its ladder, and gives everything back',
      { timeout: 150_000 },
      async () => {
        const secretariat = await person(world(), 'mishuchu', FOUND)
        const { page } = secretariat
        const rows = page.locator('table[data-list="library"] tbody tr')
        await rows.first().waitFor()
        expect(await rows.count()).toBe(3)
        await page
          .getByRole('link', { name: '攀枝花机场迁建', exact: true })
          .and(page.locator(`[href="${PAGE}"]`))
          .click()
        await page.getByRole('heading', { name: '疑似同一项目' }).waitFor()
        await picture(page, 'library-suspected')

        for (const code of ['PZH-LC-P048', 'XQ-CY-P138']) {
          const question = page.locator('tr', { hasText: code }).filter({ hasText: '可能' })
          await question.getByText('认定', { exact: true }).last().click()
          await question.getByRole('textbox', { name: '认定理由' }).fill('三个规划所列同一机场迁建')
          await expectAccessible(page, 'deciding on a suspicion')
          await question.getByRole('button', { name: '是同一项目，并入本项目' }).click()
          await page.getByRole('region', { name: '各规划登记' }).getByText(code).first().waitFor()
        }
        await page.goto(FOUND)
        await page.getByText('合并 3 处登记').waitFor()
        expect(await rows.count()).toBe(1)

        await page.goto(PAGE)
        const open = page.locator('details[open]')
        await page.getByText('登记阶段变更').click()
        await page.getByLabel('进入阶段').selectOption('under-construction')
        await open.getByLabel('文号').fill('川发改基础〔2025〕12号')
        await page.reload()
        await page.getByText('登记阶段变更（已写，未发出）').click()
        expect(await page.getByLabel('进入阶段').inputValue()).toBe('under-construction')
        expect(await open.getByLabel('文号').inputValue()).toBe('川发改基础〔2025〕12号')
        await open.getByRole('button', { name: '登记' }).click()
        await page.locator('[aria-current="step"]', { hasText: '在建' }).waitFor()
        await page.getByText('川发改基础〔2025〕12号').first().waitFor()

        await page.getByText('登记阶段变更').click()
        await page.getByLabel('进入阶段').selectOption('to-start')
        await open.getByRole('button', { name: '退回', exact: true }).click()
        await page.getByText('退回前一阶段须说明原因').first().waitFor()
        await page.getByRole('textbox', { name: '退回原因' }).fill('用地批复未到')
        await open.getByRole('button', { name: '退回', exact: true }).click()
        await page.locator('[aria-current="step"]', { hasText: '拟开工' }).waitFor()

        await page.getByText('登记手续', { exact: true }).first().click()
        await open.getByLabel('手续', { exact: true }).selectOption('land')
        await open.getByLabel('办理情况').selectOption('started')
        await open.getByRole('button', { name: '登记手续' }).click()
        await page.getByRole('row', { name: /用地.*办理中/ }).waitFor()
        await expectAccessible(page, 'a project of the library')
        await picture(page, 'library-project')
        await page.setViewportSize(PHONE)
        await expectFits(page, 'a project of the library on a phone')
        await picture(page, 'library-project-phone')
        await page.setViewportSize({ width: 1366, height: 768 })

        const city = await person(world(), 'panzhihua-tc', `${PAGE}#listings`)
        const line = city.page.getByRole('region', { name: '各规划登记' }).locator('tr', { hasText: 'XQ-CY-P138' })
        await line.getByText('拆分', { exact: true }).first().click()
        await line.getByRole('textbox', { name: '拆分原因' }).fill('西区规划所列是配套道路')
        await line.getByRole('button', { name: '拆分' }).click()
        await city.page.getByText('各规划登记（2）').waitFor()
        const question = city.page.locator('tr', { hasText: 'XQ-CY-P138' }).filter({ hasText: '可能' })
        await question.getByText('认定', { exact: true }).last().click()
        await question.getByRole('textbox', { name: '认定理由' }).fill('配套道路另列')
        await question.getByRole('button', { name: '不是同一项目' }).click()
        await city.page.getByText('已认定不是同一项目').waitFor()

        const clerk = await person(world(), 'xiqu-tb', PAGE)
        await clerk.page.getByText('储备库办理记录').waitFor()
        expect(await clerk.page.getByText('登记阶段变更').count()).toBe(0)
        for (const { context, faults } of [secretariat, city, clerk]) {
          expect(faults).toEqual([])
          await context.close()
        }
      },
    )
  })
}
