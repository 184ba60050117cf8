import { describe, expect, it } from 'vitest'
import { DESK, expectAccessible, expectFits, person, PHONE, picture, type World } from '../support/people'

const TARGET = '/board/targets/DQ-145-T022'
const REASON = '腾退工作经中期评估须延后'
const DOCUMENT = '东发改〔2025〕21号'

/** A mid-term revision from a district's proposal to its approval, and what oversight sees of both. */
export function revision(world: () => World): void {
  describe('a mid-term revision', () => {
    it(
      'is proposed by the district, approved by the secretariat and seen by oversight',
      { timeout: 90_000 },
      async () => {
        const district = await person(world(), 'dongqu-tc', TARGET)
        const { page } = district
        await page.getByText('提出修订建议').click()
        const form = page.locator('details[open]', { hasText: '建议文件' })
        await form.getByLabel('修订后目标值（%）').fill('0.7')
        await form.getByLabel('修订原因').fill(REASON)
        await form.getByLabel('建议文件').fill(DOCUMENT)
        await form.getByRole('button', { name: '提出建议' }).click()
        await form.getByText('像是单位弄错了').first().waitFor()
        await form.getByLabel('修订后目标值（%）').fill('７０')
        await form.getByRole('button', { name: '提出建议' }).click()
        const proposals = page.locator('table[data-list="proposals"]')
        await proposals.getByText('○ 待批准').waitFor()
        expect(await proposals.getByText('登记批准').count()).toBe(0)
        expect(await page.getByText('提出修订建议').count()).toBe(0)

        const secretariat = await person(world(), 'mishuchu', '/plans')
        await secretariat.page.getByText('修订建议 1 项待批准').waitFor()
        await secretariat.page.goto('/plans/DQ-145?zone=Z-PX')
        await expectAccessible(secretariat.page, 'a plan with a proposal')
        await picture(secretariat.page, 'plan-versions', false)
        await secretariat.page.locator('table[data-list="proposals"]').getByRole('link').click()
        // The plan's page has such a row too, and while the next page takes its place the document has no title.
        await secretariat.page.waitForURL((url) => url.pathname === TARGET)
        const row = secretariat.page.locator('table[data-list="proposals"] tr', { hasText: DOCUMENT })
        await row.getByText('≥ 80%（2025年）').or(row.getByText('80%（2025年）')).first().waitFor()
        await expectAccessible(secretariat.page, 'a proposal')
        for (const [screen, size] of [
          ['desk', DESK],
          ['phone', PHONE],
        ] as const) {
          await secretariat.page.setViewportSize(size)
          await expectFits(secretariat.page, `a proposal on a ${screen}`)
          await picture(
            secretariat.page,
            screen === 'desk' ? 'revision-proposed' : 'revision-proposed-phone',
            screen !== 'desk',
          )
        }
        await secretariat.page.setViewportSize(DESK)
        await row.locator('summary', { hasText: '登记批准' }).click()
        await row.getByLabel('批准机关').fill('东区人大常委会')
        await row.getByLabel('批准文件').fill('东人常〔2025〕9号')
        await row.getByRole('button', { name: '登记批准' }).click()
        const revisions = 'table[data-list="revisions"]'
        await secretariat.page.locator(revisions).getByText('东人常〔2025〕9号').waitFor()

        const oversight = await person(world(), 'jiandu', TARGET)
        await oversight.page.locator(revisions).getByText('规划原定').waitFor()
        await oversight.page.locator('table[data-list="proposals"]').getByText('✓ 已批准').waitFor()
        expect(await oversight.page.getByText('提出修订建议').count()).toBe(0)
        await picture(oversight.page, 'revision-approved')
        await oversight.page.goto('/plans/DQ-145?zone=Z-PX')
        await oversight.page.locator('table[data-list="versions"]').getByText('中期评估修订').waitFor()
        for (const { context, faults } of [district, secretariat, oversight]) {
          expect(faults).toEqual([])
          await context.close()
        }
      },
    )
  })
}
